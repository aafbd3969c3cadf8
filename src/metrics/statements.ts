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
import scope from './definitions/scope.sql?raw';
import series from './definitions/series.sql?raw';
import unitReceipt from './definitions/unit-receipt.sql?raw';
import unitReceiptItem from './definitions/unit-receipt-item.sql?raw';
import unitRow from './definitions/unit-row.sql?raw';
import { type Dimension, isOfItems } from './scope.ts';

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

function unitOf(dimension: Dimension, grain: Grain): string {
  if (grain === 'row') return unitRow;
  return isOfItems(dimension) ? unitReceiptItem : unitReceipt;
}

/** The statement that gives the figures of every line of a table. */
export function figuresStatement(dimension: Dimension, grain: Grain): string {
  return `WITH ${[scope, LINES[dimension], unitOf(dimension, grain), figures].join(',\n')}`;
}

/** The statement that gives the months of every line. */
export function seriesStatement(dimension: Dimension): string {
  return `WITH ${[scope, LINES[dimension], series].join(',\n')}`;
}

/** The statement that gives one page of the records behind a cell. */
export function membersStatement(dimension: Dimension): string {
  return `WITH ${[scope, LINES[dimension], members].join(',\n')}\n${membersPage}`;
}

/** The statement that counts applications and records behind a cell. */
export function membersCountStatement(dimension: Dimension): string {
  return `WITH ${[scope, LINES[dimension], members].join(',\n')}\n${membersCount}`;
}
