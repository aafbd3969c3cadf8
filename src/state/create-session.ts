import { type Accessor, createMemo } from 'solid-js';
import type { Outcome } from '../core/outcome.ts';
import { FIRST_SETTINGS } from '../decide/settings-file.ts';
import type { ShownStatement } from '../explore/shown-statement.ts';
import type { Table } from '../metrics/figures.ts';
import type { MemberRecord, Page } from '../metrics/members.ts';
import type { Dimension } from '../metrics/scope.ts';
import type { Grain } from '../records/grain.ts';
import type { ListSide, SidePage } from '../records/list-sides.ts';
import { type DecideView, createDecideView } from './create-decide-view.ts';
import { type DecisionsState, createDecisions } from './create-decisions.ts';
import { type DrillState, createDrill } from './create-drill.ts';
import { type Exports, createExports, createSideText } from './create-exports.ts';
import { type FingerprintsState, createFingerprints } from './create-fingerprints.ts';
import { type Erasure, createErasure } from './create-erasure.ts';
import { type ExploreState, createExplore } from './create-explore.ts';
import { type FullRecordState, createFullRecord } from './create-full-record.ts';
import { type LedgerState, createLedger } from './create-ledger.ts';
import { type InspectionState, createInspection } from './create-inspection.ts';
import { type InspectedState, createInspected } from './create-inspected.ts';
import { type ListsState, createLists } from './create-lists.ts';
import { type MappingState, createMapping } from './create-mapping.ts';
import { type MastersState, createMasters } from './create-masters.ts';
import { createPaperSetting } from './create-paper-setting.ts';
import { createReadingBasis } from './create-reading-basis.ts';
import { type RulesState, createRules } from './create-rules.ts';
import { type RequestLog, createRequestLog } from './create-request-log.ts';
import { type ScenariosState, createScenarios } from './create-scenarios.ts';
import { type TableView, type TableViews, createTableViews } from './create-table-view.ts';
import { createTogether } from './create-together.ts';
import { type Answer, createAnswer, createPickable, createTable } from './create-tables.ts';
import { type ReportState, createReport } from './create-report.ts';
import { type Trends, createTrends } from './create-trends.ts';
import { type ViewState, createView } from './create-view.ts';
import { type WorkbenchState, createWorkbench } from './create-workbench.ts';
import type { Screen } from './scope-hash.ts';

const FIRST_RECORDS = 3;

/** Everything the screens show and change, from opening the page to closing it. */
export interface Session {
  readonly workbench: WorkbenchState;
  readonly fingerprints: FingerprintsState;
  readonly viewState: ViewState;
  readonly inspected: InspectedState;
  readonly lists: ListsState;
  readonly rules: RulesState;
  readonly masters: MastersState;
  readonly mapping: MappingState;
  /** A page of what a list and the loaded records do not have in common, and of what is excluded; asked for while wanted. */
  listSide(side: ListSide, page: Accessor<Page | null>): Accessor<Answer<SidePage>>;
  /** The whole side as the text of a CSV file. */
  sideText(side: ListSide): Promise<Outcome<string>>;
  readonly drill: DrillState;
  readonly fullRecord: FullRecordState;
  /** The first records of the loaded file at this place in load order. */
  firstRecords(file: Accessor<number | null>): Accessor<Answer<readonly MemberRecord[]>>;
  /** Everything in scope, counted once; asked for whatever the screen. */
  readonly total: Accessor<Answer<Table>>;
  readonly byRequestMonth: Accessor<Answer<Table>>;
  readonly byResultMonth: Accessor<Answer<Table>>;
  readonly byItem: Accessor<Answer<Table>>;
  readonly byCheckType: Accessor<Answer<Table>>;
  readonly itemTrends: Accessor<Answer<Trends>>;
  readonly checkTypeTrends: Accessor<Answer<Trends>>;
  readonly decisions: DecisionsState;
  readonly decideView: DecideView;
  readonly scenarios: ScenariosState;
  readonly ledger: LedgerState;
  /** How the user looks at each table. */
  readonly tableViews: TableViews;
  /** The lines one can narrow the scope to: those of the scope without that narrowing. */
  pickable(dimension: 'item' | 'provider', isWanted: Accessor<boolean>): Accessor<Answer<Table>>;
  readonly explore: ExploreState;
  /** The statement behind a table, for the scope shown; asked for while it is wanted. */
  statement(dimension: Accessor<Dimension>, isWanted: Accessor<boolean>): Accessor<Answer<ShownStatement>>;
  /** The grain the figures are computed under: the chosen one, else the one found. */
  readonly grain: Accessor<Grain>;
  /** The files one can save, for the scope shown. */
  readonly exports: Exports;
  /** What is handed in. */
  readonly report: ReportState;
  readonly inspection: InspectionState;
  /** What the page asked for since it was opened. */
  readonly requestLog: RequestLog;
  /** Forgets everything loaded and typed in. */
  clear(): void;
  /** The last time everything was forgotten; null where that was not asked for. */
  readonly lastErasure: Accessor<Erasure | null>;
}

