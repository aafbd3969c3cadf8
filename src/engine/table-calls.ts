import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { type Figures, type Line, NO_FIGURES, type Table } from '../metrics/figures.ts';
import type { LineMonths } from '../metrics/line-months.ts';
import type { MemberRecord, Members, Page } from '../metrics/members.ts';
import { type PackedTable, packTable } from '../metrics/packed-table.ts';
import { type MonthFigures, monthFigures } from '../metrics/month-figures.ts';
import { type Cell, type Choices, type Dimension, type Scope, cellVariables } from '../metrics/scope.ts';
import { figuresStatement, membersCountStatement, membersStatement, monthsStatement, seriesStatement } from '../metrics/statements.ts';
import { recordShapeOf, shapeOf } from '../metrics/scope-definition.ts';
import { FIRST_WAITING } from '../records/joined-lists.ts';
import type { Asker } from './asker.ts';
import type { Database } from './database.ts';
import { engineFailure } from './engine-failure.ts';
import type { FactTable } from './fact-table.ts';
import type { LoadedRecords } from './loaded-records.ts';
import { memberRecord } from './member-record.ts';
import { lineMonthsOf, monthSumsOf } from './read-figures.ts';
import type { IsCancelled } from './pending-query.ts';
import type { Turns } from './turns.ts';
import { type Visible, measureOf } from './visible.ts';
import { waitingRecord } from './waiting-record.ts';
import { warmRecords } from './warm-up.ts';

/** The tables of the screens one goes to from any other. */
const NEXT: readonly Dimension[] = ['item', 'check_type'];
/** A user who changes the scope step by step asks sooner, and would wait for what was begun. */
const QUIET_MS = 150;
/** The first tables of new records are drawn by code that is still being compiled, and need the machine for themselves. */
const FIRST_QUIET_MS = 500;

