import { CHARTS } from '../../messages/chart-texts.ts';
import { byApplications } from '../../metrics/line-order.ts';
import type { ReportInput } from '../report-input.ts';
import type { Drawing, Mark } from './drawing.ts';

const WIDTH = 960;
const ROW = 40;
const PLOT = { left: 140, right: 760, top: 34 };

interface Share {
  readonly name: string;
  readonly now: number;
  /** Null where the month before is not compared. */
  readonly before: number | null;
}

/** Shares of the check types: of the newest month beside the month before, or else of the whole scope. */
export function checkTypesChart(input: ReportInput): Drawing {
  const shares = sharesOf(input);
  const isCompared = shares.some(({ before }) => before !== null);
  const xOf = (share: number): number => Math.round(PLOT.left + (PLOT.right - PLOT.left) * share);
  const marks: Mark[] = legend(isCompared);
  shares.forEach(({ name, now, before }, index) => {
    const y = PLOT.top + index * ROW;
    const change = before === null ? '' : CHARTS.change(now - before);
    marks.push(
      { kind: 'text', x: PLOT.left - 8, y: y + 17, text: name, anchor: 'end', tone: 'ink' },
      { kind: 'bar', x: PLOT.left, y: y + 3, width: Math.max(1, xOf(now) - PLOT.left), height: 16, tone: 'first' },
      { kind: 'text', x: xOf(now) + 6, y: y + 16, text: `${CHARTS.percent(now)}${change}`, anchor: 'start', tone: 'ink' },
    );
    if (before !== null) marks.push({ kind: 'bar', x: PLOT.left, y: y + 21, width: Math.max(1, xOf(before) - PLOT.left), height: 8, tone: 'pale' });
  });
  if (shares.length === 0) marks.push({ kind: 'text', x: PLOT.left, y: PLOT.top + 16, text: CHARTS.nothing, anchor: 'start', tone: 'ink' });
  const told = shares.map(({ name, now }) => `${name} ${CHARTS.percent(now)}`);
  return {
    id: 'check-types',
    title: CHARTS.checkTypes.title(isCompared),
    description: CHARTS.checkTypes.description(told),
    width: WIDTH,
    height: PLOT.top + Math.max(1, shares.length) * ROW + 6,
    marks,
  };
}

function legend(isCompared: boolean): Mark[] {
  if (!isCompared) return [];
  return [
    { kind: 'bar', x: PLOT.left, y: 8, width: 24, height: 12, tone: 'first' },
    { kind: 'text', x: PLOT.left + 30, y: 19, text: CHARTS.checkTypes.now, anchor: 'start', tone: 'soft' },
    { kind: 'bar', x: PLOT.left + 96, y: 10, width: 24, height: 8, tone: 'pale' },
    { kind: 'text', x: PLOT.left + 126, y: 19, text: CHARTS.checkTypes.before, anchor: 'start', tone: 'soft' },
  ];
}

function sharesOf({ byCheckType, change }: ReportInput): Share[] {
  if (change !== null && change !== 'hidden') {
    const of = (table: typeof change.now, name: string): number =>
      (table.lines.find((line) => line.name === name)?.figures.applications ?? 0) / Math.max(1, table.total.applications);
    return byApplications(change.now.lines).map(({ name }) => ({ name, now: of(change.now, name), before: of(change.then, name) }));
  }
  if (byCheckType.hiddenInTotal.has('applications')) return [];
  return byApplications(byCheckType.lines)
    .filter(({ hidden }) => !hidden.has('applications'))
    .map(({ name, figures }) => ({ name, now: figures.applications / Math.max(1, byCheckType.total.applications), before: null }));
}
