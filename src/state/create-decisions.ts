import { type Accessor, createMemo, createSignal } from 'solid-js';
import { type Failure, failure } from '../core/failure.ts';
import { nextMessage } from '../core/next-message.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { type DecidedLine, decideLines } from '../decide/decided-line.ts';
import type { Findings } from '../decide/estimate.ts';
import type { Policy } from '../decide/policy.ts';
import { type Proposals, type Verdict, propose } from '../decide/propose.ts';
import { FIRST_SETTINGS, type Settings, readSettings, writeSettings } from '../decide/settings-file.ts';
import type { LearningSubject } from '../metrics/learning-statements.ts';
import type { Table } from '../metrics/figures.ts';
import { byApplications } from '../metrics/line-order.ts';
import type { Choices, Scope } from '../metrics/scope.ts';
import type { Decided } from '../report/decided-report.ts';
import { decisionsFile } from '../report/decision-files.ts';
import { readReportSetting } from '../report/report-setting.ts';
import { type BacktestState, createBacktest } from './create-backtest.ts';
import { type History, createHistory } from './create-history.ts';
import type { PaperSetting } from './create-paper-setting.ts';
import { type Answer, createAnswer } from './create-tables.ts';
import type { ViewState } from './create-view.ts';
import type { WorkbenchState } from './create-workbench.ts';

/** What the screen 除外検討 shows and changes. */
export interface DecisionsState {
  /** Settings and decisions, with undo and redo. */
  readonly settings: History<Settings>;
  readonly findings: Accessor<Answer<Findings>>;
  readonly checkTypes: Accessor<Answer<Findings>>;
  readonly proposals: Accessor<Proposals | null>;
  /** In the order of `items.csv`; empty while nothing is known. */
  readonly lines: Accessor<readonly DecidedLine[]>;
  readonly backtest: BacktestState;
  /** Why the last settings file was refused; null when it was not. */
  readonly refusal: Accessor<Failure | null>;
  setPolicy(policy: Partial<Policy>): void;
  /** Decides lines in place of the proposal; null lets the proposal stand again. */
  override(keys: readonly string[], verdict: Verdict | null, reason: string): void;
  /** Takes over a settings file whole, or nothing of it. */
  load(content: string): Outcome<null>;
  settingsText(): string;
  /** What is decided about the view's scope, whatever the screen; null where nothing can be learned yet. */
  decide(): Promise<Outcome<Decided | null>>;
  /** `decisions.csv` for the view's scope. */
  fileText(): string;
}

interface Question {
  readonly scope: Scope;
  readonly choices: Choices;
  readonly halfLife: number | null;
  readonly version: number;
}

/**
 * @param byItem the item table of the view's scope
 * @param isWanted whether the screen is shown
 * @param papers saved and loaded with the decisions; undo and redo leave it alone
 */
export function createDecisions(
  workbench: WorkbenchState,
  viewState: ViewState,
  byItem: Accessor<Answer<Table>>,
  isWanted: Accessor<boolean>,
  wantsCheckTypes: Accessor<boolean>,
  papers: PaperSetting,
): DecisionsState {
  const settings = createHistory<Settings>(FIRST_SETTINGS);
  const policy = createMemo(() => settings.value().policy);
  const [refusal, setRefusal] = createSignal<Failure | null>(null);
  const question = createMemo<Question | null>(
    (before) => {
      const version = workbench.version();
      const { scope, choices } = viewState.view();
      if (isWanted()) return { scope, choices, version, halfLife: policy().halfLife };
      return before?.version === version ? before : null;
    },
    null,
    { equals: isSame },
  );
  const ask = (subject: LearningSubject, asked: Accessor<Question | null>): Accessor<Answer<Findings>> =>
    createAnswer(workbench, asked, (client, { scope, choices, halfLife }) =>
      client.ask((api) => api.findings(scope, choices, subject, halfLife)),
    );
  const findings = ask('item', question);
  const checkTypes = ask('check_type', createMemo(() => (wantsCheckTypes() ? question() : null)));
  const estimates = createMemo(() => findings().value?.estimates ?? null);
  const proposals = createMemo(() => {
    const known = estimates();
    return known === null ? null : propose(known, policy());
  });
  const lines = createMemo(() => {
    const [known, proposed, table] = [estimates(), proposals(), byItem()];
    if (known === null || proposed === null || table.value === null || table.isPending) return [];
    return decideLines(byApplications(table.value.lines), known, proposed, settings.value().overrides);
  });
  const change = (part: Partial<Settings>): void => settings.change({ ...settings.value(), ...part });
  return {
    settings,
    findings,
    checkTypes,
    proposals,
    lines,
    backtest: createBacktest(workbench, viewState, policy),
    refusal,
    setPolicy: (part) => change({ policy: { ...policy(), ...part } }),
    override(keys, verdict, reason) {
      const others = settings.value().overrides.filter(({ item }) => !keys.includes(item));
      change({ overrides: verdict === null ? others : [...others, ...keys.map((item) => ({ item, verdict, reason }))] });
    },
    load(content) {
      const read = readSettings(content);
      setRefusal(read.ok ? null : read.failure);
      if (!read.ok) return failed(read.failure);
      settings.change(read.value.settings);
      if (read.value.papers !== null) papers.change(readReportSetting(read.value.papers));
      return done(null);
    },
    async decide() {
      const engine = workbench.engine();
      if (engine.state !== 'ready') return failed(failure('engine_stopped'));
      const { scope, choices } = viewState.view();
      const learned = await engine.client.ask((api) => api.findings(scope, choices, 'item', policy().halfLife));
      if (!learned.ok) return learned;
      const { estimates: known } = learned.value;
      if (known === null) return done(null);
      const table = await engine.client.table(scope, choices, 'item');
      if (!table.ok) return table;
      // Each of these takes a while with thousands of lines, and the page is to hear its user between them.
      await nextMessage();
      const proposed = propose(known, policy());
      await nextMessage();
      const decidedLines = decideLines(byApplications(table.value.lines), known, proposed, settings.value().overrides);
      await nextMessage();
      return done({ lines: decidedLines, policy: policy(), dormantBefore: known.dormantBefore });
    },
    fileText: () => decisionsFile(lines(), policy(), estimates()?.dormantBefore ?? null, viewState.view().denominator),
    settingsText: () => writeSettings(settings.value(), papers.value(), new Date().toISOString().slice(0, 10)),
  };
}

function isSame(a: Question | null, b: Question | null): boolean {
  return a?.scope === b?.scope && a?.choices === b?.choices && a?.version === b?.version && a?.halfLife === b?.halfLife;
}
