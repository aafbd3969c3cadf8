import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import { type Outcome, done } from '../core/outcome.ts';
import type { Choices, Scope } from '../metrics/scope.ts';
import { type FeeTableCount, REPORTED_TABLES, readInspectedFile } from '../report/papers/inspection-report.ts';
import { readCsv } from '../report/read-csv.ts';
import type { InspectedState } from './create-inspected.ts';
import { type Answer, createAnswer } from './create-tables.ts';
import type { ViewState } from './create-view.ts';
import type { WorkbenchState } from './create-workbench.ts';

/** What レセプト点検結果報告書（ア） is made from. */
export interface InspectionState {
  /** 点検件数 by month and fee table as read from a file; empty before. */
  readonly inspected: Accessor<readonly FeeTableCount[]>;
  /** Lines of that file that could not be read. */
  readonly unread: Accessor<readonly number[]>;
  /** Applications in scope by month of application and fee table. */
  readonly registered: Accessor<Answer<readonly FeeTableCount[]>>;
  /** Takes a file 月,点数表,点検件数; the months' sums become 点検件数 of the summary too. */
  take(file: File): Promise<void>;
}

export function createInspection(workbench: WorkbenchState, viewState: ViewState, typed: InspectedState, isWanted: Accessor<boolean>): InspectionState {
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
  const registered = createAnswer(workbench, question, async (client, { scope, choices }): Promise<Outcome<readonly FeeTableCount[]>> => {
    const counts: FeeTableCount[] = [];
    for (const feeTable of REPORTED_TABLES) {
      if (scope.feeTables?.includes(feeTable) === false) continue;
      const answer = await client.ask((api) => api.table({ ...scope, feeTables: [feeTable] }, choices, 'request_month'));
      if (!answer.ok) return answer;
      for (const { line, figures } of answer.value.lines) if (line !== 0) counts.push({ month: line, feeTable, count: figures.applications });
    }
    return done(counts);
  });
  return {
    inspected,
    unread,
    registered,
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

/** Lists come from old systems as CP932; what is not UTF-8 is read as that. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('shift_jis').decode(bytes);
    throw error;
  }
}
