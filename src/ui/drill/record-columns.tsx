import { For, type JSX, Show } from 'solid-js';
import { fieldAt } from '../../layout/fields.ts';
import { FIELD } from '../../layout/kept.ts';
import { DRILL } from '../../messages/result-texts.ts';
import type { MemberRecord } from '../../metrics/members.ts';
import { monthValue, textsOf, valueOf } from './claims.ts';

/** A column of the list besides the record's place in its file. */
export interface RecordColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: 'month' | 'result' | 'number' | 'kinds' | 'texts' | 'plain';
  /** Whether it tells which claim it is; missing where it does not. */
  readonly namesClaim?: boolean;
  cell(record: MemberRecord): JSX.Element;
}

/** Kept fields that have no column of their own at first. */
const FURTHER: readonly (readonly [number, RecordColumn['kind']])[] = [
  [FIELD.pointsBefore, 'number'],
  [FIELD.pointsAfter, 'number'],
  [FIELD.patientKind, 'plain'],
  [FIELD.insurer, 'plain'],
  [FIELD.matchedProvider, 'plain'],
  [FIELD.matchedClaim, 'plain'],
];

const USUAL: readonly RecordColumn[] = [
  {
    key: 'resultMonth',
    title: DRILL.heads.resultMonth,
    kind: 'month',
    cell: (record) => monthValue(valueOf(record, FIELD.resultMonth)) || DRILL.blank,
  },
  {
    key: 'result',
    title: DRILL.heads.result,
    kind: 'result',
    cell: (record) => (
      <>
        {valueOf(record, FIELD.resultName) || DRILL.blank}
        <Show when={valueOf(record, FIELD.resultCode)}>{(code) => <small>{code()}</small>}</Show>
      </>
    ),
  },
  { key: 'points', title: DRILL.heads.points, kind: 'number', cell: (record) => valueOf(record, FIELD.pointsDelta) || DRILL.blank },
  {
    key: 'kinds',
    title: DRILL.heads.kinds,
    kind: 'kinds',
    cell: (record) => (
      <For each={[valueOf(record, FIELD.applicationKind), valueOf(record, FIELD.doubtKind)].filter((text) => text !== '')}>
        {(text) => <span>{text}</span>}
      </For>
    ),
  },
  {
    key: 'texts',
    title: DRILL.heads.texts,
    kind: 'texts',
    cell: (record) => (
      <For each={textsOf(record)}>
        {(text) => (
          <span class="text">
            <small>{text.name}</small> {text.text}
          </span>
        )}
      </For>
    ),
  },
];

/** In the order in which they stand. */
export const RECORD_COLUMNS: readonly RecordColumn[] = [
  ...USUAL.slice(0, 3),
  ...FURTHER.map(([field, kind]) => ({
    key: `field-${String(field)}`,
    title: fieldAt(field).name,
    kind,
    namesClaim: field === FIELD.matchedClaim,
    cell: (record: MemberRecord) => valueOf(record, field) || DRILL.blank,
  })),
  ...USUAL.slice(3),
];

/** Those shown until the user chooses. */
export const USUAL_COLUMNS: readonly string[] = USUAL.map(({ key }) => key);
