import scope from './definitions/scope.sql?raw';
import sourceAggregate from './definitions/source-aggregate.sql?raw';
import sourceAll from './definitions/source-all.sql?raw';
import sourcePicked from './definitions/source-picked.sql?raw';
import type { Dimension, Scope } from './scope.ts';

/** What tells of single records: every line, or those of records picked by an item or by values of columns. */
export const RECORD_SOURCES = ['all', 'picked'] as const;
export type RecordSource = (typeof RECORD_SOURCES)[number];

/** What the scope is read from: these, or records brought together. */
export const SOURCES = ['aggregate', ...RECORD_SOURCES] as const;
export type Source = (typeof SOURCES)[number];

const DEFINITIONS: Readonly<Record<Source, string>> = { aggregate: sourceAggregate, all: sourceAll, picked: sourcePicked };

/** What single records need not be asked for. */
const AGGREGATED: readonly Dimension[] = ['total', 'request_month', 'result_month'];

/** What the lines of a table in this scope are read from. */
export function sourceOf(scope: Scope, dimension: Dimension): Source {
  const source = recordSourceOf(scope);
  const isNarrow = scope.checkTypes !== null || scope.results !== null || scope.providers !== null;
  return source === 'all' && !isNarrow && AGGREGATED.includes(dimension) ? 'aggregate' : source;
}

/** What the records in this scope are read from. */
export function recordSourceOf({ items, columns }: Scope): RecordSource {
  return items === null && columns === null ? 'all' : 'picked';
}

/** The records in scope, as WITH begins. */
export function scopeDefinition(source: Source): string {
  return `${DEFINITIONS[source].trim()},\n${scope.trim()}`;
}
