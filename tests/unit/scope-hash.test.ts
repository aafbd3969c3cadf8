import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../src/metrics/scope.ts';
import { FIRST_VIEW, type View, fromHash, toHash } from '../../src/state/scope-hash.ts';

const narrowed: View = {
  screen: 'items',
  scope: {
    ...EVERYTHING,
    axis: 'result',
    from: 202404,
    to: 202409,
    feeTables: [1, 3],
    region: 'in',
    checkTypes: ['突合点検', '未分類'],
    results: ['reduced', 'upheld'],
    items: ['医薬品:620001234'],
    keepsExcluded: true,
    countsListed: true,
  },
  choices: { grain: 'receipt', attribution: 'equal', itemLevel: 'generic', ownPrefecture: 14 },
  denominator: 'applied',
};

describe('the hash of a view', () => {
  it('restores the view', () => {
    expect(fromHash(toHash(narrowed))).toEqual(narrowed);
    expect(fromHash(toHash(FIRST_VIEW))).toEqual(FIRST_VIEW);
  });

  it('keeps an empty list apart from none', () => {
    const view = { ...narrowed, scope: { ...narrowed.scope, feeTables: [] } };
    expect(fromHash(toHash(view)).scope.feeTables).toEqual([]);
  });

  it('carries no typed text, name or provider code', () => {
    const scope = { ...narrowed.scope, checkTypes: ['山田の点検'], items: ['その他:山田太郎'], providers: ['1410000001'] };
    const hash = decodeURIComponent(toHash({ ...narrowed, scope }));
    expect(hash).not.toMatch(/山田|1410000001/u);
  });

  it('takes what it cannot read for the default', () => {
    expect(fromHash('#/nowhere?axis=x&from=2024-99&fee=9&grain=no&own=99&per=maybe&item=%3Cb%3E')).toEqual(FIRST_VIEW);
  });
});
