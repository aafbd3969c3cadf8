import { FEE_TABLES, feeTableOf } from '../../classify/claim-codes.ts';
import { formatMonth, parseMonth } from '../../core/months.ts';
import { fieldAt } from '../../layout/fields.ts';
import { FIELD } from '../../layout/kept.ts';
import type { MemberRecord } from '../../metrics/members.ts';
import { withoutGaiji } from '../parts/screen-value.ts';

/** The records of one application, set together. */
export interface Claim {
  readonly application: number;
  readonly records: readonly MemberRecord[];
}

/** In the order in which their first record comes. */
export function claimsOf(rows: readonly MemberRecord[]): readonly Claim[] {
  const claims = new Map<number, MemberRecord[]>();
  for (const row of rows) {
    const records = claims.get(row.application);
    if (records === undefined) claims.set(row.application, [row]);
    else records.push(row);
  }
  return [...claims].map(([application, records]) => ({ application, records }));
}

/** A value as written, with 〓 for 外字; empty where blank. */
export function valueOf(record: MemberRecord, field: number): string {
  return withoutGaiji(record.values[field] ?? '');
}

/** The claim's own value: that of its first record that has one. */
export function claimValue(claim: Claim, field: number): string {
  return claim.records.map((record) => valueOf(record, field)).find((value) => value !== '') ?? '';
}

/** As written, and what it means where that is not the same: 50606 → 50606（2024-06）. */
export function monthValue(written: string): string {
  const month = parseMonth(written);
  const plain = month === null ? '' : formatMonth(month);
  return plain === '' || plain === written ? written : `${written}（${plain}）`;
}

/** As written, with the name of its code: 1 → 1 医科. */
export function feeTableValue(written: string): string {
  const code = feeTableOf(written);
  return code === 0 || FEE_TABLES[code] === written ? written : `${written} ${FEE_TABLES[code]}`;
}

/** The reasons and remarks of a record, by the names the layout gives them; blank ones are left out. */
export function textsOf(record: MemberRecord): readonly { readonly name: string; readonly text: string }[] {
  const fields = [
    FIELD.reasonName,
    FIELD.reasonCode,
    FIELD.reasonSupplement,
    FIELD.reasonText,
    FIELD.remark,
    FIELD.upheldReason,
    FIELD.upheldReasonCode,
    FIELD.supplement,
  ];
  return fields.map((field) => ({ name: fieldAt(field).name, text: valueOf(record, field) })).filter(({ text }) => text !== '');
}
