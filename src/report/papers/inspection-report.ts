import { FEE_TABLES, type FeeTable } from '../../classify/claim-codes.ts';
import { paperDate, paperMonth } from '../../messages/calendar.ts';
import { INSPECTION } from '../../messages/paper-texts.ts';
import { COVER, PAPER } from '../../messages/report-texts.ts';
import type { Scope } from '../../metrics/scope.ts';
import { type Cell, type Paper, type Row, type Section, table } from '../paper.ts';
import type { ReportSetting } from '../report-setting.ts';
import type { InspectedClaims } from '../table-files.ts';
import type { FeeTableCount } from './inspected-file.ts';
import { type RegisteredClaims, isInPeriod } from './registered-claims.ts';

const NAMED_TABLES = [1, 2, 3, 4] as const satisfies readonly FeeTable[];

export interface InspectionInput {
  readonly setting: ReportSetting;
  /** 点検件数 by fee table, as a file gave them. */
  readonly inspected: readonly FeeTableCount[];
  /** 点検件数 of whole months, as typed in; a file's counts stand beside them where these add up to them. */
  readonly inspectedInMonth: InspectedClaims;
  readonly registered: RegisteredClaims;
  /** Of `registrationScope`. */
  readonly scope: Pick<Scope, 'from' | 'to' | 'feeTables'>;
  readonly source: string;
  readonly madeAt: Date;
}

interface Counts {
  /** Null where nothing was given. */
  readonly inspected: number | null;
  readonly registered: number;
}

/** レセプト点検結果報告書（ア）: inspected claims and applications registered, by month and fee table. */
export function inspectionReport(input: InspectionInput): Paper {
  const { setting, registered, source, madeAt } = input;
  const months = monthsOf(input);
  const { heads } = INSPECTION;
  return {
    title: INSPECTION.title,
    sheets: [
      {
        name: INSPECTION.title,
        title: INSPECTION.title,
        orientation: 'portrait',
        source,
        blocks: [
          {
            kind: 'facts',
            facts: [
              [COVER.facts.insurer, setting.insurer],
              [COVER.facts.contractor, setting.contractor],
              [COVER.facts.date, setting.date === '' ? paperDate(madeAt, setting.calendar) : setting.date],
            ],
          },
          { kind: 'text', text: originText(registered) },
          ...(months.some((month) => countsOf(input, month, null).inspected === null) ? [{ kind: 'text' as const, text: INSPECTION.missing }] : []),
          table(
            '',
            [
              { title: heads.month, format: 'text', width: 20 },
              { title: heads.feeTable, format: 'text', width: 12 },
              { title: heads.inspected, format: 'count', width: 18 },
              { title: heads.registered, format: 'count', width: 18 },
              { title: heads.rate, format: 'fine-ratio', width: 14 },
            ],
            [...months.map((month) => monthSection(input, month)), ...(months.length > 1 ? [allMonths(input, months)] : [])],
          ),
        ],
      },
    ],
  };
}

function originText({ from, byMonth }: RegisteredClaims): string {
  if (from.kind === 'results') return INSPECTION.fromResults;
  return INSPECTION.fromList(from.lines, [...byMonth.values()].reduce((sum, count) => sum + count, 0), from.leftOut);
}

/** Ascending, the blank one last. */
function monthsOf({ inspected, inspectedInMonth, registered, scope }: InspectionInput): readonly number[] {
  const given = [...inspected.map(({ month }) => month), ...inspectedInMonth.keys()].filter((month) => isInPeriod(month, scope));
  const months = new Set([...given, ...registered.counts.filter(({ count }) => count > 0).map(({ month }) => month)]);
  return [...months].toSorted((a, b) => (a === 0 ? 1 : b === 0 ? -1 : a - b));
}

/** The fee tables in scope, and the unknown one where something stands there. */
function feeTablesIn({ registered, scope }: InspectionInput, months: readonly number[]): readonly FeeTable[] {
  const isUnknownThere = registered.counts.some(({ month, feeTable, count }) => feeTable === 0 && count > 0 && months.includes(month));
  return [...NAMED_TABLES.filter((feeTable) => scope.feeTables?.includes(feeTable) !== false), ...(isUnknownThere ? [0 as const] : [])];
}

function monthSection(input: InspectionInput, month: number): Section {
  const name = month === 0 ? PAPER.blankMonth : paperMonth(month, input.setting.calendar);
  const rows = feeTablesIn(input, [month]).map((feeTable): Row => ({ cells: cellsOf(name, FEE_TABLES[feeTable], countsOf(input, month, feeTable)), look: 'line' }));
  return { heading: null, rows: [...rows, { cells: cellsOf(`${name} ${PAPER.total}`, '', countsOf(input, month, null)), look: 'total' }] };
}

function allMonths(input: InspectionInput, months: readonly number[]): Section {
  const all = (feeTable: FeeTable | null): Counts => months.map((month) => countsOf(input, month, feeTable)).reduce(added);
  const rows = feeTablesIn(input, months).map((feeTable): Row => ({ cells: cellsOf(INSPECTION.allMonths, FEE_TABLES[feeTable], all(feeTable)), look: 'line' }));
  return { heading: null, rows: [...rows, { cells: cellsOf(`${INSPECTION.allMonths} ${PAPER.total}`, '', all(null)), look: 'total' }] };
}

function added(a: Counts, b: Counts): Counts {
  return { inspected: a.inspected === null || b.inspected === null ? null : a.inspected + b.inspected, registered: a.registered + b.registered };
}

function cellsOf(name: string, feeTable: string, { inspected, registered }: Counts): Cell[] {
  return [name, feeTable, inspected, registered, inspected === null || inspected === 0 ? null : registered / inspected];
}

/** @param feeTable null for the whole month */
function countsOf({ inspected, inspectedInMonth, registered, scope }: InspectionInput, month: number, feeTable: FeeTable | null): Counts {
  const given = inspected.filter((each) => each.month === month);
  const typed = inspectedInMonth.get(month) ?? null;
  const stands = sumOf(given) === typed ? given : [];
  const wanted = stands.filter((each) => (feeTable === null ? scope.feeTables?.includes(each.feeTable) !== false : each.feeTable === feeTable));
  const ofMonth = scope.feeTables === null ? typed : sumOf(wanted);
  if (feeTable === null) return { inspected: ofMonth, registered: registered.byMonth.get(month) ?? 0 };
  return { inspected: sumOf(wanted), registered: sumOf(registered.counts.filter((each) => each.month === month && each.feeTable === feeTable)) ?? 0 };
}

/** Null where nothing was given. */
function sumOf(counts: readonly FeeTableCount[]): number | null {
  return counts.length === 0 ? null : counts.reduce((sum, { count }) => sum + count, 0);
}
