import { describe, expect, it } from 'vitest';
import { ItemLevels } from '../../src/classify/item-levels.ts';
import { MasterBook } from '../../src/classify/master-book.ts';
import type { Master, MasterEntry } from '../../src/classify/master.ts';
import { nameText, originalPlaces } from '../../src/classify/name-text.ts';
import { previewMaster, readMaster } from '../../src/classify/read-master.ts';
import { SMALL_MASTERS } from '../property/names/small-masters.ts';

function read(text: string): Master {
  const master = readMaster(text, null);
  if (!master.ok) throw new Error(JSON.stringify(master.failure));
  return master.value;
}

function entry(part: Partial<MasterEntry>): MasterEntry {
  return { kind: '医薬品', code: '620000001', name: '', basicName: '', kana: '', generic: null, drugClass: '', section: '', changed: '', ...part };
}

const masterOf = (entries: readonly MasterEntry[]): Master => ({ layout: '列の指定', entries, leftOut: { count: 0, firstLine: 0 } });

describe('readMaster', () => {
  it('recognises the official files by what stands in them', () => {
    expect(SMALL_MASTERS.map((text) => read(text).layout)).toEqual(['医薬品', '医科診療行為', '特定器材']);
    expect(read(SMALL_MASTERS[1] ?? '').entries[10]).toMatchObject({ code: '160000110', section: 'D001-2', basicName: 'Ｌ型架空蛋白（尿）' });
    expect(read(SMALL_MASTERS[0] ?? '').entries[0]).toMatchObject({ drugClass: '2171', generic: { code: '2171022F1ZZZ', name: '【般】クウソピン錠５ｍｇ' } });
  });

  it('takes more columns than the layout has', () => {
    const wider = (SMALL_MASTERS[0] ?? '').replaceAll('\r\n', ',"x","y"\r\n');
    expect(read(wider).entries).toEqual(read(SMALL_MASTERS[0] ?? '').entries);
  });

  it('reads another master by its columns and leaves out what has no code', () => {
    const text = 'コード,区分,名称\n301000110,1,歯科初診料\n30100011,1,短い\n３０１０００２１０,1,歯科再診料\n';
    expect(readMaster(text, { kind: '診療行為', code: 0, name: 2 })).toEqual({
      ok: true,
      value: {
        layout: '列の指定',
        entries: [entry({ kind: '診療行為', code: '301000110', name: '歯科初診料' }), entry({ kind: '診療行為', code: '301000210', name: '歯科再診料' })],
        leftOut: { count: 2, firstLine: 1 },
      },
    });
    expect(previewMaster(text)).toMatchObject({ ok: true, value: { columns: 3 } });
  });

  it.each([
    ['', { code: 'master_empty', facts: {} }],
    ['301000110,歯科初診料\n', { code: 'master_layout', facts: {} }],
    [`${Array.from({ length: 210 }, () => 'x').join(',')}\n`, { code: 'master_claims', facts: {} }],
    [`${SMALL_MASTERS[2] ?? ''}"0","T","710000200","4","切断"\r\n`, { code: 'master_columns', facts: { line: 4, columns: 5, expected: 37 } }],
    [`${SMALL_MASTERS[2] ?? ''}"0","T","710000200`, { code: 'master_quote', facts: { line: 4 } }],
  ])('refuses %#', (text, failure) => {
    expect(readMaster(text, null)).toEqual({ ok: false, failure });
  });

  it('refuses columns without codes', () => {
    expect(readMaster('a,b\nc,d\n', { kind: 'その他', code: 0, name: 1 })).toEqual({ ok: false, failure: { code: 'master_no_code', facts: { line: 1 } } });
  });
});

describe('one name under several codes', () => {
  const meaning = (entries: readonly MasterEntry[], behind = ''): string | undefined => new MasterBook([masterOf(entries)]).resolve('あ', behind)?.code;

  it('means the latest change, then the lowest code', () => {
    const older = entry({ code: '620000001', name: 'あ', changed: '20200101' });
    const newer = entry({ code: '620000003', name: 'あ', changed: '20240101' });
    const twin = entry({ code: '620000002', name: 'あ', changed: '20240101' });
    expect(meaning([older, newer, twin])).toBe('620000002');
  });

  it('means the drug, unless a test is spoken of', () => {
    const drug = entry({ name: 'あ' });
    const test = entry({ kind: '診療行為', code: '160000001', name: 'あ' });
    expect([meaning([test, drug], 'の用量'), meaning([test, drug], '検査'), meaning([test, drug], 'の測定')]).toEqual(['620000001', '160000001', '160000001']);
  });
});

describe('ItemLevels', () => {
  const levels = new ItemLevels(SMALL_MASTERS.flatMap((text) => read(text).entries));

  it('puts products under generics and classes, procedures under sections, groups on their own level and above', () => {
    const at = (kind: '医薬品' | '診療行為' | '特定器材', code: string): string[] =>
      (['product', 'generic', 'class'] as const).map((level) => {
        const item = levels.at(level, { kind, code, name: '' });
        return `${item.code} ${item.name}`;
      });
    expect(at('医薬品', '620000100')).toEqual(['620000100 クウソピン錠５ｍｇ「トーワ」', '2171022F1ZZZ 【般】クウソピン錠５ｍｇ', '2171 血管拡張剤']);
    expect(at('医薬品', '2171022F1ZZZ').slice(1)).toEqual(['2171022F1ZZZ 【般】クウソピン錠５ｍｇ', '2171 血管拡張剤']);
    expect(at('医薬品', '620000107')).toEqual(['620000107 カクウール', '620000107 カクウール', '2171 血管拡張剤']);
    expect(at('診療行為', '160000104').slice(1)).toEqual(['D005 架空血液一般検査 ほか', 'D005 架空血液一般検査 ほか']);
    expect(at('特定器材', '710000100')).toEqual(['710000100 半切', '710000100 半切', '710000100 半切']);
    expect(at('医薬品', '699999999')).toEqual(['699999999 ', '699999999 ', '699999999 ']);
  });
});

describe('places in the original text', () => {
  it('come back from the searched form', () => {
    const text = 'ｶﾞｽﾀｰ 散①㍉ＡＢ';
    const { plain } = nameText(text);
    expect(plain).toBe('ガスター 散・ミリAB');
    const { starts, ends } = originalPlaces(text);
    const from = plain.indexOf('ー');
    expect(text.slice(starts[0], ends[from])).toBe('ｶﾞｽﾀｰ');
    expect(text.slice(starts[plain.indexOf('A')], ends[plain.indexOf('B')])).toBe('ＡＢ');
    expect([starts.length, ends.length]).toEqual([plain.length, plain.length]);
  });
});
