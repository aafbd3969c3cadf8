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
import { makeApplicationList, makeExclusionList } from '../../tools/sample/application-lists.ts';
import { makeMess } from '../../tools/sample/mess.ts';
import { PLAIN } from '../oracle/annex-file.ts';
import { compute } from '../oracle/oracle.ts';
import { COUNT_PARTS, TableAttack } from '../property/table-attack.ts';
import { type AppState, loadIntoApp } from './app-files.ts';
import { mastersOver } from './masters-over.ts';
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

/** Small counts of these tables, by default the months' and check types', that what is published narrows down. */
function narrowed(input: ReportInput, tables = [input.byRequestMonth, input.byCheckType]): string[] {
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
    for (const secret of [...open.loaded.files.map(({ name }) => name), ...open.basis.files]) expect(made.includes(secret ?? '')).toBe(false);
    expect(made).not.toMatch(/(?<![\d.])\d{18,}/u);
  });

  it('items rolled up to generics, classes and sections keep it, and stand under their codes', async () => {
    const app = await sampleApp();
    const open = await reportInput(app, null);
    const items = open.byItem.lines.map(({ kind, code, name }) => ({ kind, code, name, basis: 'コード' }));
    const masters = mastersOver(items.filter(({ code }) => /^\d{9}$/u.test(code)));
    await app.workbench.useMasters(masters.files.map((file, id) => ({ id, file, name: `m${String(id)}.csv`, columns: null })));
    for (const level of ['generic', 'class'] as const) {
      const input = await reportInput(app, LEAST, EVERYTHING, level);
      const groups = input.byItem.lines.filter(({ code }) => code !== '' && !/^\d{9}$/u.test(code) && !code.includes('項目'));
      expect(groups.length).toBeGreaterThan(5);
      for (const { code } of groups) expect(code).toMatch(/^(?:D00\d|\d{4}|\d{4}00\dF1ZZZ)$/u);
      expect(smallCounts(input)).toEqual([]);
      expect(narrowed(input)).toEqual([]);
      expect(narrowed(input, [input.byItem])).toEqual([]);
    }
  }, 120_000);

  it('both lists in force, however their switches stand, keep it', async () => {
    const app = await sampleApp();
    const names = readdirSync('sample-data').filter((name) => name.endsWith('.csv'));
    const { records } = compute(names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(`sample-data/${name}`)) })), PLAIN);
    const claims = [...new Map(records.filter(({ key }) => key !== '').map(({ applicationId, key, requestMonth: month, items }) => [applicationId, { key, month, items }])).values()];
    const list = makeApplicationList('3', claims);
    const file = new Blob([new Uint8Array(list.bytes)]);
    const head = await app.workbench.listHead(file);
    if (!head.ok) throw new Error(JSON.stringify(head.failure));
    await app.workbench.useExclusions(new Blob([makeExclusionList('3', claims)]), '点検除外.csv');
    const loaded = await app.workbench.useApplications(file, '申出.csv', head.value.roles);
    if (!loaded.ok || loaded.value === null) throw new Error('the list was refused');
    const withLists = { ...app, loaded: loaded.value };
    for (const [keepsExcluded, countsListed] of [[false, false], [true, true], [false, true]] as const) {
      const input = await reportInput(withLists, LEAST, { ...EVERYTHING, keepsExcluded, countsListed });
      expect(smallCounts(input)).toEqual([]);
      expect(narrowed(input)).toEqual([]);
      const made = [...filesOf(input), paperText(composeReport(input))].join('\n');
      expect(claims.filter(({ key }) => made.includes(key))).toEqual([]);
      for (const name of ['申出.csv', '点検除外.csv']) expect(made).not.toContain(name);
    }
  }, 120_000);

  for (let seed = 1; seed <= 6; seed++) {
    it(`mixed files keep it too, seed ${String(seed)}`, async () => {
      const input = await reportInput(await loadIntoApp(makeMess(seed)), LEAST);
      expect(smallCounts(input)).toEqual([]);
      expect(narrowed(input)).toEqual([]);
    });
  }
});
