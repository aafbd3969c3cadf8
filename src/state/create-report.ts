import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import { ReportClient } from '../client/report-client.ts';
import { failure } from '../core/failure.ts';
import { nextMessage } from '../core/next-message.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { PAPER } from '../messages/report-texts.ts';
import type { Choices, Denominator, Scope } from '../metrics/scope.ts';
import type { Grain } from '../records/grain.ts';
import type { Drawing } from '../report/charts/drawing.ts';
import { composeSheets } from '../report/compose-report.ts';
import { type Decided, ledgerLines, proposedExclusions } from '../report/decided-report.ts';
import { gatherTables, isTooNarrow } from '../report/gather-tables.ts';
import type { Sheet } from '../report/paper.ts';
import type { PublishedTables } from '../report/publish-tables.ts';
import { publishTables } from '../report/publish-tables.ts';
import type { ReadingBasis } from '../report/reading-basis.ts';
import type { ReportInput } from '../report/report-input.ts';
import type { ReportSetting } from '../report/report-setting.ts';
import type { InspectedClaims } from '../report/table-files.ts';
import type { Picture } from '../workbook/write-workbook.ts';
import type { DecisionsState } from './create-decisions.ts';
import type { PaperSetting } from './create-paper-setting.ts';
import { type Answer, createAnswer } from './create-tables.ts';
import type { ViewState } from './create-view.ts';
import type { EngineStatus, WorkbenchState } from './create-workbench.ts';
import { spokenScope } from './spoken-scope.ts';

/** How far the workbook is. */
export interface ReportProgress {
  readonly phase: 'tables' | 'pictures' | 'sheets';
  readonly done: number;
  readonly all: number;
}

/** What is handed in: its setting, what it is made from, and the making of the workbook. */
export interface ReportState {
  readonly setting: Accessor<ReportSetting>;
  change(part: Partial<ReportSetting>): void;
  /** Whether 匿名化 is on: nothing leaves the page but what `publish` lets through. */
  readonly isAnonymised: Accessor<boolean>;
  /** What the report of the scope shown is made from; asked for while `isWanted`. */
  readonly input: Accessor<Answer<ReportInput>>;
  /** The tables that may be handed out, for files beside the report. */
  publish(): Promise<Outcome<PublishedTables>>;
  /** Null while no workbook is made. */
  readonly progress: Accessor<ReportProgress | null>;
  /** Makes the workbook. @param draw draws a chart as a picture, which only the page can */
  makeWorkbook(draw: (drawing: Drawing) => Promise<Picture>): Promise<Outcome<ArrayBuffer>>;
  cancel(): void;
}

interface Question {
  readonly scope: Scope;
  readonly choices: Choices;
  readonly denominator: Denominator;
  readonly least: number | null;
}

