import { describe, expect, it } from 'vitest';
import { annexFile, PLAIN, type Filled } from './annex-file';
import { printInterval } from './fractions';
import { compute, type OracleOptions, type OracleResult } from './oracle';

const FIVE_RECORDS: readonly Filled[] = [
  { 1: 'K1', 192: '202404', 193: '突合', 197: '111111111検査 620000001薬', 148: '-100', 205: '50606', 206: '査定' },
  { 1: 'K1', 192: '202404', 193: '縦覧', 197: '111111111検査', 148: '0', 205: '50606', 206: '原審どおり' },
  { 1: 'K2', 192: 'R6.4', 193: '単月', 198: '疑義', 205: '令和6年6月', 206: '原審' },
  { 1: 'K3', 199: '６２００００００１：薬', 200: '連絡' },
  { 1: 'K4', 192: '202405', 193: '横覧', 197: '700000001材', 148: '▲50', 205: '202406', 206: '返戻' },
];
const FIVE = annexFile('five.csv', FIVE_RECORDS);

function lines(result: OracleResult, file: keyof OracleResult['files']): string[] {
  return result.files[file].split('\r\n').slice(1, -1);
}

function run(records: readonly Filled[], options: Partial<OracleOptions> = {}): OracleResult {
  return compute([annexFile('a.csv', records)], { ...PLAIN, ...options });
}

function points(result: OracleResult): string[] {
  const total = lines(result, 'monthly.csv').find((line) => line.startsWith('依頼年月,合計')) ?? '';
  return total.split(',').slice(13, 16);
}

