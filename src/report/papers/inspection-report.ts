import { FEE_TABLES, type FeeTable, feeTableOf } from '../../classify/claim-codes.ts';
import { parseMonth } from '../../core/months.ts';
import { halfWidth } from '../../core/text.ts';
import { paperDate, paperMonth } from '../../messages/calendar.ts';
import { COVER, PAPER } from '../../messages/report-texts.ts';
import { INSPECTION } from '../../messages/paper-texts.ts';
import { type Cell, type Paper, type Row, table } from '../paper.ts';
import type { ReportSetting } from '../report-setting.ts';

export const REPORTED_TABLES = [1, 2, 3, 4] as const satisfies readonly FeeTable[];

/** A count of one month and fee table. */
export interface FeeTableCount {
  /** yyyymm. */
  readonly month: number;
  readonly feeTable: FeeTable;
  readonly count: number;
}

export interface InspectionInput {
  readonly setting: ReportSetting;
  /** 点検件数; months without any are left open. */
  readonly inspected: readonly FeeTableCount[];
  /** 申出登録件数. */
  readonly registered: readonly FeeTableCount[];
  /** Whether these come from the list of applications; otherwise they are counted from the results. */
  readonly isFromList: boolean;
  readonly source: string;
  readonly madeAt: Date;
}

/** レセプト点検結果報告書（ア）: inspected claims and applications registered, by month and fee table. */
export function inspectionReport({ setting, inspected, registered, isFromList, source, madeAt }: InspectionInput): Paper {
  const months = [...new Set([...inspected, ...registered].map(({ month }) => month))].toSorted((a, b) => a - b);
  const rows = months.flatMap((month) => [
    ...REPORTED_TABLES.map((feeTable): Row => ({ cells: cellsOf(paperMonth(month, setting.calendar), feeTable, month), look: 'line' })),
    { cells: cellsOf(`${paperMonth(month, setting.calendar)} ${PAPER.total}`, null, month), look: 'total' as const },
  ]);
  function cellsOf(name: string, feeTable: FeeTable | null, month: number): Cell[] {
    const claims = sumOf(inspected, month, feeTable);
    const applications = sumOf(registered, month, feeTable) ?? 0;
    return [name, feeTable === null ? '' : FEE_TABLES[feeTable], claims, applications, claims === null || claims === 0 ? null : applications / claims];
  }
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
          { kind: 'text', text: isFromList ? INSPECTION.fromList : INSPECTION.fromResults },
          ...(inspected.length === 0 ? [{ kind: 'text' as const, text: INSPECTION.missing }] : []),
          table(
            '',
            [
              { title: heads.month, format: 'text', width: 20 },
              { title: heads.feeTable, format: 'text', width: 12 },
              { title: heads.inspected, format: 'count', width: 18 },
              { title: heads.registered, format: 'count', width: 18 },
              { title: heads.rate, format: 'fine-ratio', width: 14 },
            ],
            [{ heading: null, rows }],
          ),
        ],
      },
    ],
  };
}

/** Null where nothing was given. */
function sumOf(counts: readonly FeeTableCount[], month: number, feeTable: FeeTable | null): number | null {
  const given = counts.filter((each) => each.month === month && (feeTable === null || each.feeTable === feeTable));
  return given.length === 0 ? null : given.reduce((sum, { count }) => sum + count, 0);
}

/** What a file 月,点数表,点検件数 holds; lines that cannot be read are named, 1-based. */
export function readInspectedFile(rows: readonly (readonly string[])[]): { readonly counts: readonly FeeTableCount[]; readonly unread: readonly number[] } {
  const counts: FeeTableCount[] = [];
  const unread: number[] = [];
  rows.forEach(([month = '', feeTable = '', claims = ''], index) => {
    if (index === 0 && month === '月') return;
    const read = { month: parseMonth(month), feeTable: feeTableOf(feeTable), count: /^\d{1,12}$/u.exec(halfWidth(claims).replaceAll(',', '').trim()) };
    if (read.month === null || read.feeTable === 0 || read.count === null) unread.push(index + 1);
    else counts.push({ month: read.month, feeTable: read.feeTable, count: Number(read.count[0]) });
  });
  return { counts, unread };
}
