/**
 * What the app reads of a record. Everything else is passed over by the byte reader and never decoded;
 * no field whose privacy is `personal` or `sensitive` may stand here (tests/project holds that).
 */
export type ValueForm =
  /** Any text. */
  | 'text'
  /** A month that must read where it is filled. */
  | 'month'
  /** An amount in points that must read where it is filled. */
  | 'amount'
  /** An amount used for the self-check only: one that does not read is left out of it. */
  | 'check_amount';

export interface KeptField {
  readonly number: number;
  readonly form: ValueForm;
}

/** Field numbers by what they mean to the app. */
export const FIELD = {
  claimKey: 1,
  feeTable: 3,
  provider: 4,
  providerName: 5,
  patientKind: 9,
  treatmentMonth: 10,
  insurer: 11,
  pointsBefore: 51,
  pointsDelta: 148,
  pointsAfter: 150,
  matchedProvider: 188,
  matchedClaim: 189,
  requestMonth: 192,
  applicationKind: 193,
  doubtKind: 194,
  reasonName: 195,
  reasonCode: 196,
  reasonSupplement: 197,
  reasonText: 198,
  remark: 199,
  resultMonth: 205,
  resultName: 206,
  resultCode: 207,
  upheldReason: 208,
  upheldReasonCode: 209,
  supplement: 210,
} as const;

const FORMS: Readonly<Record<number, ValueForm>> = {
  [FIELD.requestMonth]: 'month',
  [FIELD.resultMonth]: 'month',
  [FIELD.pointsDelta]: 'amount',
  [FIELD.pointsBefore]: 'check_amount',
  [FIELD.pointsAfter]: 'check_amount',
};

/** In ascending order of field numbers. */
export const KEPT_FIELDS: readonly KeptField[] = Object.values(FIELD)
  .toSorted((a, b) => a - b)
  .map((number) => ({ number, form: FORMS[number] ?? 'text' }));

/** The place of a kept field in {@link KEPT_FIELDS}, from 0. @throws RangeError for a field that is not kept */
export function keptIndex(number: number): number {
  const index = KEPT_FIELDS.findIndex((field) => field.number === number);
  if (index < 0) throw new RangeError(`field ${String(number)} is not kept`);
  return index;
}

/** What a continuation record takes from the claim it continues, where it leaves it blank (IMPORT). */
export const INHERITED: readonly number[] = [
  FIELD.claimKey,
  FIELD.feeTable,
  FIELD.provider,
  FIELD.requestMonth,
  FIELD.resultMonth,
  FIELD.resultName,
  FIELD.resultCode,
];

/** Fields 1, 192 and 193 to 199: what tells two versions of one record from two records (IMPORT, "Superseded"). */
export const IDENTITY: readonly number[] = [
  FIELD.claimKey,
  FIELD.requestMonth,
  FIELD.applicationKind,
  FIELD.doubtKind,
  FIELD.reasonName,
  FIELD.reasonCode,
  FIELD.reasonSupplement,
  FIELD.reasonText,
  FIELD.remark,
];
