import { For, type JSX, Show } from 'solid-js';
import { fieldAt } from '../../layout/fields.ts';
import { FIELD } from '../../layout/kept.ts';
import { grouped } from '../../messages/ja.ts';
import { DRILL } from '../../messages/result-texts.ts';
import type { MemberRecord } from '../../metrics/members.ts';
import { type Claim, claimValue, feeTableValue, monthValue, textsOf, valueOf } from './claims.ts';

/** What the records of a claim have in common, in the order of the heading line. */
const CLAIM_FIELDS: readonly (readonly [number, (written: string) => string])[] = [
  [FIELD.requestMonth, monthValue],
  [FIELD.treatmentMonth, monthValue],
  [FIELD.feeTable, feeTableValue],
  [FIELD.provider, asWritten],
  [FIELD.providerName, asWritten],
];
const COLUMNS = 6;

function asWritten(text: string): string {
  return text;
}

/** One application: what its records share on a line of its own, then its records. */
export function ClaimRows(props: { readonly claim: Claim }): JSX.Element {
  return (
    <tbody data-testid="drill-claim">
      <tr class="claim">
        <th scope="rowgroup" colSpan={COLUMNS}>
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
      <For each={props.claim.records}>{(record) => <RecordRow record={record} />}</For>
    </tbody>
  );
}

function RecordRow(props: { readonly record: MemberRecord }): JSX.Element {
  const value = (field: number): string => valueOf(props.record, field);
  const kinds = (): readonly string[] => [value(FIELD.applicationKind), value(FIELD.doubtKind)].filter((text) => text !== '');
  return (
    <tr data-testid="drill-record">
      <td class="place">
        {props.record.file}
        <small>{DRILL.line(grouped(props.record.line))}</small>
      </td>
      <td class="month">{monthValue(value(FIELD.resultMonth)) || DRILL.blank}</td>
      <td class="result">
        {value(FIELD.resultName) || DRILL.blank}
        <Show when={value(FIELD.resultCode)}>{(code) => <small>{code()}</small>}</Show>
      </td>
      <td class="number">{value(FIELD.pointsDelta) || DRILL.blank}</td>
      <td class="kinds">
        <For each={kinds()}>{(text) => <span>{text}</span>}</For>
      </td>
      <td class="texts">
        <For each={textsOf(props.record)}>
          {(text) => (
            <span class="text">
              <small>{text.name}</small> {text.text}
            </span>
          )}
        </For>
      </td>
    </tr>
  );
}
