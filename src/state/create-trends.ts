import { type Accessor, createMemo } from 'solid-js';
import { monthsBetween } from '../core/months.ts';
import { done } from '../core/outcome.ts';
import type { MonthOfLine, Table } from '../metrics/figures.ts';
import type { Choices, Dimension, Scope } from '../metrics/scope.ts';
import { type Answer, createAnswer } from './create-tables.ts';
import type { ViewState } from './create-view.ts';
import type { WorkbenchState } from './create-workbench.ts';

/** The months of every line of a table, on the period's axis. */
export interface Trends {
  /** From the first month with an application in scope to the last, without gaps. */
  readonly months: readonly number[];
  ofLine(line: number): readonly MonthOfLine[];
  readonly total: readonly MonthOfLine[];
}

interface Question {
  readonly scope: Scope;
  readonly choices: Choices;
  readonly version: number;
}

/** The trends beside a table; asked for after the table, and only while `isWanted`. */
export function createTrends(
  workbench: WorkbenchState,
  viewState: ViewState,
  dimension: Dimension,
  table: Accessor<Answer<Table>>,
  isWanted: Accessor<boolean>,
): Accessor<Answer<Trends>> {
  const question = createMemo<Question | null>(
    (before) => {
      const version = workbench.version();
      const { scope, choices } = viewState.view();
      const { value, isPending } = table();
      if (isWanted() && value !== null && !isPending) return { scope, choices, version };
      return before?.version === version ? before : null;
    },
    null,
    { equals: (a, b) => a?.scope === b?.scope && a?.choices === b?.choices && a?.version === b?.version },
  );
  return createAnswer(workbench, question, async (client, { scope, choices }) => {
    const ofLine = await client.series(scope, choices, dimension);
    if (!ofLine.ok) return ofLine;
    const total = await client.series(scope, choices, 'total');
    return total.ok ? done({ ofLine: ofLine.value, months: monthsOf(total.value(0)), total: total.value(0) }) : total;
  });
}

function monthsOf(total: readonly MonthOfLine[]): readonly number[] {
  const known = total.map(({ month }) => month).filter((month) => month !== 0);
  return known.length === 0 ? [] : monthsBetween(Math.min(...known), Math.max(...known));
}
