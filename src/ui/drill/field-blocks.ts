import type { FullRecord } from '../../import/read-record.ts';
import { FIELDS, type Field, fieldAt } from '../../layout/fields.ts';
import { type LeftOutReason, leftOutReason } from '../../layout/readable.ts';
import { FIELD_BLOCKS } from '../../messages/full-record-texts.ts';
import { withoutGaiji } from '../parts/screen-value.ts';

export interface FilledField extends Field {
  /** As written, with 〓 for 外字; never blank. */
  readonly value: string;
}

export interface FieldBlock {
  readonly heading: string;
  readonly fields: readonly FilledField[];
}

/** The filled fields of a record in the order of the layout; blocks without one are left out. */
export function blocksOf({ values }: FullRecord): readonly FieldBlock[] {
  const filled = Object.entries(values).map(([number, value]) => ({ ...fieldAt(Number(number)), value: withoutGaiji(value) }));
  return FIELD_BLOCKS.map(({ from, heading }, index) => {
    const next = FIELD_BLOCKS[index + 1]?.from ?? Infinity;
    return { heading, fields: filled.filter(({ number }) => number >= from && number < next) };
  }).filter(({ fields }) => fields.length > 0);
}

/** The fields that are never read, by the reason why. */
export const LEFT_OUT: readonly { readonly reason: LeftOutReason; readonly fields: readonly Field[] }[] = (
  ['personal', 'sensitive', 'note'] as const
).map((reason) => ({ reason, fields: FIELDS.filter((field) => leftOutReason(field) === reason) }));
