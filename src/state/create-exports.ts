import type { Accessor } from 'solid-js';
import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { faultText, failureText } from '../messages/failures.ts';
import type { Table } from '../metrics/figures.ts';
import type { Dimension } from '../metrics/scope.ts';
import { type RefusedFile, importRecord, rejectedFile } from '../report/import-files.ts';
import { type InspectedClaims, checkTypesFile, itemsFile, monthlyFile } from '../report/table-files.ts';
import { zipOf } from '../report/zip.ts';
import type { ViewState } from './create-view.ts';
import type { WorkbenchState } from './create-workbench.ts';

/** The files the app writes, by the names the contract gives them. */
export const EXPORTS = ['monthly.csv', 'items.csv', 'check-types.csv', 'rejected.csv', 'import.json'] as const;
export type ExportName = (typeof EXPORTS)[number];

const WORDING = { fault: faultText, refusal: failureText };

/** Makes files for the view's scope, from the same answers the screen shows. */
export interface Exports {
  text(name: ExportName): Promise<Outcome<string>>;
  /** All of them in one archive: browsers drop downloads that follow one another too fast, without a word. */
  zip(): Promise<Outcome<Uint8Array<ArrayBuffer>>>;
}

export function createExports(workbench: WorkbenchState, viewState: ViewState, inspected: Accessor<InspectedClaims>): Exports {
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

  async function text(name: ExportName): Promise<Outcome<string>> {
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
  }

  return {
    text,
    async zip() {
      const files = new Map<string, string>();
      for (const name of EXPORTS) {
        const file = await text(name);
        if (!file.ok) return file;
        files.set(name, file.value);
      }
      return done(zipOf(files));
    },
  };
}
