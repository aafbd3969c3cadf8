import { type Outcome, done } from '../core/outcome.ts';
import type { Figures, Line, Table } from '../metrics/figures.ts';
import type { Choices, Dimension, Scope } from '../metrics/scope.ts';
import type { Loaded } from '../records/loaded.ts';
import { FOLDED_LINE, foldSmall, withoutTexts } from './anonymise/fold-small.ts';

/** The tables of one scope, as they are counted; what may be handed out of them is told by `publishTables`. */
export interface ReportTables {
  readonly byRequestMonth: Table;
  readonly byResultMonth: Table;
  readonly byItem: Table;
  readonly byCheckType: Table;
  /** Check types of the newest month on the scope's axis and of the one before; null where they are not both there. */
  readonly change: { readonly month: number; readonly before: number; readonly now: Table; readonly then: Table } | null;
}

/** Who counts. */
export interface TableSource {
  table(scope: Scope, choices: Choices, dimension: Dimension): Promise<Outcome<Table>>;
}

/** How lines that stand for others are called. */
export interface FoldNames {
  readonly others: (least: number) => string;
  readonly nameless: (number: number) => string;
}

const TABLES = { byRequestMonth: 'request_month', byResultMonth: 'result_month', byItem: 'item', byCheckType: 'check_type' } as const;

/** Whether a scope is narrowed to what a folded line could not be counted within, or what would tell of single claims. */
export function isTooNarrow({ items, providers, columns }: Scope): boolean {
  return items !== null || providers !== null || columns !== null;
}

/**
 * Asks for the tables of a report. With 匿名化 small items and check types are folded into one line, and texts read in
 * records are left out.
 * @param least null publishes everything
 */
export async function gatherTables(
  source: TableSource,
  scope: Scope,
  choices: Choices,
  loaded: Pick<Loaded, 'requestMonths' | 'resultMonths'>,
  least: number | null,
  names: FoldNames,
): Promise<Outcome<ReportTables>> {
  const tables: Partial<Record<keyof typeof TABLES, Table>> = {};
  for (const [key, dimension] of Object.entries(TABLES) as [keyof typeof TABLES, Dimension][]) {
    const answer = await source.table(scope, choices, dimension);
    if (!answer.ok) return answer;
    tables[key] = answer.value;
  }
  const counted = tables as Record<keyof typeof TABLES, Table>;
  const change = await gatherChange(source, scope, choices, loaded);
  if (!change.ok) return change;
  if (least === null) return done({ ...counted, change: change.value });
  const count = async (narrowed: Partial<Scope>): Promise<Outcome<Figures>> => {
    const answer = await source.table({ ...scope, ...narrowed }, choices, 'total');
    return answer.ok ? done(answer.value.total) : answer;
  };
  const isSplit = choices.attribution !== 'full';
  const byItem = await foldSmall(counted.byItem, least, names.others(least), isSplit, (lines) => count({ items: lines.map(itemKey) }));
  if (!byItem.ok) return byItem;
  const byCheckType = await foldSmall(counted.byCheckType, least, '', false, (lines) => count({ checkTypes: lines.map(({ name }) => name) }));
  if (!byCheckType.ok) return byCheckType;
  const named = byCheckType.value.lines.map((line) => (line.line === FOLDED_LINE ? { ...line, name: names.others(least) } : line));
  return done({
    ...counted,
    byItem: withoutTexts(choices.attribution === 'single' ? withoutRatio(byItem.value) : byItem.value, names.nameless),
    byCheckType: { ...byCheckType.value, lines: named },
    change: change.value,
  });
}

/** Under `single` the ratio divides by a count that is published nowhere, and may be small. */
function withoutRatio(table: Table): Table {
  return { ...table, lines: table.lines.map((line) => ({ ...line, figures: { ...line.figures, effectPerApplication: null } })) };
}

function itemKey({ line, kind, code }: Line): string {
  return line === 0 ? '未分類' : `${kind}:${code}`;
}

async function gatherChange(
  source: TableSource,
  scope: Scope,
  choices: Choices,
  { requestMonths, resultMonths }: Pick<Loaded, 'requestMonths' | 'resultMonths'>,
): Promise<Outcome<ReportTables['change']>> {
  const present = scope.axis === 'request' ? requestMonths : resultMonths;
  const month = present.findLast((each) => (scope.from === null || each >= scope.from) && (scope.to === null || each <= scope.to));
  if (month === undefined) return done(null);
  const before = month % 100 === 1 ? month - 89 : month - 1;
  if (!present.includes(before)) return done(null);
  const now = await source.table({ ...scope, from: month, to: month }, choices, 'check_type');
  const then = now.ok ? await source.table({ ...scope, from: before, to: before }, choices, 'check_type') : now;
  if (!now.ok) return now;
  return then.ok ? done({ month, before, now: now.value, then: then.value }) : then;
}
