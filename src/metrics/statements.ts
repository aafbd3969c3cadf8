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
import monthsReceipt from './definitions/months-receipt.sql?raw';
import monthsRow from './definitions/months-row.sql?raw';
import series from './definitions/series.sql?raw';
import unitReceipt from './definitions/unit-receipt.sql?raw';
import unitReceiptItem from './definitions/unit-receipt-item.sql?raw';
import unitRow from './definitions/unit-row.sql?raw';
import { type Attribution, type Dimension, type Measure, isOfItems } from './scope.ts';
import { type RecordSource, type Source, scopeDefinition } from './scope-definition.ts';

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
export function figuresStatement(source: Source, dimension: Dimension, { grain, attribution }: Pick<Measure, 'grain' | 'attribution'>): string {
  return named(scopeDefinition(source), LINES[dimension], unitOf(dimension, grain, attribution), figures);
}

/** In the answer of {@link monthsStatement} the line of a result month is its month (yyyymm, 0 where blank) and so much more. */
export const RESULT_MONTHS_FROM = 1_000_000;

/** The statement that gives the figures of both month tables in one go, as `figuresStatement` gives them of each. */
export function monthsStatement(source: Source, grain: Grain): string {
  return named(scopeDefinition(source), grain === 'row' ? monthsRow : monthsReceipt, figures);
}

/** The statement that gives the months of every line. */
export function seriesStatement(source: Source, dimension: Dimension): string {
  return named(scopeDefinition(source), LINES[dimension], series);
}

/** The statement that gives one page of the records behind a cell. */
export function membersStatement(source: RecordSource, dimension: Dimension): string {
  return `${named(scopeDefinition(source), LINES[dimension], members)}\n${membersPage}`;
}

/** The statement that counts applications and records behind a cell. */
export function membersCountStatement(source: RecordSource, dimension: Dimension): string {
  return `${named(scopeDefinition(source), LINES[dimension], members)}\n${membersCount}`;
}
