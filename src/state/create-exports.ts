import type { Accessor } from 'solid-js';
import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { faultText, failureText } from '../messages/failures.ts';
import { JOIN_NAMES } from '../messages/list-texts.ts';
import type { Table } from '../metrics/figures.ts';
import type { Dimension } from '../metrics/scope.ts';
import type { ListSide } from '../records/list-sides.ts';
import { type RefusedFile, importRecord, rejectedFile } from '../report/import-files.ts';
import { sideFile } from '../report/list-side-file.ts';
import { RECOGNISED_HEAD, recognisedLines } from '../report/recognised-file.ts';
import { type InspectedClaims, checkTypesFile, itemsFile, monthlyFile } from '../report/table-files.ts';
import type { PublishedTables } from '../report/publish-tables.ts';
import { type SavedFiles, savedFiles, zipped } from '../report/saved-files.ts';
import type { FingerprintsState } from './create-fingerprints.ts';
import type { ReportState } from './create-report.ts';
import type { ViewState } from './create-view.ts';
import type { WorkbenchState } from './create-workbench.ts';

/** The files the app writes, by the names the contract gives them. */
export const EXPORTS = ['monthly.csv', 'items.csv', 'check-types.csv', 'recognised.csv', 'rejected.csv', 'import.json'] as const;
export type ExportName = (typeof EXPORTS)[number];

/** Pairs of record and item asked for, and written, at once: a part that the page does not notice. */
const PAIRS_AT_ONCE = 10_000;

type TableFile = (typeof TABLE_FILES)[number];
const TABLE_FILES = ['monthly.csv', 'items.csv', 'check-types.csv'] as const;

/** Whether a file holds a table; the others tell of single records, which are never handed out with 匿名化. */
export function isTableFile(name: ExportName): name is TableFile {
  return (TABLE_FILES as readonly string[]).includes(name);
}

const WORDING = { fault: faultText, refusal: failureText };

/**
 * Makes files for the view's scope, from the same answers the screen shows. With 匿名化 they are made from what may be
 * handed out, and all others are refused.
 */
export interface Exports {
  file(name: ExportName): Promise<Outcome<SavedFiles>>;
  /** All that may leave in one archive: browsers drop downloads that follow one another too fast, without a word. */
  zip(name: string): Promise<Outcome<SavedFiles>>;
}

export function createExports(
  workbench: WorkbenchState,
  viewState: ViewState,
  inspected: Accessor<InspectedClaims>,
  report: Pick<ReportState, 'setting' | 'isAnonymised' | 'publish'>,
  fingerprints: Pick<FingerprintsState, 'settled'>,
): Exports {
  async function table(dimension: Dimension): Promise<Outcome<Table>> {
    const engine = workbench.engine();
    if (engine.state !== 'ready') return failed(failure('engine_stopped'));
    const { scope, choices } = viewState.view();
    return engine.client.table(scope, choices, dimension);
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

  async function recognised(): Promise<Outcome<readonly string[]>> {
    const engine = workbench.engine();
    if (engine.state !== 'ready') return failed(failure('engine_stopped'));
    const parts = [RECOGNISED_HEAD];
    for (let start = 0; ; start += PAIRS_AT_ONCE) {
      const page = await engine.client.ask((api) => api.recognised({ start, size: PAIRS_AT_ONCE }));
      if (!page.ok) return page;
      parts.push(recognisedLines(page.value.rows));
      if (page.value.isLast) return done(parts);
    }
  }

  async function text(name: ExportName): Promise<Outcome<readonly string[]>> {
    if (name === 'recognised.csv') return recognised();
    const whole = await shortText(name);
    return whole.ok ? done([whole.value]) : whole;
  }

  async function shortText(name: Exclude<ExportName, 'recognised.csv'>): Promise<Outcome<string>> {
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
      case 'rejected.csv':
        return done(rejectedFile(loaded?.faults ?? [], WORDING));
      case 'import.json': {
        if (loaded === null) return failed(failure('engine_stopped'));
        return done(importRecord(loaded, await fingerprints.settled(), refused, choices.grain, scope, WORDING));
      }
    }
  }

  /** The texts of these files, all made from one answer where 匿名化 is on. */
  async function texts(names: readonly ExportName[]): Promise<Outcome<readonly SavedFiles[]>> {
    const { encoding } = report.setting();
    const published = report.isAnonymised() ? await report.publish() : null;
    if (published?.ok === false) return published;
    const files: SavedFiles[] = [];
    for (const name of names) {
      const file = published === null ? await text(name) : fromPublished(name, published.value);
      if (!file.ok) return file;
      files.push(savedFiles(name, file.value, encoding));
    }
    return done(files);
  }

  function fromPublished(name: ExportName, tables: PublishedTables): Outcome<readonly string[]> {
    return isTableFile(name) ? done([tableFile(name, tables)]) : failed(failure('not_anonymised'));
  }

  return {
    async file(name) {
      const made = await texts([name]);
      return made.ok ? done(made.value[0] as SavedFiles) : made;
    },
    async zip(name) {
      const made = await texts(report.isAnonymised() ? TABLE_FILES : EXPORTS);
      return made.ok ? done(zipped(name, made.value)) : made;
    },
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
