import { type FeeTable, feeTableOf } from '../../classify/claim-codes.ts';
import { parseMonth } from '../../core/months.ts';
import { halfWidth } from '../../core/text.ts';

/** A count of one month and fee table. */
export interface FeeTableCount {
  /** yyyymm; 0 where it is blank. */
  readonly month: number;
  /** 0 where it is not known. */
  readonly feeTable: FeeTable;
  readonly count: number;
}

/** What a file 月,点数表,点検件数 holds; lines that cannot be read are named, 1-based. */
export function readInspectedFile(rows: readonly (readonly string[])[]): { readonly counts: readonly FeeTableCount[]; readonly unread: readonly number[] } {
  const counts: FeeTableCount[] = [];
  const unread: number[] = [];
  rows.forEach(([month = '', feeTable = '', claims = ''], index) => {
    if (index === 0 && month === '月') return;
    const read = { month: parseMonth(month), feeTable: feeTableOf(feeTable), count: /^\d{1,12}$/u.exec(halfWidth(claims).replaceAll(',', '').trim()) };
    if (read.month === null || read.feeTable === 0 || read.count === null) unread.push(index + 1);
    else counts.push({ month: read.month, feeTable: read.feeTable, count: Number(read.count[0]) });
  });
  return { counts, unread };
}
