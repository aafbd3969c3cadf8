import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import { FEE_TABLES, type FeeTable } from '../classify/claim-codes.ts';
import type { EngineClient } from '../client/engine-client.ts';
import { type Outcome, done } from '../core/outcome.ts';
import type { Choices, Scope } from '../metrics/scope.ts';
import type { Registered } from '../records/registered-applications.ts';
import { sourceLine } from '../report/compose-report.ts';
import { type FeeTableCount, readInspectedFile } from '../report/papers/inspected-file.ts';
import type { InspectionInput } from '../report/papers/inspection-report.ts';
import { type RegisteredClaims, registeredInList, registrationScope } from '../report/papers/registered-claims.ts';
import { readCsv } from '../report/read-csv.ts';
import type { ReportSetting } from '../report/report-setting.ts';
import type { Grain } from '../records/grain.ts';
import type { InspectedState } from './create-inspected.ts';
import { type Answer, createAnswer } from './create-tables.ts';
import type { ViewState } from './create-view.ts';
import type { WorkbenchState } from './create-workbench.ts';
import { spokenScope } from './spoken-scope.ts';

/** What レセプト点検結果報告書（ア） is made from. */
export interface InspectionState {
  /** 点検件数 by month and fee table as read from a file; empty before. */
  readonly inspected: Accessor<readonly FeeTableCount[]>;
  /** Lines of that file that could not be read. */
  readonly unread: Accessor<readonly number[]>;
  readonly input: Accessor<Answer<InspectionInput>>;
  /** Takes a file 月,点数表,点検件数; the months' sums become 点検件数 of the summary too. */
  take(file: File): Promise<void>;
}

export function createInspection(
  workbench: WorkbenchState,
  viewState: ViewState,
  typed: InspectedState,
  setting: Accessor<ReportSetting>,
  grain: Accessor<Grain>,
  isWanted: Accessor<boolean>,
): InspectionState {
  const [inspected, setInspected] = createSignal<readonly FeeTableCount[]>([]);
  const [unread, setUnread] = createSignal<readonly number[]>([]);
  createEffect(
    on(workbench.loaded, (loaded) => {
      if (loaded !== null) return;
      setInspected([]);
      setUnread([]);
    }),
  );
  const question = createMemo<{ scope: Scope; choices: Choices } | null>(() => {
    const { scope, choices } = viewState.view();
    return isWanted() ? { scope, choices } : null;
  });
  /** The list's counts are the same in every scope. */
  const list = createAnswer(workbench, () => (isWanted() ? true : null), async (client) => wrapped(await client.ask((api) => api.registered())));
  const inResults = createAnswer(workbench, question, (client, { scope, choices }) => registeredInResults(client, registrationScope(scope, false), choices));

  function registered(): Answer<RegisteredClaims> {
    const found = list();
    if (found.value === null) return { ...found, value: null };
    const { registered: ofList } = found.value;
    return ofList === null ? inResults() : { ...found, value: registeredInList(ofList, registrationScope(viewState.view().scope, true)) };
  }

  return {
    inspected,
    unread,
    input: createMemo(() => {
      const { value, ...rest } = registered();
      const loaded = workbench.loaded();
      if (value === null || loaded === null) return { ...rest, value: null };
      const view = viewState.view();
      const scope = registrationScope(view.scope, value.from.kind === 'list');
      const madeAt = new Date();
      const source = sourceLine({ loaded, setting: setting(), spokenScope: spokenScope({ ...view, scope }, grain(), loaded.lists), madeAt });
      return { ...rest, value: { setting: setting(), inspected: inspected(), inspectedInMonth: typed.claims(), registered: value, scope, source, madeAt } };
    }),
    async take(file) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { counts, unread: lines } = readInspectedFile(readCsv(decoded(bytes)));
      setInspected(counts);
      setUnread(lines);
      for (const month of new Set(counts.map((each) => each.month))) {
        typed.set(month, counts.reduce((sum, each) => sum + (each.month === month ? each.count : 0), 0));
      }
    },
  };
}

/** An answer that may be "no list", beside none yet. */
function wrapped(outcome: Outcome<Registered | null>): Outcome<{ readonly registered: Registered | null }> {
  return outcome.ok ? done({ registered: outcome.value }) : outcome;
}

/** 再審査申出登録件数 where there is no list: the applications of the results. */
async function registeredInResults(client: EngineClient, scope: Scope, choices: Choices): Promise<Outcome<RegisteredClaims>> {
  const inMonths = async (feeTables: Scope['feeTables']): Promise<Outcome<readonly (readonly [month: number, count: number])[]>> => {
    const answer = await client.table({ ...scope, feeTables }, choices, 'request_month');
    return answer.ok ? done(answer.value.lines.map(({ line, figures }) => [line, figures.applications] as const)) : answer;
  };
  const counts: FeeTableCount[] = [];
  for (const feeTable of Object.keys(FEE_TABLES).map((code) => Number(code) as FeeTable)) {
    if (scope.feeTables?.includes(feeTable) === false) continue;
    const answer = await inMonths([feeTable]);
    if (!answer.ok) return answer;
    for (const [month, count] of answer.value) counts.push({ month, feeTable, count });
  }
  const all = await inMonths(scope.feeTables);
  return all.ok ? done({ from: { kind: 'results' }, counts, byMonth: new Map(all.value) }) : all;
}

/** Lists come from old systems as CP932; what is not UTF-8 is read as that. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('shift_jis').decode(bytes);
    throw error;
  }
}
