import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figures, Line, Table } from '../../src/metrics/figures.ts';
import { anonymise } from '../../src/report/anonymise/anonymise.ts';
import { type FigureName, type PublishedTable, figureOf } from '../../src/report/anonymise/published.ts';
import { COUNT_PARTS, SUM_PARTS, TableAttack } from './table-attack.ts';

const COUNTS = ['reduced', 'returned', 'upheld', 'withdrawn', 'outOfScope', 'pending', 'unclassified'] as const;
const LEAST = 10;

interface Application {
  readonly result: (typeof COUNTS)[number];
  readonly points: number;
  /** Its lines in each table. */
  readonly lines: readonly (readonly number[])[];
}

/** Applications whose results and lines are as unequal as they are in life: a few common ones, many rare ones. */
function applications(isExact: boolean, mostLines = 6, most = 160): fc.Arbitrary<readonly Application[]> {
  const skewed = (most: number) => fc.nat({ max: most * most - 1 }).map((n) => Math.floor(Math.sqrt(n))).map((n) => most - 1 - n);
  const lines = isExact ? skewed(mostLines).map((n) => [n]) : fc.uniqueArray(skewed(mostLines), { minLength: 1, maxLength: 3 });
  const application = fc.record({
    result: skewed(COUNTS.length).map((n) => COUNTS[n] as Application['result']),
    points: fc.integer({ min: 1, max: 500 }),
    lines: fc.tuple(lines, lines),
  });
  return fc.array(application, { minLength: most === 160 ? 1 : most / 2, maxLength: most, size: 'max' });
}

function figuresOf(members: readonly Application[]): Figures {
  const count = (result: Application['result']) => members.filter((each) => each.result === result).length;
  const sum = (result: Application['result']) => members.reduce((points, each) => points + (each.result === result ? each.points : 0), 0) * 100;
  const counts = Object.fromEntries(COUNTS.map((result) => [result, count(result)])) as Record<(typeof COUNTS)[number], number>;
  const [reducedEffect, returnedEffect] = [sum('reduced'), sum('returned')];
  return {
    ...counts,
    applications: members.length,
    pointsDelta: -(reducedEffect + returnedEffect),
    reducedEffect,
    returnedEffect,
    effectPerApplication: null,
  };
}

function tablesOf(all: readonly Application[]): Table[] {
  return [0, 1].map((table) => {
    const numbers = [...new Set(all.flatMap(({ lines }) => lines[table] as number[]))].toSorted((a, b) => a - b);
    const lines = numbers.map((line): Line => {
      const figures = figuresOf(all.filter((each) => each.lines[table]?.includes(line)));
      return { line, kind: '', code: '', name: String(line), figures };
    });
    return { lines, total: figuresOf(all) };
  });
}

const ALL: readonly FigureName[] = [...COUNTS, 'decided', 'applications'];

function smallCells(tables: readonly PublishedTable[]): { table: number; line: number; name: FigureName; value: number }[] {
  return tables.flatMap(({ lines }, table) =>
    lines.flatMap(({ figures }, line) =>
      ALL.map((name) => ({ table, line, name, value: figureOf(figures, name) })).filter(({ value }) => value > 0 && value < LEAST),
    ),
  );
}

describe('anonymised tables', () => {
  it('publish 0 and nothing from 1 to 9', async () => {
    await fc.assert(
      fc.asyncProperty(applications(false), async (all) => {
        for (const { lines, total, hiddenInTotal } of await anonymise(tablesOf(all), LEAST)) {
          for (const { figures, hidden } of [...lines, { figures: total, hidden: hiddenInTotal }]) {
            for (const name of ALL) {
              const value = figureOf(figures, name);
              expect(hidden.has(name) || value === 0 || value >= LEAST).toBe(true);
              expect(hidden.has(name) && value === 0).toBe(false);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  for (const isExact of [true, false]) {
    it(`leave every small count anything from 0 to ${LEAST}, to whoever ${isExact ? 'knows that lines add up' : 'knows that lines overlap'}`, async () => {
      await fc.assert(
        fc.asyncProperty(applications(isExact), async (all) => {
          const tables = await anonymise(tablesOf(all), LEAST);
          const attack = new TableAttack(tables, COUNT_PARTS, isExact);
          const isWithheld = (table: number) => tables[table]?.lines.every(({ hidden, figures }) => figures.applications === 0 || hidden.has('applications'));
          for (const { table, line, name } of smallCells(tables)) {
            const { least, most } = attack.range(table, line, name);
            if (isWithheld(table) === true) expect(most - least).toBeGreaterThanOrEqual(1);
            else {
              expect(least).toBeLessThanOrEqual(1e-6);
              expect(most).toBeGreaterThanOrEqual(LEAST - 1e-6);
            }
          }
          const total = tables[0]?.total as Figures;
          for (const name of ALL) {
            const value = figureOf(total, name);
            if (value === 0 || value >= LEAST) continue;
            const { least, most } = attack.rangeOfTotal(name);
            expect(least).toBeLessThanOrEqual(1e-6);
            expect(most).toBeGreaterThanOrEqual(LEAST - 1e-6);
          }
        }),
        { numRuns: 120 },
      );
    }, 240_000);
  }

  it('with many lines leave every small count open too', async () => {
    await fc.assert(
      fc.asyncProperty(applications(true, 70, 2400), fc.infiniteStream(fc.nat()), async (all, picks) => {
        const tables = await anonymise(tablesOf(all), LEAST);
        expect(tables[0]?.lines.length).toBeGreaterThan(60);
        const attack = new TableAttack(tables, COUNT_PARTS, true);
        const small = smallCells(tables);
        for (let tried = 0; tried < 12; tried++) {
          const { table, line, name } = small[(picks.next().value as number) % small.length] as (typeof small)[number];
          const { least, most } = attack.range(table, line, name);
          expect(least).toBeLessThanOrEqual(1e-6);
          expect(most).toBeGreaterThanOrEqual(LEAST - 1e-6);
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 240_000);

  it('leave no hidden sum computable', async () => {
    await fc.assert(
      fc.asyncProperty(applications(true), async (all) => {
        const tables = await anonymise(tablesOf(all), LEAST);
        const attack = new TableAttack(tables, SUM_PARTS, true);
        tables.forEach(({ lines }, table) =>
          lines.forEach(({ hidden }, line) => {
            for (const name of ['reducedEffect', 'returnedEffect', 'pointsDelta'] as const) {
              if (!hidden.has(name)) continue;
              const { least, most } = attack.range(table, line, name);
              expect(most - least).toBeGreaterThan(0);
            }
          }),
        );
      }),
      { numRuns: 120 },
    );
  }, 240_000);
});
