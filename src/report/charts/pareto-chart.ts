import { CHARTS } from '../../messages/chart-texts.ts';
import { METRICS } from '../../metrics/catalogue.ts';
import type { ReportInput } from '../report-input.ts';
import type { Drawing, Mark } from './drawing.ts';

const MOST_LINES = 15;
const ROW = 22;
const PLOT = { left: 300, right: 800, top: 30 };
const SIZE_WIDTH = 960;
const LONGEST_NAME = 20;

/** 査定効果点数 of the items that bring most, and what share of all items' they add up to. */
export function paretoChart({ byItem, setting }: ReportInput): Drawing {
  const known = byItem.lines.filter(({ line, figures, hidden }) => line > 0 && !hidden.has('reducedEffect') && figures.reducedEffect > 0);
  const all = known.reduce((sum, { figures }) => sum + figures.reducedEffect, 0);
  const lines = known.toSorted((a, b) => b.figures.reducedEffect - a.figures.reducedEffect).slice(0, MOST_LINES);
  const most = lines[0]?.figures.reducedEffect ?? 1;
  const height = PLOT.top + Math.max(1, lines.length) * ROW + 16;
  const marks: Mark[] = [
    { kind: 'text', x: PLOT.left, y: 18, text: METRICS.reducedEffect.title, anchor: 'start', tone: 'soft' },
    { kind: 'text', x: SIZE_WIDTH - 8, y: 18, text: CHARTS.pareto.cumulative, anchor: 'end', tone: 'soft' },
  ];
  let sum = 0;
  lines.forEach(({ code, name, figures }, index) => {
    const y = PLOT.top + index * ROW;
    const width = Math.max(1, Math.round(((PLOT.right - PLOT.left - 90) * figures.reducedEffect) / most));
    sum += figures.reducedEffect;
    marks.push(
      { kind: 'text', x: PLOT.left - 8, y: y + 15, text: shortened(setting.least === null && name !== '' ? name : code), anchor: 'end', tone: 'ink' },
      { kind: 'bar', x: PLOT.left, y: y + 3, width, height: ROW - 6, tone: 'first' },
      { kind: 'text', x: PLOT.left + width + 6, y: y + 15, text: CHARTS.points(figures.reducedEffect / 100), anchor: 'start', tone: 'ink' },
      { kind: 'text', x: SIZE_WIDTH - 8, y: y + 15, text: CHARTS.percent(sum / all), anchor: 'end', tone: 'ink' },
    );
  });
  if (lines.length === 0) marks.push({ kind: 'text', x: PLOT.left, y: PLOT.top + 15, text: CHARTS.nothing, anchor: 'start', tone: 'ink' });
  return {
    id: 'pareto',
    title: CHARTS.pareto.title(lines.length),
    description: CHARTS.pareto.description(lines.length, all === 0 ? '' : CHARTS.percent(sum / all)),
    width: SIZE_WIDTH,
    height,
    marks,
  };
}

function shortened(text: string): string {
  const signs = [...text];
  return signs.length <= LONGEST_NAME ? text : `${signs.slice(0, LONGEST_NAME - 1).join('')}…`;
}
