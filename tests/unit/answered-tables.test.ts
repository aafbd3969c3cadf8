import { describe, expect, it } from 'vitest';
import { AnsweredTables } from '../../src/engine/answered-tables.ts';
import type { Table } from '../../src/metrics/figures.ts';
import { type Choices, EVERYTHING, type Scope } from '../../src/metrics/scope.ts';

const CHOICES: Choices = { grain: 'auto', attribution: 'full', itemLevel: 'product', ownPrefecture: null };
const table = { lines: [] } as unknown as Table;

describe('AnsweredTables', () => {
  it('does not take a table for that of any other question, such as a folded line’s', () => {
    const others: readonly Scope[] = [
      { ...EVERYTHING, items: ['医薬品:620000001'] },
      { ...EVERYTHING, checkTypes: ['単月点検'] },
      { ...EVERYTHING, providers: ['1'] },
      { ...EVERYTHING, columns: [{ column: '保険者番号', values: ['1'], from: null, to: null }] },
      { ...EVERYTHING, from: 202404 },
    ];
    const answered = new AnsweredTables();
    answered.keep(EVERYTHING, CHOICES, 'total', table);
    expect(answered.find({ ...EVERYTHING }, CHOICES, 'total')).toBe(table);
    for (const scope of others) expect(answered.find(scope, CHOICES, 'total')).toBeNull();
    expect(answered.find(EVERYTHING, { ...CHOICES, attribution: 'equal' }, 'total')).toBeNull();
    expect(answered.find(EVERYTHING, CHOICES, 'item')).toBeNull();
  });
});
