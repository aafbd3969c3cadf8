import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EVERYTHING, type Scope } from '../../src/metrics/scope.ts';
import { svgText } from '../../src/report/charts/drawing.ts';
import { composeReport } from '../../src/report/compose-report.ts';
import { FOLDED_LINE } from '../../src/report/anonymise/fold-small.ts';
import { type FigureName, figureOf } from '../../src/report/anonymise/published.ts';
import { paperText } from '../../src/report/paper-text.ts';
import { readCsv } from '../../src/report/read-csv.ts';
import type { ReportInput } from '../../src/report/report-input.ts';
import { checkTypesFile, itemsFile, monthlyFile } from '../../src/report/table-files.ts';
import { makeMess } from '../../tools/sample/mess.ts';
import { COUNT_PARTS, TableAttack } from '../property/table-attack.ts';
import { type AppState, loadIntoApp } from './app-files.ts';
import { reportInput } from './report-of-app.ts';

const LEAST = 10;
const COUNTS: readonly FigureName[] = ['reduced', 'returned', 'upheld', 'withdrawn', 'outOfScope', 'pending', 'unclassified', 'decided', 'applications'];

function filesOf(input: ReportInput): string[] {
  return [
    monthlyFile(input.byRequestMonth, input.byResultMonth, input.scope, input.denominator, new Map()),
    itemsFile(input.byItem, input.denominator, 'full'),
    checkTypesFile(input.byCheckType, input.denominator),
  ];
}

/** Counts in the files that are neither 0 nor large enough. */
function smallCounts(input: ReportInput): string[] {
  return filesOf(input).flatMap((file) => {
    const [heads = [], ...rows] = readCsv(file);
    return rows.flatMap((row) => row.filter((cell, column) => heads[column]?.endsWith('件数') === true && /^\d+$/u.test(cell) && Number(cell) > 0 && Number(cell) < LEAST));
  });
}

/** Small counts of the months' and check types' tables that what is published narrows down. */
function narrowed(input: ReportInput): string[] {
  const tables = [input.byRequestMonth, input.byCheckType];
  const attack = new TableAttack(tables, COUNT_PARTS, false);
  return tables.flatMap(({ lines }, table) =>
    lines.flatMap(({ figures, hidden, name }, line) =>
      COUNTS.flatMap((count) => {
        const value = figureOf(figures, count);
        if (value === 0 || value >= LEAST) return [];
        const { least, most } = hidden.has(count) ? attack.range(table, line, count) : { least: value, most: value };
        return most - least < 1 ? [`${name} ${count} is ${String(least)} to ${String(most)}`] : [];
      }),
    ),
  );
}

async function sampleApp(): Promise<AppState> {
  const names = readdirSync('sample-data').filter((name) => name.endsWith('.csv'));
  return loadIntoApp(names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(`sample-data/${name}`)) })));
}

describe('with 匿名化', () => {
  it('no file of the sample data holds a count from 1 to 9, and none can be computed back', async () => {
    const app = await sampleApp();
    const scopes: Scope[] = [EVERYTHING, { ...EVERYTHING, axis: 'result' }, { ...EVERYTHING, axis: 'result', from: 202405, to: 202406 }, { ...EVERYTHING, feeTables: [3] }];
    for (const scope of scopes) {
      const input = await reportInput(app, LEAST, scope);
      expect(smallCounts(input)).toEqual([]);
      expect(narrowed(input)).toEqual([]);
    }
  });

  it('small items are folded into a line that rests on enough applications, each counted once', async () => {
    const app = await sampleApp();
    const [all, folded] = [await reportInput(app, null), await reportInput(app, LEAST)];
    const small = all.byItem.lines.filter(({ figures }) => figures.applications < LEAST);
    const fold = folded.byItem.lines.find(({ line }) => line === FOLDED_LINE);
    expect(small.length).toBeGreaterThan(100);
    expect(fold?.figures.applications).toBeGreaterThanOrEqual(LEAST);
    expect(fold?.figures.applications).toBeLessThanOrEqual(small.reduce((sum, { figures }) => sum + figures.applications, 0));
  });

  it('no text that was read in the records, no file name and no key is left in anything that is made', async () => {
    const app = await sampleApp();
    const [open, closed] = [await reportInput(app, null), await reportInput(app, LEAST)];
    const texts = open.byItem.lines.flatMap(({ name, code }) => [name, /^\d{9}$/u.test(code) ? '' : code]).filter((text) => text !== '' && text !== '未分類');
    const drawings = composeReport(closed).sheets.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'picture' ? [svgText(block.drawing)] : [])));
    const made = [...filesOf(closed), paperText(composeReport(closed)), ...drawings].join('\n');
    expect(texts.filter((text) => made.includes(text))).toEqual([]);
    for (const { name, sha256 } of open.loaded.files) expect(made.includes(name) || made.includes(sha256)).toBe(false);
    expect(made).not.toMatch(/(?<![\d.])\d{18,}/u);
  });

  for (let seed = 1; seed <= 6; seed++) {
    it(`mixed files keep it too, seed ${String(seed)}`, async () => {
      const input = await reportInput(await loadIntoApp(makeMess(seed)), LEAST);
      expect(smallCounts(input)).toEqual([]);
      expect(narrowed(input)).toEqual([]);
    });
  }
});
