import { paperMonth } from '../../messages/calendar.ts';
import { CHARTS } from '../../messages/chart-texts.ts';
import { METRICS, type MetricId } from '../../metrics/catalogue.ts';
import { byMonth } from '../../metrics/line-order.ts';
import { publishedValue } from '../anonymise/published.ts';
import type { ReportInput } from '../report-input.ts';
import { numberOf } from '../sheets/figure-cells.ts';
import type { Drawing, Mark, Tone } from './drawing.ts';

const SIZE = { width: 960, height: 300 };
const PLOT = { left: 52, right: 836, top: 24, bottom: 250 };

const SERIES = [
  { rate: 'reducedRate', lower: 'reducedRateLower', upper: 'reducedRateUpper', tone: 'first', shape: 'circle', dash: false, beside: -4 },
  { rate: 'upheldRate', lower: 'upheldRateLower', upper: 'upheldRateUpper', tone: 'second', shape: 'square', dash: true, beside: 4 },
] as const satisfies readonly { rate: MetricId; lower: MetricId; upper: MetricId; tone: Tone; shape: 'circle' | 'square'; dash: boolean; beside: number }[];

interface Point {
  readonly x: number;
  readonly rate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** 査定率 and 原審率 by result month with their intervals; a month without a published rate breaks the line. */
export function monthsChart({ byResultMonth, denominator, setting }: ReportInput): Drawing {
  const lines = byMonth(byResultMonth.lines).filter(({ line }) => line !== 0);
  const step = (PLOT.right - PLOT.left) / Math.max(1, lines.length);
  const around = { total: byResultMonth.total, denominator, isSplit: false, inspected: null, hiddenInTotal: byResultMonth.hiddenInTotal };
  const marks: Mark[] = [...scale()];
  const every = Math.ceil(lines.length / 12);
  lines.forEach(({ line }, index) => {
    const x = Math.round(PLOT.left + step * (index + 0.5));
    const text = setting.calendar === 'era' ? CHARTS.eraMonth(line) : CHARTS.westernMonth(line);
    if (index % every === 0) marks.push({ kind: 'text', x, y: PLOT.bottom + 20, text, anchor: 'middle', tone: 'ink' });
  });
  for (const series of SERIES) {
    const points = byMonth(lines).map(({ figures, hidden }, index): Point => {
      const of = (id: MetricId): number | null => {
        const value = publishedValue(id, figures, hidden, around);
        return value === null ? null : numberOf(value);
      };
      return { x: Math.round(PLOT.left + step * (index + 0.5)) + series.beside, rate: of(series.rate), lower: of(series.lower), upper: of(series.upper) };
    });
    marks.push(...seriesMarks(points, series.tone, series.shape, series.dash));
    const last = points.findLast(({ rate }) => rate !== null);
    if (last?.rate != null) marks.push({ kind: 'text', x: PLOT.right + 8, y: yOf(last.rate) + 5, text: METRICS[series.rate].title, anchor: 'start', tone: series.tone });
  }
  const months = lines.map(({ line }) => paperMonth(line, setting.calendar));
  return { ...SIZE, id: 'months', title: CHARTS.months.title, description: CHARTS.months.description(months[0] ?? '', months.at(-1) ?? ''), marks: apart(marks) };
}

function yOf(share: number): number {
  return Math.round(PLOT.bottom - (PLOT.bottom - PLOT.top) * share);
}

function scale(): Mark[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((share): Mark[] => [
    { kind: 'path', points: [[PLOT.left, yOf(share)], [PLOT.right, yOf(share)]], tone: 'rule', dash: false, width: 1 },
    { kind: 'text', x: PLOT.left - 8, y: yOf(share) + 4, text: `${String(share * 100)}%`, anchor: 'end', tone: 'soft' },
  ]);
}

function seriesMarks(points: readonly Point[], tone: Tone, shape: 'circle' | 'square', dash: boolean): Mark[] {
  const marks: Mark[] = [];
  let run: [number, number][] = [];
  const endRun = (): void => {
    if (run.length > 1) marks.push({ kind: 'path', points: run, tone, dash, width: 2 });
    run = [];
  };
  for (const { x, rate, lower, upper } of points) {
    if (rate === null) {
      endRun();
      continue;
    }
    run.push([x, yOf(rate)]);
    if (lower !== null && upper !== null) marks.push({ kind: 'path', points: [[x, yOf(lower)], [x, yOf(upper)]], tone, dash: false, width: 1.5 });
  }
  endRun();
  const dots = points.flatMap(({ x, rate }): Mark[] => (rate === null ? [] : [{ kind: 'dot', x, y: yOf(rate), shape, tone }]));
  return [...marks, ...dots];
}

/** The names of the two series never stand on one another. */
function apart(marks: readonly Mark[]): Mark[] {
  const names = marks.filter((mark) => mark.kind === 'text' && mark.x === PLOT.right + 8) as Extract<Mark, { kind: 'text' }>[];
  const [first, second] = names;
  if (first === undefined || second === undefined || Math.abs(first.y - second.y) >= 18) return [...marks];
  const lower = first.y < second.y ? second : first;
  return marks.map((mark) => (mark === lower ? { ...lower, y: lower.y + 18 - Math.abs(first.y - second.y) } : mark));
}