export function createReport(
  workbench: WorkbenchState,
  viewState: ViewState,
  inspected: Accessor<InspectedClaims>,
  grain: Accessor<Grain>,
  isWanted: Accessor<boolean>,
  decisions: Pick<DecisionsState, 'settings' | 'decide'>,
  papers: PaperSetting,
  readingBasis: () => Promise<ReadingBasis>,
): ReportState {
  const setting = papers.value;
  const [progress, setProgress] = createSignal<ReportProgress | null>(null);
  const [worker, setWorker] = createSignal<ReportClient | null>(null);
  const question = createMemo<Question | null>(
    () => {
      const { scope, choices, denominator } = viewState.view();
      return isWanted() ? { scope, choices, denominator, least: setting().least } : null;
    },
    null,
    { equals: (a, b) => a?.scope === b?.scope && a?.choices === b?.choices && a?.denominator === b?.denominator && a?.least === b?.least },
  );
  const tables = createAnswer(workbench, question, async (_, now) => {
    const outcome = await publishFor(now);
    if (!outcome.ok) return outcome;
    const decided = await decidedFor(now);
    return decided.ok ? done({ published: outcome.value, decided: decided.value, basis: await readingBasis(), least: now.least }) : decided;
  });
  createEffect(on(workbench.version, () => end(), { defer: true }));

  /** Raised by each cancellation: what began before has no say any more. */
  let cancellations = 0;

  function end(): void {
    cancellations++;
    worker()?.end();
    setWorker(null);
    setProgress(null);
  }

  async function withWorker<T>(work: (client: ReportClient) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const began = cancellations;
    const started = await ReportClient.start();
    if (!started.ok) return started;
    if (cancellations !== began) {
      started.value.end();
      return failed(failure('cancelled'));
    }
    setWorker(started.value);
    const outcome = await work(started.value);
    started.value.end();
    setWorker((now) => (now === started.value ? null : now));
    return outcome;
  }

  async function publishFor({ scope, choices, least }: Question): Promise<Outcome<PublishedTables>> {
    const engine: EngineStatus = workbench.engine();
    const loaded = workbench.loaded();
    if (engine.state !== 'ready' || loaded === null) return failed(failure('engine_stopped'));
    if (least !== null && isTooNarrow(scope)) return failed(failure('report_too_narrow'));
    const gathered = await gatherTables(engine.client, scope, choices, loaded, least, PAPER);
    if (!gathered.ok) return gathered;
    return least === null ? done(await publishTables(gathered.value, null)) : withWorker((client) => client.publish(gathered.value, least));
  }

  /** Reasons rest on small counts too, so nothing of it is handed out with 匿名化. */
  function decidedFor({ least }: Question): Promise<Outcome<Decided | null>> {
    return least === null ? decisions.decide() : Promise.resolve(done(null));
  }

  function inputOf(published: PublishedTables, decided: Decided | null, basis: ReadingBasis): ReportInput | null {
    const loaded = workbench.loaded();
    if (loaded === null) return null;
    const view = viewState.view();
    return {
      setting: setting(),
      scope: view.scope,
      choices: view.choices,
      denominator: view.denominator,
      grain: grain(),
      spokenScope: spokenScope(view, grain(), loaded.lists, setting().least === null),
      basis,
      loaded,
      ...published,
      inspected: inspected(),
      proposed: decided === null ? null : proposedExclusions(decided, decisions.settings.value().ledger),
      ledger: setting().least === null ? ledgerLines(decisions.settings.value().ledger) : null,
      madeAt: new Date(),
    };
  }

  const asked = (): Question => {
    const { scope, choices, denominator } = viewState.view();
    return { scope, choices, denominator, least: setting().least };
  };
  const publish = (): Promise<Outcome<PublishedTables>> => publishFor(asked());

  return {
    setting,
    change: (part) => papers.change(part),
    isAnonymised: () => setting().least !== null,
    input: createMemo(() => {
      const { value, failure: why, isPending } = tables();
      // What was published under another choice of 匿名化 is never shown under this one.
      const isCurrent = value !== null && why === null && !isPending && value.least === setting().least;
      return { value: isCurrent ? inputOf(value.published, value.decided, value.basis) : null, failure: why, isPending: isPending || (why === null && !isCurrent) };
    }),
    publish,
    progress,
    async makeWorkbook(draw) {
      const began = cancellations;
      setProgress({ phase: 'tables', done: 0, all: 1 });
      const published = await publish();
      const decided = published.ok ? await decidedFor(asked()) : published;
      const basis = await readingBasis();
      const input = published.ok && decided.ok ? inputOf(published.value, decided.value, basis) : null;
      if (cancellations !== began) return failed(failure('cancelled'));
      if (!published.ok || !decided.ok || input === null) {
        setProgress(null);
        return published.ok ? (decided.ok ? failed(failure('cancelled')) : decided) : published;
      }
      const file = await withWorker(async (client) => {
        const drawings: Drawing[] = [];
        for (const sheet of composeSheets(input)) {
          drawings.push(...drawingsOf(sheet));
          await nextMessage();
        }
        const pictures = await drawAll(began, drawings, draw);
        return client.workbook(input, pictures, ({ done: sheets, sheets: all }) => {
          if (cancellations === began) setProgress({ phase: 'sheets', done: sheets, all });
        });
      });
      if (cancellations === began) setProgress(null);
      return file;
    },
    cancel: end,
  };

  async function drawAll(began: number, drawings: readonly Drawing[], draw: (drawing: Drawing) => Promise<Picture>): Promise<Map<string, Picture>> {
    const pictures = new Map<string, Picture>();
    for (const [index, drawing] of drawings.entries()) {
      if (cancellations !== began) break;
      setProgress({ phase: 'pictures', done: index, all: drawings.length });
      pictures.set(drawing.id, await draw(drawing));
    }
    return pictures;
  }
}

function drawingsOf({ blocks }: Sheet): Drawing[] {
  return blocks.flatMap((block) => (block.kind === 'picture' ? [block.drawing] : []));
}
