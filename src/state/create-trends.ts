import { type Accessor, createMemo } from 'solid-js';
import { monthsBetween } from '../core/months.ts';
import type { MonthOfLine, Table } from '../metrics/figures.ts';
import type { Choices, Dimension, Scope } from '../metrics/scope.ts';
import { type Answer, createAnswer } from './create-tables.ts';
import type { ViewState } from './create-view.ts';
import type { WorkbenchState } from './create-workbench.ts';

/** The months of every line of a table, on the period's axis. */
export interface Trends {
  /** From the first month with an application in scope to the last, without gaps. */
  readonly months: readonly number[];
  readonly byLine: ReadonlyMap<number, readonly MonthOfLine[]>;
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
    const lines = await client.ask((api) => api.series(scope, choices, dimension));
    if (!lines.ok) return lines;
    const total = await client.ask((api) => api.series(scope, choices, 'total'));
    return total.ok ? { ok: true, value: trendsOf(lines.value, total.value) } : total;
  });
}

function trendsOf(lines: readonly MonthOfLine[], total: readonly MonthOfLine[]): Trends {
  const known = total.map(({ month }) => month).filter((month) => month !== 0);
  const months = known.length === 0 ? [] : monthsBetween(Math.min(...known), Math.max(...known));
  const byLine = new Map<number, MonthOfLine[]>();
  for (const month of lines) {
    const before = byLine.get(month.line);
    if (before === undefined) byLine.set(month.line, [month]);
    else before.push(month);
  }
  return { months, byLine, total };
}