/** Tables, the months of their lines and the records behind their cells. */
export function tableCalls(database: Database, records: LoadedRecords, asker: Asker, facts: FactTable, turns: Turns) {
  let ahead: ReturnType<typeof setTimeout> | undefined;
  /** The records that were last asked about, and when they were for the first time. */
  let asked: { readonly visible: Visible; readonly since: number } | null = null;
  /** Whether conditions of single records were asked for once. */
  let isWarm = false;

  async function lines(visible: Visible, scope: Scope, choices: Choices, by: Dimension, isInterrupted?: IsCancelled): Promise<Outcome<readonly Line[]>> {
    const shape = shapeOf(scope, by);
    await asker.bind(visible, scope, choices, by, shape);
    const rows = await asker.query(figuresStatement(shape, by, measureOf(choices, visible)), isInterrupted);
    return rows.ok ? done(rows.value.map((row) => visible.names.line(by, row))) : rows;
  }

  /** The line 合計, which all tables of a scope share. Both month tables come with it. */
  async function totalOf(visible: Visible, scope: Scope, choices: Choices, isInterrupted?: IsCancelled): Promise<Outcome<Figures>> {
    const { answered } = visible;
    const known = answered.find(scope, choices, 'total');
    if (known !== null) return done(known.total);
    const shape = shapeOf(scope, 'total');
    await asker.bind(visible, scope, choices, 'total', shape);
    const columns = await asker.columns(monthsStatement(shape), isInterrupted);
    if (!columns.ok) return columns;
    const { total, request, result } = monthFigures(monthSumsOf(columns.value), measureOf(choices, visible).grain);
    const linesOf = (by: Dimension, months: MonthFigures['request']): Line[] =>
      [...months].map(([line, figures]) => ({ line, ...visible.names.nameOf(by, line), figures }));
    answered.keep(scope, choices, 'total', { total, lines: [] });
    answered.keep(scope, choices, 'request_month', { total, lines: linesOf('request_month', request) });
    answered.keep(scope, choices, 'result_month', { total, lines: linesOf('result_month', result) });
    return done(total);
  }

  async function tableOf(visible: Visible, scope: Scope, choices: Choices, dimension: Dimension, isInterrupted?: IsCancelled): Promise<Outcome<Table>> {
    const total = await totalOf(visible, scope, choices, isInterrupted);
    if (!total.ok) return total;
    const known = visible.answered.find(scope, choices, dimension);
    if (known !== null) return done(known);
    const found = await lines(visible, scope, choices, asker.linesOf(visible, choices, dimension), isInterrupted);
    if (!found.ok) return found;
    const table = { total: total.value, lines: found.value };
    visible.answered.keep(scope, choices, dimension, table);
    return done(table);
  }

  /** Answers, while nothing is asked, the tables of this scope that the user may go to next. */
  function lookAhead(visible: Visible, scope: Scope, choices: Choices): void {
    clearTimeout(ahead);
    if (asked?.visible !== visible) asked = { visible, since: performance.now() };
    const wait = Math.max(QUIET_MS, asked.since + FIRST_QUIET_MS - performance.now());
    ahead = setTimeout(() => {
      for (const dimension of NEXT) aheadOf(`ahead ${dimension}`, visible, (isInterrupted) => tableOf(visible, scope, choices, dimension, isInterrupted));
      if (!isWarm) aheadOf('ahead records', visible, warm);
    }, wait);
  }

  /** Does the work about these records while nothing is asked, unless there are others by then. */
  function aheadOf(key: string, visible: Visible, work: (isInterrupted: IsCancelled) => Promise<Outcome<unknown>>): void {
    void turns.later(key, async (isInterrupted) => {
      try {
        const isReady = records.visible === visible && (await facts.bring(visible, isInterrupted));
        return isReady ? await work(isInterrupted) : failed(failure('cancelled'));
      } catch (error) {
        return engineFailure(error);
      }
    });
  }

  async function warm(isInterrupted: IsCancelled): Promise<Outcome<unknown>> {
    const outcome = await warmRecords(database, asker, isInterrupted);
    isWarm ||= outcome.ok;
    return outcome;
  }

  function member({ store, joined }: Visible, row: number, application: number): MemberRecord {
    return row >= FIRST_WAITING ? waitingRecord(row, application, joined.lists) : memberRecord(store, row, application);
  }

  return {
    table: (scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<PackedTable>> =>
      turns.now(async () => {
        const { visible } = records;
        if (visible === null) return done(packTable({ lines: [], total: NO_FIGURES }));
        const table = await tableOf(visible, scope, choices, dimension);
        lookAhead(visible, scope, choices);
        return table.ok ? done(packTable(table.value)) : table;
      }),

    series: (scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<LineMonths | null>> =>
      turns.later(`series ${dimension}`, async (isInterrupted) => {
        const { visible } = records;
        if (visible === null) return done(null);
        const by = asker.linesOf(visible, choices, dimension);
        const shape = shapeOf(scope, by);
        if (shape.source === 'fact' && !(await facts.bring(visible, isInterrupted))) return failed(failure('cancelled'));
        await asker.bind(visible, scope, choices, by, shape);
        const columns = await asker.columns(seriesStatement(shape, by), isInterrupted);
        return columns.ok ? done(lineMonthsOf(columns.value)) : columns;
      }),

    members: (scope: Scope, choices: Choices, dimension: Dimension, cell: Cell, page: Page): Promise<Outcome<Members>> =>
      turns.now(async () => {
        const { visible } = records;
        if (visible === null) return done({ applications: 0, records: 0, rows: [] });
        const by = asker.linesOf(visible, choices, dimension);
        const shape = recordShapeOf(scope);
        await asker.bind(visible, scope, choices, by, shape);
        database.bind(cellVariables(cell, page));
        const counts = await asker.query(membersCountStatement(shape, by));
        if (!counts.ok) return counts;
        const rows = await asker.query(membersStatement(shape, by));
        if (!rows.ok) return rows;
        return done({
          applications: Number(counts.value[0]?.applications),
          records: Number(counts.value[0]?.records),
          rows: rows.value.map((row) => member(visible, Number(row.record), Number(row.application))),
        });
      }),
  };
}
