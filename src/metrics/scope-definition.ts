import scopeClose from './definitions/scope-close.sql?raw';
import scopeOpen from './definitions/scope-open.sql?raw';
import sourceAggregate from './definitions/source-aggregate.sql?raw';
import sourceFact from './definitions/source-fact.sql?raw';
import withinCheckTypes from './definitions/within-check-types.sql?raw';
import withinColumns from './definitions/within-columns.sql?raw';
import withinFeeTables from './definitions/within-fee-tables.sql?raw';
import withinItems from './definitions/within-items.sql?raw';
import withinNotExcluded from './definitions/within-not-excluded.sql?raw';
import withinNotListed from './definitions/within-not-listed.sql?raw';
import withinProviders from './definitions/within-providers.sql?raw';
import withinRegion from './definitions/within-region.sql?raw';
import withinRequestMonths from './definitions/within-request-months.sql?raw';
import withinResultMonths from './definitions/within-result-months.sql?raw';
import withinResults from './definitions/within-results.sql?raw';
import type { Dimension, Scope } from './scope.ts';

/** A condition of the scope. A statement has those that narrow, and no others: planning the others takes longer than asking. */
interface Condition {
  readonly sql: string;
  /** Whether single records have to be asked for it. */
  readonly isOfRecords: boolean;
  isAsked(scope: Scope): boolean;
}

const hasPeriod = ({ from, to }: Scope): boolean => from !== null || to !== null;

const CONDITIONS: readonly Condition[] = [
  { sql: withinRequestMonths, isOfRecords: false, isAsked: (scope) => scope.axis === 'request' && hasPeriod(scope) },
  { sql: withinResultMonths, isOfRecords: false, isAsked: (scope) => scope.axis === 'result' && hasPeriod(scope) },
  { sql: withinNotExcluded, isOfRecords: false, isAsked: ({ keepsExcluded }) => !keepsExcluded },
  { sql: withinNotListed, isOfRecords: false, isAsked: ({ countsListed }) => !countsListed },
  { sql: withinFeeTables, isOfRecords: false, isAsked: ({ feeTables }) => feeTables !== null },
  { sql: withinRegion, isOfRecords: false, isAsked: ({ region }) => region !== null },
  { sql: withinCheckTypes, isOfRecords: true, isAsked: ({ checkTypes }) => checkTypes !== null },
  { sql: withinResults, isOfRecords: true, isAsked: ({ results }) => results !== null },
  { sql: withinProviders, isOfRecords: true, isAsked: ({ providers }) => providers !== null },
  { sql: withinItems, isOfRecords: true, isAsked: ({ items }) => items !== null },
  { sql: withinColumns, isOfRecords: true, isAsked: ({ columns }) => columns !== null },
];

/** What a statement about a scope reads from, and under which conditions. What is asked for stands in variables. */
export interface ScopeShape {
  /** Records brought together, or single ones. */
  readonly source: 'aggregate' | 'fact';
  readonly conditions: readonly Condition[];
}

/** Of a statement that asks single records. */
export interface RecordShape extends ScopeShape {
  readonly source: 'fact';
}

/** What single records need not be asked for. */
const AGGREGATED: readonly Dimension[] = ['total', 'request_month', 'result_month'];

/** The shape of a statement about the lines of a dimension. */
export function shapeOf(scope: Scope, dimension: Dimension): ScopeShape {
  const { conditions } = recordShapeOf(scope);
  const isOfRecords = !AGGREGATED.includes(dimension) || conditions.some((condition) => condition.isOfRecords);
  return { source: isOfRecords ? 'fact' : 'aggregate', conditions };
}

export function recordShapeOf(scope: Scope): RecordShape {
  return { source: 'fact', conditions: CONDITIONS.filter((condition) => condition.isAsked(scope)) };
}

/** The records in scope, as WITH begins. */
export function scopeDefinition({ source, conditions }: ScopeShape): string {
  const lines = [source === 'fact' ? sourceFact : sourceAggregate, scopeOpen, ...conditions.map(({ sql }) => sql), scopeClose].map((part) => part.trimEnd());
  return `${lines[0] as string},\n${lines.slice(1).join('\n')}`;
}
