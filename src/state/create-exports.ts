import type { Accessor } from 'solid-js';
import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { faultText, failureText } from '../messages/failures.ts';
import { JOIN_NAMES } from '../messages/list-texts.ts';
import type { Table } from '../metrics/figures.ts';
import type { Dimension } from '../metrics/scope.ts';
import type { ListSide } from '../records/list-sides.ts';
import type { Recognised } from '../records/recognised.ts';
import { type RefusedFile, importRecord, rejectedFile } from '../report/import-files.ts';
import { sideFile } from '../report/list-side-file.ts';
import { recognisedFile } from '../report/recognised-file.ts';
import { type InspectedClaims, checkTypesFile, itemsFile, monthlyFile } from '../report/table-files.ts';
import type { ViewState } from './create-view.ts';
import type { WorkbenchState } from './create-workbench.ts';

/** The files the app writes, by the names the contract gives them. */
export const EXPORTS = ['monthly.csv', 'items.csv', 'check-types.csv', 'recognised.csv', 'rejected.csv', 'import.json'] as const;
export type ExportName = (typeof EXPORTS)[number];

/** Pairs of record and item asked for at once. */
const PAIRS_AT_ONCE = 50_000;

const WORDING = { fault: faultText, refusal: failureText };

/** Makes the text of a file for the view's scope, from the same answers the screen shows. */
export function createExports(
  workbench: WorkbenchState,
  viewState: ViewState,
  inspected: Accessor<InspectedClaims>,
): (name: ExportName) => Promise<Outcome<string>> {
  async function table(dimension: Dimension): Promise<Outcome<Table>> {
    const engine = workbench.engine();
    if (engine.state !== 'ready') return failed(failure('engine_stopped'));
    const { scope, choices } = viewState.view();
    return engine.client.ask((api) => api.table(scope, choices, dimension));
  }

  async function monthly(): Promise<Outcome<string>> {
    const { scope, denominator } = viewState.view();
    const byRequest = await table('request_month');
    const byResult = byRequest.ok ? await table('result_month') : byRequest;
    if (!byRequest.ok) return byRequest;
    if (!byResult.ok) return byResult;
    return done(monthlyFile(byRequest.value, byResult.value, scope, denominator, inspected()));
  }

  async function fromTable(dimension: Dimension, write: (table: Table) => string): Promise<Outcome<string>> {
    const answer = await table(dimension);
    return answer.ok ? done(write(answer.value)) : answer;
  }

  async function recognised(): Promise<Outcome<string>> {
    const engine = workbench.engine();
    if (engine.state !== 'ready') return failed(failure('engine_stopped'));
    const found: Recognised[] = [];
    for (let start = 0; ; start += PAIRS_AT_ONCE) {
      const page = await engine.client.ask((api) => api.recognised({ start, size: PAIRS_AT_ONCE }));
      if (!page.ok) return page;
      for (const each of page.value.rows) found.push(each);
      if (page.value.isLast) return done(recognisedFile(found));
    }
  }

  return async (name) => {
    const loaded = workbench.loaded();
    const { denominator, choices, scope } = viewState.view();
    const refused: readonly RefusedFile[] = workbench.refused();
    switch (name) {
      case 'monthly.csv':
        return monthly();
      case 'items.csv':
        return fromTable('item', (items) => itemsFile(items, denominator, choices.attribution));
      case 'check-types.csv':
        return fromTable('check_type', (checkTypes) => checkTypesFile(checkTypes, denominator));
      case 'recognised.csv':
        return recognised();
      case 'rejected.csv':
        return done(rejectedFile(loaded?.faults ?? [], WORDING));
      case 'import.json': {
        if (loaded === null) return failed(failure('engine_stopped'));
        return done(importRecord(loaded, refused, choices.grain, scope, WORDING));
      }
    }
  };
}

/** Makes the text of the file of one side of a joined list. */
export function createSideText(workbench: WorkbenchState): (side: ListSide) => Promise<Outcome<string>> {
  return async (side) => {
    const engine = workbench.engine();
    if (engine.state !== 'ready') return failed(failure('engine_stopped'));
    const page = await engine.client.ask((api) => api.listSide(side, { start: 0, size: Number.MAX_SAFE_INTEGER }));
    return page.ok ? done(sideFile(side, page.value.rows, JOIN_NAMES)) : page;
  };
}
