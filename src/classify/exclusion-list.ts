import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { looksLikeKey } from './application-list.ts';
import { guessRoles } from './application-list-roles.ts';
import { type ListRow, filledLines, isDamagedKey } from './list-table.ts';

/** A claim that the insurer excludes (点検除外データ). */
export interface ExcludedClaim {
  /** Physical line in the file where the key stands first. */
  readonly line: number;
  /** レセプト全国共通キー, trimmed. */
  readonly key: string;
}

/**
 * Reads a 点検除外データ from its CSV text: keys in one column, with or without a header; of several columns the one whose
 * head names the key.
 * Refused whole, with the line: unbalanced quotes, a line with another number of columns than the first, a key that lost
 * its digits; and where no column can be told to hold the keys, or none is there.
 * @returns each key once, in the order of the list
 */
export function readExclusionList(csv: string): Outcome<readonly ExcludedClaim[]> {
  const lines = filledLines(csv);
  if (!lines.ok) return lines;
  const [first] = lines.value;
  if (first === undefined) return failed(failure('list_empty'));
  const width = first.cells.length;
  const odd = lines.value.find(({ cells }) => cells.length !== width);
  if (odd !== undefined) return failed(failure('list_columns', { line: odd.line, columns: odd.cells.length, expected: width }));
  const column = keyColumn(first);
  if (!column.ok) return column;
  const rows = column.value.hasHeader ? lines.value.slice(1) : lines.value;
  const claims = new Map<string, ExcludedClaim>();
  for (const { line, cells } of rows) {
    const key = cells[column.value.place] ?? '';
    if (isDamagedKey(key)) return failed(failure('list_key_damaged', { line }));
    if (key !== '' && !claims.has(key)) claims.set(key, { line, key });
  }
  return claims.size === 0 ? failed(failure('list_empty')) : done([...claims.values()]);
}

function keyColumn({ line, cells }: ListRow): Outcome<{ readonly place: number; readonly hasHeader: boolean }> {
  const place = guessRoles(cells).key;
  if (place !== null) return done({ place, hasHeader: true });
  if (cells.length > 1) return failed(cells.some(looksLikeKey) ? failure('list_headless', { line }) : failure('list_without_key'));
  return done({ place: 0, hasHeader: !looksLikeKey(cells[0] ?? '') && !/\d/u.test(cells[0] ?? '') });
}
