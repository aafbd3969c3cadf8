import { describe, expect, it } from 'vitest';
import { chosenIn, narrowed } from '../../src/explore/narrowing.ts';
import { shownStatement } from '../../src/explore/shown-statement.ts';
import { EVERYTHING } from '../../src/metrics/scope.ts';
import { LOADED_COLUMNS, loadedColumn } from '../../src/records/columns.ts';
import { fieldAt } from '../../src/layout/fields.ts';
import { leftOutReason } from '../../src/layout/readable.ts';
import { FIRST_VIEW, fromHash, toHash } from '../../src/state/scope-hash.ts';

const values = (...list: string[]) => ({ values: list, from: null, to: null });
const range = (from: number, to: number) => ({ values: null, from, to });

describe('the explored columns', () => {
  it('have names of their own that need no quote, and are none of the fields left out', () => {
    const names = LOADED_COLUMNS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, field } of LOADED_COLUMNS) {
      expect(name).not.toMatch(/["\s]/u);
      if (field !== null) expect(leftOutReason(fieldAt(field)), name).toBeNull();
    }
  });
});

describe('narrowing by a column', () => {
  it.each([
    ['審査結果', values('査定', '未決'), { results: ['reduced', 'pending'] }],
    ['点検区分', values('突合点検'), { checkTypes: ['突合点検'] }],
    ['点数表区分', values('DPC', '不明'), { feeTables: [0, 2] }],
    ['医療機関コード', values('1410000001'), { providers: ['1410000001'] }],
    ['依頼年月', range(202404, 202406), { axis: 'request', from: 202404, to: 202406 }],
    ['結果処理年月', range(202405, 202405), { axis: 'result', from: 202405, to: 202405 }],
  ])('uses the scope’s own choice where there is one: %s', (name, chosen, expected) => {
    const column = loadedColumn(name);
    const scope = narrowed(EVERYTHING, column, chosen);
    expect(scope).toEqual({ ...EVERYTHING, ...expected });
    expect(chosenIn(scope, column)).toMatchObject(name === '点数表区分' ? values('不明', 'DPC') : chosen);
    expect({ ...narrowed(scope, column, null), axis: 'request' }).toEqual(EVERYTHING);
  });

  it('keeps one filter a column, and takes it away again', () => {
    const [kind, points, month] = [loadedColumn('申出種別'), loadedColumn('増減点数'), loadedColumn('依頼年月')];
    const first = narrowed(narrowed(EVERYTHING, kind, values('1')), points, range(-100, -1));
    const second = narrowed(narrowed(first, kind, values('1', '')), month, values(''));
    expect(second.columns).toEqual([
      { column: '増減点数', ...range(-100, -1) },
      { column: kind.name, ...values('1', '') },
      { column: '依頼年月', ...values('') },
    ]);
    expect(chosenIn(second, kind)).toMatchObject(values('1', ''));
    const back = [kind, points, month].reduce((scope, column) => narrowed(scope, column, null), second);
    expect(back).toEqual(EVERYTHING);
  });

  it('never comes into the address', () => {
    const scope = narrowed(EVERYTHING, loadedColumn('レセプト全国共通キー'), values('14001234567890123456'));
    expect(toHash({ ...FIRST_VIEW, screen: 'explore', scope })).toBe('#/explore');
    expect(fromHash('#/explore')).toEqual({ ...FIRST_VIEW, screen: 'explore' });
  });
});

describe('the statement that is shown', () => {
  it('comes with the variables it reads, as literals', () => {
    const sql = "SELECT share_of(1), getvariable('axis'), list_contains(getvariable('items'), 1), getvariable('period_from')";
    expect(
      shownStatement(sql, [
        { name: 'axis', type: 'VARCHAR', value: 'request' },
        { name: 'period_from', type: 'INTEGER', value: null },
        { name: 'period_to', type: 'INTEGER', value: 202404 },
        { name: 'items', type: 'INTEGER[]', value: '1,2' },
        { name: 'attribution', type: 'VARCHAR', value: 'equal' },
      ]),
    ).toEqual({
      sql,
      variables: [
        { name: 'axis', literal: "'request'" },
        { name: 'period_from', literal: 'NULL' },
        { name: 'items', literal: '[1, 2]' },
        { name: 'attribution', literal: "'equal'" },
      ],
    });
  });
});
