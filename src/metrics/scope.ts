import type { FeeTable } from '../classify/claim-codes.ts';
import type { ItemLevel } from '../classify/item.ts';
import { type ReviewResult, resultCode } from '../core/review-result.ts';
import type { Grain } from '../records/grain.ts';
import type { Page } from './members.ts';

/** Which month a period is about: 依頼年月 or 結果処理年月. */
export type Axis = 'request' | 'result';

/**
 * Keeps the records whose value in one column is one of a list or, in a column of numbers or months, between two bounds.
 * An empty text stands for a blank field.
 */
export interface ColumnFilter {
  /** A name of `LOADED_COLUMNS`. */
  readonly column: string;
  /** Null where bounds are given. */
  readonly values: readonly string[] | null;
  /** Both included; null is no bound. */
  readonly from: number | null;
  readonly to: number | null;
}

/** Which records the figures are about. Null does not narrow; an empty list keeps nothing. */
export interface Scope {
  readonly axis: Axis;
  /** First and last month (yyyymm) on the axis, both included. Records without that month are outside of any period. */
  readonly from: number | null;
  readonly to: number | null;
  readonly feeTables: readonly FeeTable[] | null;
  /** 県内 or 県外; a provider code without prefecture counts as 県内. */
  readonly region: 'in' | 'out' | null;
  /** Names of check types; 未分類 for records without one. */
  readonly checkTypes: readonly string[] | null;
  /** Results of records. */
  readonly results: readonly ReviewResult[] | null;
  /** `種類:コード`; 未分類 for records that name no item. */
  readonly items: readonly string[] | null;
  /** Provider codes as written in field 4. */
  readonly providers: readonly string[] | null;
  /** Each narrows further; at most one a column. */
  readonly columns: readonly ColumnFilter[] | null;
  /** Whether applications of claims that the insurer excludes (点検除外データ) stay in. */
  readonly keepsExcluded: boolean;
  /** Whether listed applications without a result record count as 未決. */
  readonly countsListed: boolean;
}

export const EVERYTHING: Scope = {
  axis: 'request',
  from: null,
  to: null,
  feeTables: null,
  region: null,
  checkTypes: null,
  results: null,
  items: null,
  providers: null,
  columns: null,
  keepsExcluded: false,
  countsListed: false,
};

/**
 * Whether listed applications without a result can stand in the scope where it counts them. They have a request month,
 * a check type and items, and all else blank: a scope that asks for a value of anything else leaves them out.
 */
export function canHoldListed({ axis, from, to, feeTables, region, results, providers, columns }: Scope): boolean {
  const isOfResultMonths = axis === 'result' && (from !== null || to !== null);
  const isOfRecords = feeTables?.includes(0) === false || region === 'out' || columns !== null || providers?.includes('') === false;
  return !isOfResultMonths && !isOfRecords && results?.includes('pending') !== false;
}

/** How points of a unit that names several items go to their lines. */
export type Attribution = 'full' | 'equal' | 'single';

/** What the rates are divided by: 結果判明 or 申出. */
export type Denominator = 'decided' | 'applied';

/** How figures are computed, beside which records they are about. */
export interface Measure {
  readonly grain: Grain;
  readonly attribution: Attribution;
  /** 1 to 47; 0 when no insurer number tells one, and nothing but codes without prefecture is 県内. */
  readonly ownPrefecture: number;
}

/** What the lines of a table are; `item_group`: items rolled up to the level chosen. */
export type Dimension = 'total' | 'request_month' | 'result_month' | 'item' | 'item_group' | 'check_type' | 'provider';

/** Whether a record may stand on several lines, its points being shared by them. */
export function isOfItems(dimension: Dimension): boolean {
  return dimension === 'item' || dimension === 'item_group';
}

/** The numbers the loaded data gave to the names in a scope. */
export interface Numbering {
  checkType(name: string): number;
  /** All numbers that stand for an item or a group. */
  items(key: string): readonly number[];
  provider(code: string): number;
}

/** A value for the engine: bound, never spliced. */
export interface Variable {
  readonly name: VariableName;
  readonly type: 'VARCHAR' | 'INTEGER' | 'INTEGER[]';
  /** Lists travel as comma-separated integers. */
  readonly value: string | number | null;
}

export type VariableName =
  | 'axis'
  | 'period_from'
  | 'period_to'
  | 'fee_tables'
  | 'region'
  | 'own_prefecture'
  | 'check_types'
  | 'results'
  | 'providers'
  | 'items'
  | 'column_filters'
  | 'keeps_excluded'
  | 'counts_listed'
  | 'attribution'
  | 'cell_line'
  | 'cell_results'
  | 'cell_unit_results'
  | 'page_size'
  | 'page_start'
  | 'value_limit';

/**
 * The one door for what a user chose: scope and measure as variables of the engine.
 * Attribution splits points between items, so only the item table gets another one than `full`.
 */
export function scopeVariables(scope: Scope, measure: Measure, dimension: Dimension, numbering: Numbering): readonly Variable[] {
  const attribution = isOfItems(dimension) ? measure.attribution : 'full';
  return [
    text('axis', scope.axis),
    integer('period_from', scope.from),
    integer('period_to', scope.to),
    list('fee_tables', scope.feeTables),
    text('region', scope.region),
    integer('own_prefecture', measure.ownPrefecture),
    list('check_types', scope.checkTypes?.map((name) => numbering.checkType(name)) ?? null),
    list('results', scope.results?.map(resultCode) ?? null),
    list('providers', scope.providers?.map((code) => numbering.provider(code)) ?? null),
    list('items', scope.items?.flatMap((key) => numbering.items(key)) ?? null),
    integer('column_filters', scope.columns?.length ?? null),
    integer('keeps_excluded', scope.keepsExcluded ? 1 : 0),
    integer('counts_listed', scope.countsListed ? 1 : 0),
    text('attribution', attribution),
  ];
}

/** A cell of a table: whose records are asked for. */
export interface Cell {
  /** The line's number in its dimension: month, item or check type; 0 for the total or the blank line. */
  readonly line: number;
  /** Applications with one of these results on the line; null for all. */
  readonly results: readonly ReviewResult[] | null;
  /** Of these the records whose own result is one of these; null for all. */
  readonly recordResults: readonly ReviewResult[] | null;
}

export function cellVariables(cell: Cell, page: Page): readonly Variable[] {
  return [
    integer('cell_line', cell.line),
    list('cell_results', cell.results?.map(resultCode) ?? null),
    list('cell_unit_results', cell.recordResults?.map(resultCode) ?? null),
    integer('page_size', page.size),
    integer('page_start', page.start),
  ];
}

/** How many values of a column are asked for, the commonest first. */
export function valueVariables(most: number): readonly Variable[] {
  return [integer('value_limit', most)];
}

function text(name: VariableName, value: string | null): Variable {
  return { name, type: 'VARCHAR', value };
}

function integer(name: VariableName, value: number | null): Variable {
  return { name, type: 'INTEGER', value };
}

function list(name: VariableName, values: readonly number[] | null): Variable {
  return { name, type: 'INTEGER[]', value: values === null ? null : values.join(',') };
}

/** Choices that change figures but not which records they are about; null and `auto` follow the data. */
export interface Choices {
  readonly grain: 'auto' | Grain;
  readonly attribution: Attribution;
  /** To which level the lines of the item table are rolled up. */
  readonly itemLevel: ItemLevel;
  /** 1 to 47; null takes the prefecture most insurer numbers name. */
  readonly ownPrefecture: number | null;
}
