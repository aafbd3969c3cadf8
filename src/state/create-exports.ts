import type { Accessor } from 'solid-js';
import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { faultText, failureText } from '../messages/failures.ts';
import type { Table } from '../metrics/figures.ts';
import type { Dimension } from '../metrics/scope.ts';
import { type RefusedFile, importRecord, rejectedFile } from '../report/import-files.ts';
import { type InspectedClaims, checkTypesFile, itemsFile, monthlyFile } from '../report/table-files.ts';
import type { PublishedTables } from '../report/publish-tables.ts';
import type { ReportState } from './create-report.ts';
import type { ViewState } from './create-view.ts';
import type { WorkbenchState } from './create-workbench.ts';

/** The files the app writes, by the names the contract gives them. */
export const EXPORTS = ['monthly.csv', 'items.csv', 'check-types.csv', 'rejected.csv', 'import.json'] as const;
export type ExportName = (typeof EXPORTS)[number];

type TableFile = (typeof TABLE_FILES)[number];
const TABLE_FILES = ['monthly.csv', 'items.csv', 'check-types.csv'] as const;

/** Whether a file holds a table; the others tell of single records, which are never handed out with 匿名化. */
export function isTableFile(name: ExportName): name is TableFile {
  return (TABLE_FILES as readonly string[]).includes(name);
}

const WORDING = { fault: faultText, refusal: failureText };

/** Makes the text of a file for the view's scope, from the same answers the screen shows. */
export function createExports(
  workbench: WorkbenchState,
  viewState: ViewState,
  inspected: Accessor<InspectedClaims>,
  report: Pick<ReportState, 'setting' | 'publish'>,
): (name: ExportName) => Promise<Outcome<string>> {
  async function table(dimension: Dimension): Promise<Outcome<Table>> {
    const engine = workbench.engine();
    if (engine.state !== 'ready') return failed(failure('engine_stopped'));
    const { scope, choices } = viewState.view();
    return engine.client.ask((api) => api.table(scope, choices, dimension));
  }

  /** Of the tables that may be handed out, where 匿名化 is on. */
  async function fromPublished(name: TableFile): Promise<Outcome<string>> {
    const published = await report.publish();
    return published.ok ? done(tableFile(name, published.value)) : published;
  }

  function tableFile(name: TableFile, tables: PublishedTables): string {
    const { scope, denominator, choices } = viewState.view();
    switch (name) {
      case 'monthly.csv':
        return monthlyFile(tables.byRequestMonth, tables.byResultMonth, scope, denominator, inspected());
      case 'items.csv':
        return itemsFile(tables.byItem, denominator, choices.attribution);
      case 'check-types.csv':
        return checkTypesFile(tables.byCheckType, denominator);
    }
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

  return async (name) => {
    if (report.setting().least !== null && isTableFile(name)) return fromPublished(name);
    const loaded = workbench.loaded();
    const { denominator, choices } = viewState.view();
    const refused: readonly RefusedFile[] = workbench.refused();
    switch (name) {
      case 'monthly.csv':
        return monthly();
      case 'items.csv':
        return fromTable('item', (items) => itemsFile(items, denominator, choices.attribution));
      case 'check-types.csv':
        return fromTable('check_type', (checkTypes) => checkTypesFile(checkTypes, denominator));
      case 'rejected.csv':
        return done(rejectedFile(loaded?.faults ?? [], WORDING));
      case 'import.json': {
        if (loaded === null) return failed(failure('engine_stopped'));
        return done(importRecord(loaded, refused, choices.grain, WORDING));
      }
    }
  };
}
