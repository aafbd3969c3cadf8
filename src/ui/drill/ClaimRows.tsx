import { For, type JSX, Show } from 'solid-js';
import { fieldAt } from '../../layout/fields.ts';
import { FIELD } from '../../layout/kept.ts';
import { FULL_RECORD } from '../../messages/full-record-texts.ts';
import { grouped } from '../../messages/ja.ts';
import { DRILL } from '../../messages/result-texts.ts';
import type { MemberRecord } from '../../metrics/members.ts';
import { type Claim, claimValue, feeTableValue, monthValue } from './claims.ts';
import type { RecordColumn } from './record-columns.tsx';

/** What the records of a claim have in common, in the order of the heading line. */
const CLAIM_FIELDS: readonly (readonly [number, (written: string) => string])[] = [
  [FIELD.requestMonth, monthValue],
  [FIELD.treatmentMonth, monthValue],
  [FIELD.feeTable, feeTableValue],
  [FIELD.provider, asWritten],
  [FIELD.providerName, asWritten],
];

function asWritten(text: string): string {
  return text;
}

interface ClaimRowsProps {
  readonly claim: Claim;
  readonly columns: readonly RecordColumn[];
  /** One of its records is wanted in full. */
  onOpen(record: MemberRecord): void;
}

/** One application: what its records share on a line of its own, then its records. */
export function ClaimRows(props: ClaimRowsProps): JSX.Element {
  return (
    <tbody data-testid="drill-claim">
      <tr class="claim">
        <th scope="rowgroup" colSpan={props.columns.length + 1}>
          <span class="claim-key">{claimValue(props.claim, FIELD.claimKey) || DRILL.noKey}</span>
          <For each={CLAIM_FIELDS}>
            {([field, form]) => (
              <Show when={claimValue(props.claim, field)}>
                {(written) => (
                  <span class="claim-fact">
                    <small>{fieldAt(field).name}</small> {form(written())}
                  </span>
                )}
              </Show>
            )}
          </For>
          <Show when={props.claim.records.length > 1}>
            <small class="claim-count">{DRILL.recordsOfClaim(grouped(props.claim.records.length))}</small>
          </Show>
        </th>
      </tr>
      <For each={props.claim.records}>
        {(record) => <RecordRow record={record} columns={props.columns} onOpen={() => props.onOpen(record)} />}
      </For>
    </tbody>
  );
}

interface RecordRowProps {
  readonly record: MemberRecord;
  readonly columns: readonly RecordColumn[];
  onOpen(): void;
}

function RecordRow(props: RecordRowProps): JSX.Element {
  return (
    <tr data-testid="drill-record">
      <td class="place">
        {props.record.file}
        <div class="record-line">
          <small>{DRILL.line(grouped(props.record.line))}</small>
          <Show when={props.record.filePlace !== null}>
            <button
              type="button"
              class="quiet"
              data-testid="full-record-open"
              aria-haspopup="dialog"
              aria-label={FULL_RECORD.openOf(props.record.file, grouped(props.record.line))}
              onClick={() => props.onOpen()}
            >
              {FULL_RECORD.open}
            </button>
          </Show>
        </div>
      </td>
      <For each={props.columns}>{(column) => <td class={column.kind}>{column.cell(props.record)}</td>}</For>
    </tr>
  );
}
