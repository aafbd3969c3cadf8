import { FIELDS, type Field } from './fields.ts';

/** Why a field is never decoded: it identifies a person, tells of their health, or is a note that may name anybody. */
export type LeftOutReason = 'personal' | 'sensitive' | 'note';

/** 連絡 and コメント: free texts that no figure needs. */
const NOTES: readonly number[] = [200, 204];

/** Null for a field that may be shown. */
export function leftOutReason({ number, privacy }: Field): LeftOutReason | null {
  if (privacy === 'personal' || privacy === 'sensitive') return privacy;
  return NOTES.includes(number) ? 'note' : null;
}

/** The fields that are read when one record is shown in full, in ascending order. */
export const READABLE_FIELDS: readonly Field[] = FIELDS.filter((field) => leftOutReason(field) === null);
