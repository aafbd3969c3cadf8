import { type Outcome, done } from '../core/outcome.ts';
import type { Figures, MonthOfLine, Table } from '../metrics/figures.ts';
import type { MemberRecord, Members, Page } from '../metrics/members.ts';
import { type Cell, type Choices, type Dimension, type Scope, cellVariables } from '../metrics/scope.ts';
import { figuresStatement, membersCountStatement, membersStatement, seriesStatement } from '../metrics/statements.ts';
import { FIRST_WAITING } from '../records/joined-lists.ts';
import type { Asker } from './asker.ts';
import type { Database, Row } from './database.ts';
import type { LoadedRecords } from './loaded-records.ts';
import { memberRecord } from './member-record.ts';
import { figuresOf, monthOfLine } from './read-figures.ts';
import type { Turns } from './turns.ts';
import { type Visible, measureOf } from './visible.ts';
import { waitingRecord } from './waiting-record.ts';

/** Tables, the months of their lines and the records behind their cells. */
export function tableCalls(database: Database, records: LoadedRecords, asker: Asker, turns: Turns) {
  function figures(visible: Visible, scope: Scope, choices: Choices, lines: Dimension): Promise<Outcome<readonly Row[]>> {
    asker.bind(visible, scope, choices, lines);
    return asker.query(figuresStatement(lines, measureOf(choices, visible)));
  }

  /** The line 合計, which all tables of a scope share. */
  async function totalOf(visible: Visible, scope: Scope, choices: Choices): Promise<Outcome<Figures>> {
    const known = visible.answered.find(scope, choices, 'total');
    if (known !== null) return done(known.total);
    const rows = await figures(visible, scope, choices, 'total');
    if (!rows.ok) return rows;
    const total = figuresOf(rows.value[0]);
    visible.answered.keep(scope, choices, 'total', { total, lines: [] });
    return done(total);
  }

  function member({ store, joined }: Visible, row: number, application: number): MemberRecord {
    return row >= FIRST_WAITING ? waitingRecord(row, application, joined.lists) : memberRecord(store, row, application);
  }

  return {
    table: (scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<Table>> =>
      turns.now(async () => {
        const { visible } = records;
        if (visible === null) return done({ lines: [], total: figuresOf(undefined) });
        const known = visible.answered.find(scope, choices, dimension);
        if (known !== null) return done(known);
        const by = asker.linesOf(visible, choices, dimension);
        const lines = by === 'total' ? done([]) : await figures(visible, scope, choices, by);
        if (!lines.ok) return lines;
        const total = await totalOf(visible, scope, choices);
        if (!total.ok) return total;
        const table = { total: total.value, lines: lines.value.map((row) => visible.names.line(by, row)) };
        visible.answered.keep(scope, choices, dimension, table);
        return done(table);
      }),

    series: (scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<readonly MonthOfLine[]>> =>
      turns.later(`series ${dimension}`, async (isInterrupted) => {
        const { visible } = records;
        if (visible === null) return done([]);
        const by = asker.linesOf(visible, choices, dimension);
        asker.bind(visible, scope, choices, by);
        const rows = await asker.query(seriesStatement(by), isInterrupted);
        return rows.ok ? done(rows.value.map(monthOfLine)) : rows;
      }),

    members: (scope: Scope, choices: Choices, dimension: Dimension, cell: Cell, page: Page): Promise<Outcome<Members>> =>
      turns.now(async () => {
        const { visible } = records;
        if (visible === null) return done({ applications: 0, records: 0, rows: [] });
        const by = asker.linesOf(visible, choices, dimension);
        asker.bind(visible, scope, choices, by);
        database.bind(cellVariables(cell, page));
        const counts = await asker.query(membersCountStatement(by));
        if (!counts.ok) return counts;
        const rows = await asker.query(membersStatement(by));
        if (!rows.ok) return rows;
        return done({
          applications: Number(counts.value[0]?.applications),
          records: Number(counts.value[0]?.records),
          rows: rows.value.map((row) => member(visible, Number(row.record), Number(row.application))),
        });
      }),
  };
}
