import { failure } from '../core/failure.ts';
import { parseMonth } from '../core/months.ts';
import { parseAmount } from '../core/numbers.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { comparable, halfWidth } from '../core/text.ts';
import type { ListRoles } from './application-list-roles.ts';
import { itemCodes } from './item-codes.ts';
import type { FoundItem } from './item.ts';
import { type ListTable, isDamagedKey } from './list-table.ts';

/** One line of the contractor's list of applications (申出データ). Of a line only what its columns' roles name is kept. */
export interface ListedApplication {
  /** Physical line in the file. */
  readonly line: number;
  /** レセプト全国共通キー as written, trimmed; empty where blank. */
  readonly key: string;
  /** Request month, yyyymm; 0 where blank or where the list has no such column. */
  readonly month: number;
  /** As written. */
  readonly code: string;
  readonly name: string;
  readonly checkType: string;
  /** Null where blank or where the list has no such column. */
  readonly points: number | null;
}

/** Looks a name up in the masters; null where no master knows it. */
export type ResolveName = (name: string) => FoundItem | null;

/**
 * Understands a list by the roles of its columns.
 * Refused whole, with the line: no key column (`list_without_key`), a first line that holds a claim key instead of heads
 * (`list_headless`), a key that lost its digits (`list_key_damaged`), a month or amount that does not read.
 */
export function readApplicationList({ header, headerLine, rows }: ListTable, roles: ListRoles): Outcome<readonly ListedApplication[]> {
  if (header.some(looksLikeKey)) return failed(failure('list_headless', { line: headerLine }));
  if (roles.key === null) return failed(failure('list_without_key'));
  const list: ListedApplication[] = [];
  for (const { line, cells } of rows) {
    const cell = (column: number | null): string => (column === null ? '' : (cells[column] ?? ''));
    const key = cell(roles.key);
    if (isDamagedKey(key)) return failed(failure('list_key_damaged', { line }));
    const [monthText, pointsText] = [cell(roles.month), cell(roles.points)];
    const month = monthText === '' ? 0 : parseMonth(monthText);
    if (month === null) return failed(failure('list_month', { line, column: header[roles.month ?? 0] ?? '' }));
    const points = pointsText === '' ? null : parseAmount(pointsText);
    if (points === null && pointsText !== '') return failed(failure('list_points', { line, column: header[roles.points ?? 0] ?? '' }));
    list.push({ line, key, month, code: cell(roles.code), name: cell(roles.name), checkType: cell(roles.checkType), points });
  }
  return done(list);
}

/** A claim key as the second pass compares it: NFKC, no spaces, no leading zeros. */
export function normalisedKey(key: string): string {
  return halfWidth(key).replace(/\s+/gu, '').replace(/^0+/u, '');
}

/** A head has words; a cell of nine digits and more is data. */
export function looksLikeKey(cell: string): boolean {
  return /^\d{9,}$/u.test(halfWidth(cell)) || isDamagedKey(cell);
}

/**
 * What a line of the list is about: the official codes in its code column, else in its name column; else what the
 * masters make of its name; else its name as an item of kind その他 (decision C1). Nothing where it has neither.
 */
export function listedItems({ code, name }: Pick<ListedApplication, 'code' | 'name'>, resolve: ResolveName): readonly FoundItem[] {
  const coded = itemCodes(code);
  if (coded.length > 0) return coded.map((item) => ({ ...item, name: coded.length === 1 ? halfWidth(name) : '' }));
  const inName = itemCodes(name);
  if (inName.length > 0) return inName;
  const plain = halfWidth(name).trim();
  if (plain === '') return [];
  return [resolve(plain) ?? { kind: 'その他', code: comparable(plain), name: plain }];
}
