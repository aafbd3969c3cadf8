import { describe, expect, it } from 'vitest';
import defaults from '../../src/classify/default-rules.csv?raw';
import { type TextColumn, firstRules } from '../../src/classify/match-rules.ts';
import { readRuleTable } from '../../src/classify/rule-table.ts';

function columnOf(texts: readonly string[]): TextColumn {
  const distinct = ['', ...new Set(texts.filter((text) => text !== ''))];
  return {
    distinct: distinct.length,
    text: (code) => distinct[code] ?? '',
    codes: Int32Array.from(texts, (text) => distinct.indexOf(text)),
  };
}

/** One record's result by the rules of one target; fields not given are blank. */
function resultOf(target: string, fields: Readonly<Record<number, string>>, csv = defaults): string | null {
  const rules = readRuleTable(csv).rules.filter((rule) => rule.target === target);
  const [place = -1] = firstRules(rules, (field) => columnOf([fields[field] ?? '']), 1);
  return rules[place]?.result ?? null;
}

describe('default rules', () => {
  it.each([
    [{ 206: '査定' }, '査定'],
    [{ 206: '減点（一部）' }, '査定'],
    [{ 206: '原審どおり' }, '原審'],
    [{ 206: '査定せず原審' }, '原審'],
    [{ 206: '返 戻' }, '返戻'],
    [{ 206: '取下げ' }, '取下げ'],
    [{ 206: '申出取消' }, '取下げ'],
    [{ 206: '審査不能' }, '対象外'],
    [{ 206: '保留中' }, '未決'],
    [{ 206: '', 207: '査定' }, '査定'],
    [{ 206: '査定', 207: '原審' }, '査定'],
    [{ 206: 'その他', 207: '返戻' }, '返戻'],
    [{}, '未決'],
    [{ 205: '50606' }, null],
    [{ 206: '容認' }, null],
  ])('審査結果 of %o is %s', (fields, result) => {
    expect(resultOf('審査結果', fields)).toBe(result);
  });

  it.each([
    [{ 193: '単月点検' }, '単月点検'],
    [{ 196: '縦覧', 194: '単月' }, '縦覧点検'],
    [{ 195: 'ﾄﾂｺﾞｳ' }, null],
    [{ 193: '突合', 194: '縦覧' }, '突合点検'],
    [{ 189: '00000000000000000001' }, '突合点検'],
    [{ 188: '1310000001', 193: '横覧点検' }, '横覧点検'],
    [{}, null],
  ])('点検区分 of %o is %s', (fields, result) => {
    expect(resultOf('点検区分', fields)).toBe(result);
  });
});

describe('readRuleTable', () => {
  it('refuses what it cannot read, with its line, and keeps the rest', () => {
    const table = readRuleTable('対象,項番,照合,値,結果,結果コード,備考\n審査結果,206,一致,１,査定,,\n審査,206,一致,1,査定,,\n審査結果,206,似る,1,査定,,\n審査結果,15,一致,1,査定,,\n審査結果,206,一致,,査定,,\n');
    expect(table.rules).toHaveLength(1);
    expect(table.refused).toEqual([
      { line: 3, reason: 'unknown_target', found: '審査' },
      { line: 4, reason: 'unknown_match', found: '似る' },
      { line: 5, reason: 'unknown_field', found: '15' },
      { line: 6, reason: 'missing_value', found: '' },
    ]);
  });

  it('has no refused line in the shipped table', () => {
    expect(readRuleTable(defaults).refused).toEqual([]);
  });
});
