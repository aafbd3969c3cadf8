import { For, type JSX, Show, createMemo } from 'solid-js';
import { type BacktestMonth, type BacktestTotals, overall } from '../../decide/backtest.ts';
import { formatMonth } from '../../core/months.ts';
import { BACKTEST, DECIDE } from '../../messages/decide-screen-texts.ts';
import { backtestText, pointsText } from '../../messages/decide-texts.ts';
import { eraMonthText, grouped } from '../../messages/ja.ts';
import { TABLE } from '../../messages/result-texts.ts';
import { backtestFile } from '../../report/decision-files.ts';
import type { Session } from '../../state/create-session.ts';
import { FailureNotice } from '../parts/Notice.tsx';
import { percent, sharePercent } from '../parts/screen-value.ts';
import { saveFile } from '../parts/save-file.ts';
import { BacktestChart } from './BacktestChart.tsx';
import '../parts/list.css';

/** What deciding would have done to past months. */
export function BacktestPanel(props: { readonly session: Session }): JSX.Element {
  const { decisions } = props.session;
  const { backtest } = decisions;
  const months = (): readonly number[] => decisions.findings().value?.backtestMonths ?? [];
  /** Tries it first, where that was not done yet. */
  async function save(): Promise<void> {
    const done = tried() ?? (await backtest.run(months()));
    if (done !== null) saveFile('backtest.json', backtestFile(done));
  }
  const tried = () => (backtest.progress() === null ? backtest.months() : null);
  return (
    <section class="decide-scroll" aria-label={BACKTEST.heading} data-testid="backtest">
      <div class="table-bar">
        <h2>{BACKTEST.heading}</h2>
        <p class="soft table-note">{BACKTEST.what}</p>
        <Show
          when={backtest.progress()}
          fallback={
            <button
              type="button"
              class="primary"
              data-testid="run-backtest"
              disabled={months().length === 0}
              onClick={() => void backtest.run(months())}
            >
              {tried() === null ? BACKTEST.run : BACKTEST.again}
            </button>
          }
        >
          {(progress) => (
            <>
              <progress max={progress().of} value={progress().done} aria-label={BACKTEST.heading} />
              <span role="status">{BACKTEST.progress(progress().done, progress().of)}</span>
              <button type="button" onClick={() => backtest.cancel()}>
                {BACKTEST.cancel}
              </button>
            </>
          )}
        </Show>
        <button
          type="button"
          data-testid="export-backtest.json"
          disabled={backtest.progress() !== null || decisions.findings().value === null || decisions.findings().isPending}
          onClick={() => void save()}
        >
          {DECIDE.export('backtest.json')}
        </button>
      </div>
      <FailureNotice failure={backtest.failure()} />
      <Show when={months().length === 0}>
        <p class="notice">{BACKTEST.tooShort}</p>
      </Show>
      <Show when={tried()}>{(done) => <Results months={done()} />}</Show>
    </section>
  );
}

function Results(props: { readonly months: readonly BacktestMonth[] }): JSX.Element {
  const totals = createMemo(() => overall(props.months));
  return (
    <>
      <p class="notice" data-testid="backtest-sentence">
        {backtestText(totals())}
      </p>
      <BacktestChart months={props.months} />
      <div class="list-frame" tabIndex={0} role="region" aria-label={DECIDE.tableOf(BACKTEST.heading)}>
        <table class="list" data-testid="backtest-table">
          <thead>
            <tr>
              <th scope="col">{BACKTEST.heads.month}</th>
              <For each={NUMBER_HEADS}>{(head) => <th scope="col" class="number">{BACKTEST.heads[head]}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={props.months}>{(month) => <MonthRow month={month} />}</For>
          </tbody>
          <tfoot>
            <TotalRow totals={totals()} />
          </tfoot>
        </table>
      </div>
      <p class="soft">{`${BACKTEST.unit}。${BACKTEST.leftNote}`}</p>
    </>
  );
}

const NUMBER_HEADS = ['applications', 'ended', 'freed', 'excluded', 'kept', 'all', 'naiveExcluded', 'naiveKept', 'below'] as const;

function points(value: number | null): string {
  return value === null ? TABLE.noValue : pointsText(value);
}

function MonthRow(props: { readonly month: BacktestMonth }): JSX.Element {
  return (
    <tr data-month={formatMonth(props.month.month)}>
      <th scope="row">
        {eraMonthText(props.month.month)}
        <Show when={!props.month.counts}>
          {' '}
          <span class="few-mark">{BACKTEST.left}</span>
        </Show>
      </th>
      <td class="number">{grouped(props.month.applications)}</td>
      <td class="number">{sharePercent(props.month.endedShare)}</td>
      <td class="number">{grouped(props.month.freed)}</td>
      <td class="number">{points(props.month.effectPerSlotExcluded)}</td>
      <td class="number">{points(props.month.effectPerSlotKept)}</td>
      <td class="number">{points(props.month.effectPerSlotAll)}</td>
      <td class="number">{points(props.month.naive.effectPerSlotExcluded)}</td>
      <td class="number">{points(props.month.naive.effectPerSlotKept)}</td>
      <td class="number">{belowText(props.month)}</td>
    </tr>
  );
}

function TotalRow(props: { readonly totals: BacktestTotals & { readonly naive: BacktestTotals } }): JSX.Element {
  return (
    <tr>
      <th scope="row">{BACKTEST.overall}</th>
      <td class="number">{grouped(props.totals.applications)}</td>
      <td />
      <td class="number">{grouped(props.totals.freed)}</td>
      <td class="number">{points(props.totals.effectPerSlotExcluded)}</td>
      <td class="number">{points(props.totals.effectPerSlotKept)}</td>
      <td class="number">{points(props.totals.effectPerSlotAll)}</td>
      <td class="number">{points(props.totals.naive.effectPerSlotExcluded)}</td>
      <td class="number">{points(props.totals.naive.effectPerSlotKept)}</td>
      <td class="number">{belowText(props.totals)}</td>
    </tr>
  );
}

function belowText({ below, judged }: { readonly below: number; readonly judged: number }): string {
  return judged === 0 ? TABLE.noValue : `${percent(below, judged)}（${grouped(below)}/${grouped(judged)}）`;
}
