import { describe, expect, it } from 'vitest';
import defaults from '../../src/classify/default-rules.csv?raw';
import { RuleMatcher } from '../../src/classify/match-rules.ts';
import { type RuleTable, readRuleLines, readRules } from '../../src/classify/rule-table.ts';
import type { TextColumn } from '../../src/classify/searchable-texts.ts';
import { comparable } from '../../src/core/text.ts';

function readRuleTable(csv: string): RuleTable {
  const lines = readRuleLines(csv);
  if (!lines.ok) throw new Error(lines.failure.code);
  return readRules(lines.value);
}

function columnOf(texts: readonly string[]): TextColumn {
  const distinct = ['', ...new Set(texts.filter((text) => text !== ''))];
  return {
    distinct: distinct.length,
    comparablesFrom: (code, end) => distinct.slice(code, end).map(comparable).join('\n'),
    codes: Int32Array.from(texts, (text) => distinct.indexOf(text)),
  };
}

/** One record's result by the rules of one target; fields not given are blank. */
function resultOf(target: string, fields: Readonly<Record<number, string>>, csv = defaults): string | null {
  const rules = readRuleTable(csv).rules.filter((rule) => rule.target === target);
  const [place = -1] = new RuleMatcher((field) => columnOf([fields[field] ?? ''])).first(rules, 1);
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

describe('原審要因 by default', () => {
  it.each([
    [{ 208: '参考レセプトの添付なし' }, '形式'],
    [{ 210: '診療行為が選択されていないもの' }, '形式'],
    [{ 209: '02', 210: '同一項目で申出済み' }, '形式'],
    [{ 208: '病名からみて妥当', 209: '02' }, '医学'],
    [{}, '医学'],
  ])('%o is %s', (fields, cause) => {
    expect(resultOf('原審要因', fields)).toBe(cause);
  });
});

describe('ways of matching', () => {
  const rule = (match: string, value: string): string => `対象,項番,照合,値,結果,結果コード,備考\n点検区分,193/196,${match},"${value}",当たり,,\n`;

  it.each([
    ['一致', 'ﾃｽﾄ A1', { 193: 'テストａ１' }, true],
    ['一致', 'テスト', { 193: 'テスト2' }, false],
    ['含む', 'A1', { 193: '', 196: 'xa 1y' }, true],
    ['前方一致', 'K', { 196: 'ｋ-1' }, true],
    ['前方一致', 'K', { 196: '1K' }, false],
    ['正規表現', '^(K|S)-\\d{2}$', { 196: 'Ｓ－０１' }, true],
    ['正規表現', '^(K|S)-\\d{2}$', { 196: 'S-011' }, false],
    ['正規表現', '（一部）', { 193: '減点(一部)' }, true],
    ['正規表現', '（一部）', { 193: '減点一部' }, false],
    ['正規表現', 'テ.ト', { 193: 'ﾃｽﾄ' }, true],
    ['空でない', '', { 196: '1' }, true],
    ['空でない', '', { 195: '1' }, false],
    ['空', '', { 196: '1' }, false],
    ['空', '', {}, true],
    ['常に', '', { 196: '1' }, true],
  ])('%s %s of %o: %s', (match, value, fields, isHit) => {
    expect(resultOf('点検区分', fields, rule(match, value))).toBe(isHit ? '当たり' : null);
  });

  it('finds each text of a column once, wherever it stands', () => {
    const texts = ['ab', 'b', 'bb', 'a b', 'c', 'ab'];
    const matcher = new RuleMatcher(() => columnOf(texts));
    const found = (match: '一致' | '含む' | '前方一致', value: string): number[] => [...matcher.hits({ match, value }, 193)];
    expect(found('含む', 'b')).toEqual([1, 2, 3, 4]);
    expect(found('前方一致', 'b')).toEqual([2, 3]);
    expect(found('一致', 'ab')).toEqual([1, 4]);
    expect(found('一致', 'c')).toEqual([5]);
  });

  it('takes linear time whatever the expression', () => {
    expect(resultOf('点検区分', { 193: `${'a'.repeat(20_000)}b` }, rule('正規表現', '(a+)+$'))).toBe(null);
  }, 2000);
});

describe('the table', () => {
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

  it.each([
    ['審査結果,206,一致,1,容認,,', { reason: 'unknown_result', found: '容認' }],
    ['点検区分,206,一致,1,,,', { reason: 'missing_result', found: '' }],
    ['項目,195,一致,1,医薬品,,名', { reason: 'missing_code', found: '' }],
    ['項目,195,一致,1,薬,620001234,名', { reason: 'unknown_result', found: '薬' }],
    ['原審要因,208,常に,,不明,,', { reason: 'unknown_result', found: '不明' }],
    ['点検区分,193,正規表現,(,x,,', { reason: 'bad_pattern', found: 'missing closing )' }],
    ['点検区分,1x,一致,1,x,,', { reason: 'unknown_field', found: '1x' }],
  ])('refuses %s', (line, fault) => {
    expect(readRuleTable(`対象,項番,照合,値,結果,結果コード,備考\n${line}\n`).refused).toEqual([{ ...fault, line: 2 }]);
  });

  it.each([
    ['', { code: 'list_empty', facts: {} }],
    ['a,b\n', { code: 'rules_header', facts: { found: 'a,b' } }],
    ['対象,項番,照合,値,結果,結果コード,備考\n審査結果,206,含む,"1,査定,,\n', { code: 'list_quote', facts: { line: 2 } }],
    ['対象,項番,照合,値,結果,結果コード,備考\n\n審査結果,206,含む,1,2,査定,,,x\n', { code: 'rules_columns', facts: { line: 3, columns: 9 } }],
  ])('refuses the whole of %j', (csv, failure) => {
    expect(readRuleLines(csv)).toEqual({ ok: false, failure });
  });

  it('has no refused line in the shipped table', () => {
    expect(readRuleTable(defaults).refused).toEqual([]);
  });
});
