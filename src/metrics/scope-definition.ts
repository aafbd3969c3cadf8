import scope from './definitions/scope.sql?raw';
import sourceAll from './definitions/source-all.sql?raw';
import sourcePicked from './definitions/source-picked.sql?raw';
import type { Scope } from './scope.ts';

/** What the scope is read from: all lines, or those of records that are picked by an item or by values of columns. */
export const SOURCES = ['all', 'picked'] as const;
export type Source = (typeof SOURCES)[number];

const DEFINITIONS: Readonly<Record<Source, string>> = { all: sourceAll, picked: sourcePicked };

export function sourceOf({ items, columns }: Pick<Scope, 'items' | 'columns'>): Source {
  return items === null && columns === null ? 'all' : 'picked';
}

/** The records in scope, as WITH begins. */
export function scopeDefinition(source: Source): string {
  return `${DEFINITIONS[source].trim()},\n${scope.trim()}`;
}
