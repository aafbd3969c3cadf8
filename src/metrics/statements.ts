import type { Grain } from '../records/grain.ts';
import figures from './definitions/figures.sql?raw';
import lineCheckType from './definitions/line-check-type.sql?raw';
import lineItem from './definitions/line-item.sql?raw';
import lineItemGroup from './definitions/line-item-group.sql?raw';
import lineProvider from './definitions/line-provider.sql?raw';
import lineRequestMonth from './definitions/line-request-month.sql?raw';
import lineResultMonth from './definitions/line-result-month.sql?raw';
import lineTotal from './definitions/line-total.sql?raw';
import members from './definitions/members.sql?raw';
import membersCount from './definitions/members-count.sql?raw';
import membersPage from './definitions/members-page.sql?raw';
import months from './definitions/months.sql?raw';
import series from './definitions/series.sql?raw';
import unitReceipt from './definitions/unit-receipt.sql?raw';
import unitReceiptItem from './definitions/unit-receipt-item.sql?raw';
import unitRow from './definitions/unit-row.sql?raw';
import { type Attribution, type Dimension, type Measure, isOfItems } from './scope.ts';
import { type RecordShape, type ScopeShape, scopeDefinition } from './scope-definition.ts';

const LINES: Readonly<Record<Dimension, string>> = {
  total: lineTotal,
  request_month: lineRequestMonth,
  result_month: lineResultMonth,
  item: lineItem,
  item_group: lineItemGroup,
  check_type: lineCheckType,
  provider: lineProvider,
};

export const DIMENSIONS = Object.keys(LINES) as readonly Dimension[];

function unitOf(dimension: Dimension, grain: Grain, attribution: Attribution): string {
  if (grain === 'row') return unitRow;
  return isOfItems(dimension) && attribution !== 'full' ? unitReceiptItem : unitReceipt;
}

/** One after another, as WITH names them. */
function named(...definitions: readonly string[]): string {
  return `WITH ${definitions.map((definition) => definition.trim()).join(',\n')}`;
}

/** The statement that gives the figures of every line of a table. */
export function figuresStatement(shape: ScopeShape, dimension: Dimension, { grain, attribution }: Pick<Measure, 'grain' | 'attribution'>): string {
  return named(scopeDefinition(shape), LINES[dimension], unitOf(dimension, grain, attribution), figures);
}

/** The statement that gives what the figures of both month tables are made of, see `figuresByMonth`. */
export function monthsStatement(shape: ScopeShape): string {
  return `${named(scopeDefinition(shape))}\n${months}`;
}

/** The statement that gives the months of every line. */
export function seriesStatement(shape: ScopeShape, dimension: Dimension): string {
  return named(scopeDefinition(shape), LINES[dimension], series);
}

/** The statement that gives one page of the records behind a cell. */
export function membersStatement(shape: RecordShape, dimension: Dimension): string {
  return `${named(scopeDefinition(shape), LINES[dimension], members)}\n${membersPage}`;
}

/** The statement that counts applications and records behind a cell. */
export function membersCountStatement(shape: RecordShape, dimension: Dimension): string {
  return `${named(scopeDefinition(shape), LINES[dimension], members)}\n${membersCount}`;
}
