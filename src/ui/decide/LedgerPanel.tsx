import { For, type JSX, Show, createSignal } from 'solid-js';
import { formatMonth, monthsBetween } from '../../core/months.ts';
import { type Violation, inForce } from '../../decide/ledger.ts';
import { monthsLater } from '../../decide/learning.ts';
import { DECIDE, LEDGER } from '../../messages/decide-screen-texts.ts';
import { grouped, monthText } from '../../messages/ja.ts';
import { exclusionsFile } from '../../report/decision-files.ts';
import { scopeOf } from '../../state/create-ledger.ts';
import type { Session } from '../../state/create-session.ts';
import { ListTable } from '../parts/ListTable.tsx';
import { FailureNotice } from '../parts/Notice.tsx';
import { withoutGaiji } from '../parts/screen-value.ts';
import { SelectField } from '../scope/SelectField.tsx';
import { saveFile } from '../parts/save-file.ts';
import { LedgerRow } from './LedgerRow.tsx';

const MONTHS_AHEAD = 12;
const heads = LEDGER.violationHeads;

/** Every exclusion from its proposal to its end. */
export function LedgerPanel(props: { readonly session: Session }): JSX.Element {
  const { ledger, workbench } = props.session;
  const lastMonth = (): number => workbench.loaded()?.requestMonths.at(-1) ?? 202401;
  const [chosen, setMonth] = createSignal<number | null>(null);
  const month = (): number => chosen() ?? monthsLater(lastMonth(), 1);
  const months = () => monthsBetween(workbench.loaded()?.requestMonths[0] ?? lastMonth(), monthsLater(lastMonth(), MONTHS_AHEAD));
  return (
    <section class="decide-scroll" aria-label={LEDGER.heading} data-testid="ledger">
      <div class="filter-bar">
        <label class="field">
          <span>{LEDGER.who}</span>
          <input
            type="text"
            autocomplete="off"
            data-testid="ledger-who"
            value={ledger.who()}
            onInput={(event) => ledger.setWho(event.currentTarget.value)}
          />
        </label>
        <SelectField
          label={LEDGER.month}
          testId="ledger-month"
          value={formatMonth(month())}
          options={months().map((each) => ({ value: formatMonth(each), label: monthText(each) }))}
          onSelect={(value) => setMonth(Number(value.replace('-', '')))}
        />
        <button
          type="button"
          data-testid="export-exclusions"
          disabled={props.session.report.isAnonymised()}
          title={props.session.report.isAnonymised() ? DECIDE.withheld : undefined}
          onClick={() => saveFile(`exclusions-${formatMonth(month())}.csv`, exclusionsFile(ledger.entries(), month()))}
        >
          {LEDGER.export}
        </button>
        <span class="soft">{LEDGER.inForce(inForce(ledger.entries(), month()).length, monthText(month()))}</span>
      </div>
      <FailureNotice failure={ledger.failure()} />
      <Show when={ledger.entries().length > 0} fallback={<p class="notice">{LEDGER.empty}</p>}>
        <ListTable region={DECIDE.tableOf(LEDGER.heading)} look="ledger-table" testId="ledger-table" heads={Object.values(LEDGER.heads)}>
          <For each={ledger.entries()}>{(entry) => <LedgerRow session={props.session} entry={entry} month={month()} />}</For>
        </ListTable>
        <Violations session={props.session} />
      </Show>
    </section>
  );
}

function Violations(props: { readonly session: Session }): JSX.Element {
  const violations = (): readonly Violation[] => props.session.ledger.violations().value ?? [];
  return (
    <section aria-label={LEDGER.violations} data-testid="violations">
      <div class="table-bar">
        <h2>{LEDGER.violations}</h2>
      </div>
      <FailureNotice failure={props.session.ledger.violations().failure} />
      <Show when={violations().length > 0} fallback={<p class="soft">{LEDGER.noViolations}</p>}>
        <ListTable
          region={DECIDE.tableOf(LEDGER.violations)}
          heads={[heads.item, heads.month, [heads.applications, 'number'], [heads.trials, 'number'], [heads.violations, 'number'], '']}
        >
          <For each={violations()}>
            {({ entry, month, applications, trials, violations: count }) => (
              <tr>
                <th scope="row">{withoutGaiji(entry.name || entry.code)}</th>
                <td>{monthText(month)}</td>
                <td class="number">{grouped(applications)}</td>
                <td class="number">{grouped(trials)}</td>
                <td class="number">{grouped(count)}</td>
                <td>
                  <button type="button" class="quiet" onClick={() => open(props.session, { ...scopeOf(entry), from: month, to: month })}>
                    {LEDGER.open}
                  </button>
                </td>
              </tr>
            )}
          </For>
        </ListTable>
      </Show>
    </section>
  );
}

function open(session: Session, scope: ReturnType<typeof scopeOf>): void {
  session.viewState.narrow(scope);
  session.viewState.go('items');
}
