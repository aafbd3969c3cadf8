import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RuleMatcher } from '../../src/classify/match-rules.ts';
import type { Rule } from '../../src/classify/rule.ts';
import { FLAG, type FileBlock } from '../../src/import/file-block.ts';
import { FIELD, KEPT_FIELDS } from '../../src/layout/kept.ts';
import { ITEM_FIELDS, ItemFinder } from '../../src/records/item-finder.ts';
import { RecordStore } from '../../src/records/record-store.ts';
import { packedTexts } from './packed-texts.ts';

const text = fc.constantFrom('', '', '', '620001234 あ錠', '620001234　い錠', '160012310', '６２０００１２３４：あ錠', '160012310と620001234', '「うう検査」', '査定', '999999999');
const record = fc.tuple(...ITEM_FIELDS.map(() => text));

/** Hits no record here; where there is such a rule, every record is looked at closely. */
const elsewhere: Rule = { target: '項目', fields: [FIELD.doubtKind], match: '含む', value: '無', result: '医薬品', resultCode: '999999999', note: '' };

it('finds the same items whether or not records that name one item alone are looked at closely', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 20 }), fc.array(record, { maxLength: 20 }), (one, other) => {
      const store = new RecordStore();
      for (const records of [one, other]) store.append(blockOf(records));
      const rows = Int32Array.from({ length: store.size }, (_, row) => row).filter((row) => row % 5 !== 3);
      const find = (rules: readonly Rule[]): unknown => {
        const beside = { source: rules, all: [], of: () => [] };
        const { items, item, ...pairs } = new ItemFinder(store).find(rows, rules, new RuleMatcher((field) => store.column(field)), beside);
        return { items: Array.from(item, (number) => items[number - 1] ?? null), ...pairs };
      };
      expect(find([])).toEqual(find([elsewhere]));
    }),
    { numRuns: 500 },
  );
});

/** A file of records that are filled in the fields of items only. */
function blockOf(records: readonly (readonly string[])[]): FileBlock {
  const size = records.length;
  const columns = KEPT_FIELDS.map(({ number }) => {
    const place = ITEM_FIELDS.indexOf(number as (typeof ITEM_FIELDS)[number]);
    return records.map((values) => (place < 0 ? '' : (values[place] ?? '')));
  });
  const distinct = columns.map((texts) => ['', ...new Set(texts.filter((each) => each !== ''))]);
  return {
    facts: { name: 'a.csv', bytes: 0, encoding: 'utf-8', newline: 'lf', header: false, extraFields: 0, reordered: false, records: size, quarantined: 0, blank: 0 },
    faults: [],
    size,
    line: new Int32Array(size),
    start: new Float64Array(size),
    end: new Float64Array(size),
    hash: new Uint32Array(size * 4),
    flags: new Uint8Array(size).fill(FLAG.emptyKey),
    codes: columns.map((texts, column) => Int32Array.from(texts, (each) => distinct[column]?.indexOf(each) ?? 0)),
    values: distinct.map((texts) => packedTexts(texts)),
  };
}