describe('five records, four applications', () => {
  it('gives the month table on both axes, the blank month before the total', () => {
    const result = compute([FIVE], { ...PLAIN, inspected: new Map([['2024-04', 1000]]) });
    expect(result.files['monthly.csv']).toBe(
      '\uFEFF集計軸,年月,申出件数,査定件数,返戻件数,原審件数,取下件数,対象外件数,未決件数,未分類件数,結果判明件数,査定率,原審率,増減点数,査定効果点数,返戻効果点数,点検件数,申出率\r\n' +
        '依頼年月,2024-04,2,1,0,1,0,0,0,0,2,0.5000,0.5000,-100,100,0,1000,0.0020\r\n' +
        '依頼年月,2024-05,1,0,1,0,0,0,0,0,1,0.0000,0.0000,-50,0,50,,\r\n' +
        '依頼年月,,1,0,0,0,0,0,1,0,0,,,0,0,0,,\r\n' +
        '依頼年月,合計,4,1,1,1,0,0,1,0,3,0.3333,0.3333,-150,100,50,,\r\n' +
        '結果処理年月,2024-06,3,1,1,1,0,0,0,0,3,0.3333,0.3333,-150,100,50,,\r\n' +
        '結果処理年月,,1,0,0,0,0,0,1,0,0,,,0,0,0,,\r\n' +
        '結果処理年月,合計,4,1,1,1,0,0,1,0,3,0.3333,0.3333,-150,100,50,,\r\n',
    );
  });

  it('gives every item all the points by default', () => {
    expect(lines(compute([FIVE], PLAIN), 'items.csv')).toEqual([
      '医薬品,620000001,薬,2,0.5000,1,0,0,0,0,1,0,1,1.0000,0.2065,1.0000,0.0000,0.0000,0.7935,-100,100,0,50.00',
      '特定器材,700000001,材,1,0.2500,0,1,0,0,0,0,0,1,0.0000,0.0000,0.7935,0.0000,0.0000,0.7935,-50,0,50,0.00',
      '診療行為,111111111,検査,1,0.2500,1,0,0,0,0,0,0,1,1.0000,0.2065,1.0000,0.0000,0.0000,0.7935,-100,100,0,100.00',
      '未分類,,,1,0.2500,0,0,1,0,0,0,0,1,0.0000,0.0000,0.7935,1.0000,0.2065,1.0000,0,0,0,0.00',
      '合計,,,4,1.0000,1,1,1,0,0,1,0,3,0.3333,0.0615,0.7923,0.3333,0.0615,0.7923,-150,100,50,25.00',
    ]);
  });

  it('splits the points of a record among its items, but not in the total', () => {
    const tails = lines(compute([FIVE], { ...PLAIN, attribution: 'equal' }), 'items.csv').map((line) =>
      line.split(',').slice(-4).join(','),
    );
    expect(tails).toEqual([
      '-50.00,50.00,0.00,25.00',
      '-50.00,0.00,50.00,0.00',
      '-50.00,50.00,0.00,50.00',
      '0.00,0.00,0.00,0.00',
      '-150,100,50,25.00',
    ]);
  });

  it('leaves out the points of records with several items under single', () => {
    const tails = lines(compute([FIVE], { ...PLAIN, attribution: 'single' }), 'items.csv').map((line) =>
      line.split(',').slice(-4).join(','),
    );
    expect(tails).toEqual(['0,0,0,0.00', '-50,0,50,0.00', '0,0,0,0.00', '0,0,0,0.00', '-150,100,50,25.00']);
  });

  it('counts an application under each check type and once in the total, here over 申出', () => {
    const heads = lines(compute([FIVE], { ...PLAIN, denominator: 'applied' }), 'check-types.csv').map((line) =>
      line.split(',').slice(0, 11).join(','),
    );
    expect(heads).toEqual([
      '単月点検,1,0.2500,0,0,1,0,0,0,0,1',
      '横覧点検,1,0.2500,0,1,0,0,0,0,0,1',
      '突合点検,1,0.2500,1,0,0,0,0,0,0,1',
      '縦覧点検,1,0.2500,0,0,1,0,0,0,0,1',
      '未分類,1,0.2500,0,0,0,0,0,1,0,0',
      '合計,4,1.0000,1,1,1,0,0,1,0,3',
    ]);
    const total = lines(compute([FIVE], { ...PLAIN, denominator: 'applied' }), 'check-types.csv')[5] ?? '';
    expect(total.split(',')[11]).toBe('0.2500');
  });

  it('keeps to the period on its axis', () => {
    const may = compute([FIVE], { ...PLAIN, from: '2024-05', to: '2024-06', inspected: new Map([['2024-05', 8]]) });
    expect(lines(may, 'monthly.csv').map((line) => line.split(',').slice(0, 3).join(','))).toEqual([
      '依頼年月,2024-05,1',
      '依頼年月,合計,1',
      '結果処理年月,2024-06,1',
      '結果処理年月,合計,1',
    ]);
    expect(lines(may, 'monthly.csv')[0]).toMatch(/,8,0\.1250$/);
    expect(lines(may, 'monthly.csv')[1]).toMatch(/,50,,$/);
    const june = compute([FIVE], { ...PLAIN, axis: 'result', from: '2024-06' });
    expect(lines(june, 'monthly.csv')[2]?.split(',').slice(0, 3)).toEqual(['依頼年月', '合計', '3']);
  });
});

describe('grain', () => {
  const twice: readonly Filled[] = [
    { 1: 'K', 192: '202404', 206: '返戻', 148: '-216', 197: '111111111' },
    { 1: 'K', 192: '202404', 206: '査定', 148: '-216', 197: '620000001' },
  ];

  it('adds up rows, each with its own outcome', () => {
    expect(points(run(twice, { grain: 'row' }))).toEqual(['-432', '216', '216']);
  });

  it('takes the figure of a receipt once, with the outcome of the application', () => {
    expect(points(run(twice, { grain: 'receipt' }))).toEqual(['-216', '216', '0']);
  });

  it('takes the largest figure where records disagree, the negative one on a tie', () => {
    const figures = (...some: string[]): string[] =>
      points(run(some.map((figure, at) => ({ 1: 'K', 192: '202404', 197: `${at}`, 148: figure })), { grain: 'receipt' }));
    expect(figures('-10', '30', '')[0]).toBe('30');
    expect(figures('30', '-30')[0]).toBe('-30');
  });

  it('counts the items of a receipt over all its records when points are split', () => {
    const tails = lines(run(twice, { grain: 'receipt', attribution: 'equal' }), 'items.csv').map((line) =>
      line.split(',').slice(-4).join(','),
    );
    expect(tails).toEqual(['-108.00,108.00,0.00,108.00', '-108.00,0.00,108.00,0.00', '-216,216,0,216.00']);
  });

  const pairs = (same: number, other: number): Filled[] =>
    Array.from({ length: same + other }, (_nothing, at) => at).flatMap((at) => [
      { 1: `K${at}`, 192: '202404', 197: 'x', 148: '-7' },
      { 1: `K${at}`, 192: '202404', 197: 'y', 148: at < same ? '-7' : '-8' },
    ]);

  it('is found from at least 20 applications, 95 % of them with one figure', () => {
    expect(run(pairs(19, 1)).importRecord.grain).toBe('receipt');
    expect(run(pairs(18, 2)).importRecord.grain).toBe('row');
    expect(run(pairs(19, 1)).importRecord.warnings).toEqual([]);
    const few = run(pairs(19, 0)).importRecord;
    expect(few.grain).toBe('row');
    expect(few.warnings).toEqual([{ code: 'few_for_grain', count: 19, example: null }]);
  });
});