export function createSession(): Session {
  const workbench = createWorkbench();
  const viewState = createView();
  const inspected = createInspected();
  const drill = createDrill(workbench, viewState);
  const lists = createLists(workbench);
  const rules = createRules(workbench);
  const masters = createMasters(workbench);
  const fingerprints = createFingerprints(workbench);
  const erasure = createErasure(workbench, fingerprints, inspected, lists, rules, masters);
  const on = (screen: Screen) => () => viewState.view().screen === screen;
  const tableViews = createTableViews();
  const together = createTogether();
  const byItem = createTable(workbench, viewState, 'item', () => on('items')() || on('decide')(), together);
  const decideView = createDecideView();
  const papers = createPaperSetting();
  const decisions = createDecisions(workbench, viewState, byItem, on('decide'), () => decideView.tab[0]() === 'scenarios', papers);
  const grain = createMemo((): Grain => {
    const chosen = viewState.choices().grain;
    return chosen === 'auto' ? (workbench.loaded()?.grain.grain ?? 'row') : chosen;
  });
  const report = createReport(workbench, viewState, inspected.claims, grain, on('report'), decisions, papers, createReadingBasis(rules, masters, fingerprints));
  const explore = createExplore(workbench, viewState, report.isAnonymised);
  const byCheckType = createTable(workbench, viewState, 'check_type', on('check-types'), together);
  const drawsTrends = (screen: Screen, view: TableView) => () => on(screen)() && !view.hidden[0]().has('trend');
  return {
    workbench,
    fingerprints,
    viewState,
    inspected,
    lists,
    rules,
    masters,
    mapping: createMapping(workbench, on('mapping')),
    listSide: (side, page) => createAnswer(workbench, page, (client, now) => client.ask((api) => api.listSide(side, now))),
    sideText: createSideText(workbench),
    total: createTable(workbench, viewState, 'total', () => true, together),
    byRequestMonth: createTable(workbench, viewState, 'request_month', on('summary'), together),
    byResultMonth: createTable(workbench, viewState, 'result_month', on('summary'), together),
    byItem,
    byCheckType,
    itemTrends: createTrends(workbench, viewState, 'item', byItem, () => on('decide')() || drawsTrends('items', tableViews.byItem)()),
    checkTypeTrends: createTrends(workbench, viewState, 'check_type', byCheckType, drawsTrends('check-types', tableViews.byCheckType)),
    decisions,
    decideView,
    scenarios: createScenarios(decisions.settings, () => decisions.findings().value?.estimates ?? null, decisions.lines),
    ledger: createLedger(workbench, decisions.settings, on('decide')),
    tableViews,
    pickable: (dimension, isWanted) => createPickable(workbench, viewState, dimension, isWanted),
    explore,
    statement(dimension, isWanted) {
      const question = () => {
        const { scope, choices } = viewState.view();
        return isWanted() ? { scope, choices, dimension: dimension() } : null;
      };
      return createAnswer(workbench, question, (client, asked) => client.ask((api) => api.statement(asked.scope, asked.choices, asked.dimension)));
    },
    drill,
    fullRecord: createFullRecord(workbench, drill),
    firstRecords: (file) => createAnswer(workbench, file, (client, now) => client.ask((api) => api.firstRecords(now, FIRST_RECORDS))),
    grain,
    exports: createExports(workbench, viewState, inspected.claims, report, fingerprints),
    report,
    inspection: createInspection(workbench, viewState, inspected, papers.value, grain, on('report')),
    requestLog: createRequestLog(),
    clear() {
      for (const view of Object.values(tableViews) as TableView[]) view.search[1]('');
      explore.clear();
      // These hold values of claims.
      viewState.narrow({ providers: null, columns: null });
      decisions.settings.reset(FIRST_SETTINGS);
      void erasure.erase();
    },
    lastErasure: erasure.last,
  };
}
