import { formatMonth } from '../core/months.ts';
import { FIELD } from '../layout/kept.ts';
import type { MemberRecord } from '../metrics/members.ts';
import { FIRST_WAITING, type UserLists } from '../records/joined-lists.ts';

/**
 * A line of the contractor's list as the drill-down shows it: its words where a record has them.
 * @param row from {@link FIRST_WAITING} on
 */
export function waitingRecord(row: number, application: number, { applications }: UserLists): MemberRecord {
  const line = applications?.list[row - FIRST_WAITING];
  if (line === undefined) throw new RangeError(`no line ${String(row - FIRST_WAITING)} in the list`);
  const values: readonly (readonly [number, string])[] = [
    [FIELD.claimKey, line.key],
    [FIELD.requestMonth, line.month === 0 ? '' : formatMonth(line.month)],
    [FIELD.applicationKind, line.checkType],
    [FIELD.reasonName, `${line.code} ${line.name}`.trim()],
  ];
  return {
    file: applications?.name ?? '',
    filePlace: null,
    line: line.line,
    start: 0,
    end: 0,
    application,
    values: Object.fromEntries(values.filter(([, value]) => value !== '')),
  };
}