describe('outcome', () => {
  const resultOf = (...outcomes: string[]): string[] => {
    const result = run(outcomes.map((outcome, at) => ({ 1: 'K', 192: '202404', 197: `${at}`, 205: '202406', 206: outcome })));
    return (lines(result, 'monthly.csv')[0] ?? '').split(',').slice(3, 10);
  };

  it('goes 査定, 返戻, 原審, 取下げ, 対象外, 未分類, 未決 within an application', () => {
    const all = ['未決', '謎', '対象外', '取下げ', '原審', '返戻', '査定'];
    expect(resultOf(...all)).toEqual(['1', '0', '0', '0', '0', '0', '0']);
    expect(resultOf(...all.slice(0, 6))).toEqual(['0', '1', '0', '0', '0', '0', '0']);
    expect(resultOf(...all.slice(0, 5))).toEqual(['0', '0', '1', '0', '0', '0', '0']);
    expect(resultOf(...all.slice(0, 4))).toEqual(['0', '0', '0', '1', '0', '0', '0']);
    expect(resultOf(...all.slice(0, 3))).toEqual(['0', '0', '0', '0', '1', '0', '0']);
    expect(resultOf(...all.slice(0, 2))).toEqual(['0', '0', '0', '0', '0', '0', '1']);
    expect(resultOf(...all.slice(0, 1))).toEqual(['0', '0', '0', '0', '0', '1', '0']);
  });

  it('is read from 206 and only then from 207', () => {
    const [record] = run([{ 1: 'K', 192: '202404', 206: '査 定', 207: '原審' }]).records;
    expect(record?.outcome).toBe('査定');
    expect(run([{ 1: 'K', 192: '202404', 206: '01', 207: '原審どおり' }]).records[0]?.outcome).toBe('原審');
  });
});

describe('items', () => {
  const itemsIn = (text: string): string[] =>
    (run([{ 1: 'K', 192: '202404', 197: text }]).records[0]?.items ?? []).map(
      ({ kind, code, name }) => `${kind}|${code}|${name}`,
    );

  it('are nine digits that touch no other digit', () => {
    expect(itemsIn('1234567890 62000000１　:アムロジピン錠、他')).toEqual(['医薬品|620000001|アムロジピン錠']);
    expect(itemsIn('311111111A411111111')).toEqual(['診療行為|311111111|A', '診療行為|411111111|']);
    expect(itemsIn('211111111 511111111')).toEqual([]);
  });

  it('are bracketed names where no code stands, but not a maker behind a name', () => {
    expect(itemsIn('「アムロジピン錠５ｍｇ「トーワ」」について')).toEqual([
      'その他|アムロジピン錠5mg「トーワ」|アムロジピン錠5mg「トーワ」',
    ]);
    expect(itemsIn('アムロジピン錠「トーワ」は')).toEqual([]);
    expect(itemsIn('【血液検査】「同意しない。」')).toEqual(['その他|血液検査|血液検査']);
    expect(itemsIn('111111111 「血液検査」')).toEqual(['診療行為|111111111|「血液検査」']);
  });
});

describe('Wilson interval', () => {
  it('agrees with the numbers worked out by hand', () => {
    expect(printInterval(3, 4)).toEqual(['0.3006', '0.9544']);
    expect(printInterval(0, 10)).toEqual(['0.0000', '0.2775']);
    expect(printInterval(0, 0)).toEqual(['', '']);
  });
});
