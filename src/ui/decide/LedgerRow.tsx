import { For, type JSX, Show } from 'solid-js';
import { formatMonth, readIsoMonth } from '../../core/months.ts';
import { type LedgerEntry, NEXT_STATUSES, isDue } from '../../decide/ledger.ts';
import { LEDGER, STATUS_TEXTS } from '../../messages/decide-screen-texts.ts';
import { pointsText, probabilityText } from '../../messages/decide-texts.ts';
import { grouped, monthText } from '../../messages/ja.ts';
import { TABLE } from '../../messages/result-texts.ts';
import type { EntryEdit } from '../../state/create-ledger.ts';
import type { Session } from '../../state/create-session.ts';
import { withoutGaiji } from '../parts/screen-value.ts';

interface LedgerRowProps {
  readonly session: Session;
  readonly entry: LedgerEntry;
  /** The month a step takes effect (yyyymm). */
  readonly month: number;
}

/** One exclusion; what may be typed in is kept when the field is left. */
export function LedgerRow(props: LedgerRowProps): JSX.Element {
  const { ledger, workbench } = props.session;
  const edit = (change: EntryEdit): void => ledger.edit(props.entry.id, change);
  const itemName = (): string => withoutGaiji(props.entry.name || props.entry.code);
  const checkTypes = (): readonly string[] => {
    const known = workbench.loaded()?.checkTypes ?? [];
    const own = props.entry.checkType;
    return own === null || known.includes(own) ? known : [...known, own];
  };
  return (
    <tr data-testid="ledger-entry" data-status={props.entry.status}>
      <th scope="row">
        {itemName()}
        <small>{withoutGaiji(`${props.entry.kind} ${props.entry.code}`)}</small>
      </th>
      <td>
        <select
          aria-label={`${itemName()} ${LEDGER.heads.checkType}`}
          onChange={(event) => edit({ checkType: event.currentTarget.value === '' ? null : event.currentTarget.value })}
        >
          <option value="" selected={props.entry.checkType === null}>
            {LEDGER.anyCheckType}
          </option>
          <For each={checkTypes()}>
            {(name) => (
              <option value={name} selected={props.entry.checkType === name}>
                {name}
              </option>
            )}
          </For>
        </select>
      </td>
      <td>
        <strong>{STATUS_TEXTS[props.entry.status]}</strong>
        <Show when={isDue(props.entry, props.month)}>
          <span class="few-mark">{LEDGER.due}</span>
        </Show>
      </td>
      <td class="ledger-then">{figuresThen(props.entry)}</td>
      <td>{props.entry.from === null ? TABLE.noValue : monthText(props.entry.from)}</td>
      <td>{props.entry.to === null ? TABLE.noValue : monthText(props.entry.to)}</td>
      <td>
        <TextEdit
          label={`${itemName()} ${LEDGER.heads.reviewBy}`}
          value={props.entry.reviewBy === null ? '' : formatMonth(props.entry.reviewBy)}
          onChange={(text) => {
            const month = readIsoMonth(text);
            if (month !== null || text === '') edit({ reviewBy: month });
          }}
        />
      </td>
      <td>
        <TextEdit
          label={`${itemName()} ${LEDGER.heads.trialQuota}`}
          isShort
          value={String(props.entry.trialQuota)}
          onChange={(text) => {
            if (/^\d{1,6}$/u.test(text)) edit({ trialQuota: Number(text) });
          }}
        />
      </td>
      <td>
        <TextEdit
          label={`${itemName()} ${LEDGER.heads.successor}`}
          value={props.entry.successor ?? ''}
          onChange={(text) => edit({ successor: text === '' ? null : text })}
        />
      </td>
      <td class="ledger-reason">{props.entry.reason}</td>
      <td class="ledger-steps">
        <For each={props.entry.steps}>{(step) => <div>{`${step.on} ${STATUS_TEXTS[step.status]} ${step.who}`}</div>}</For>
      </td>
      <td class="ledger-next">
        <For each={NEXT_STATUSES[props.entry.status]}>
          {(status) => (
            <button type="button" data-testid={`step-${status}`} onClick={() => ledger.step(props.entry.id, status, props.month, '')}>
              {STATUS_TEXTS[status]}
            </button>
          )}
        </For>
        <Show when={props.entry.status === 'proposed'}>
          <button type="button" class="quiet" onClick={() => ledger.remove(props.entry.id)}>
            {LEDGER.remove}
          </button>
        </Show>
      </td>
    </tr>
  );
}

function TextEdit(props: { readonly label: string; readonly value: string; readonly isShort?: boolean; onChange(text: string): void }): JSX.Element {
  return (
    <input
      type="text"
      class="ledger-edit"
      classList={{ short: props.isShort === true }}
      autocomplete="off"
      aria-label={props.label}
      value={props.value}
      onChange={(event) => {
        props.onChange(event.currentTarget.value.trim());
        // What could not be read is set back.
        event.currentTarget.value = props.value;
      }}
    />
  );
}

function figuresThen({ figures }: LedgerEntry): string {
  if (figures === null) return TABLE.noValue;
  const { applications, upheld, decided, effect, belowReference } = figures;
  return LEDGER.then(grouped(applications), grouped(upheld), grouped(decided), pointsText(effect), probabilityText(belowReference));
}
