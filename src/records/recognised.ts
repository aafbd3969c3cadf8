import type { ItemKind } from '../classify/item.ts';
import { FIELD } from '../layout/kept.ts';
import type { Facts } from './facts.ts';
import type { Item } from './item-catalogue.ts';
import { BASES, type Basis } from './item-basis.ts';
import type { RecordStore } from './record-store.ts';

/** One item found in one loaded record. */
export interface Recognised {
  readonly file: string;
  /** Physical line, 1-based. */
  readonly line: number;
  readonly key: string;
  readonly kind: ItemKind;
  readonly code: string;
  readonly name: string;
  readonly basis: Basis;
}

/** Some of the items found; others follow unless it is the last page. */
export interface RecognisedPage {
  readonly isLast: boolean;
  readonly rows: readonly Recognised[];
}

/**
 * The items found in loaded records, in load order and in a record in the order in which they were found.
 * @param start place among the pairs of record and item, from 0
 * @param size pairs to look at; a record that names nothing is a pair without an item
 */
export function recognisedItems(store: RecordStore, { items }: Facts, { start, size }: { start: number; size: number }): RecognisedPage {
  const keys = store.column(FIELD.claimKey);
  const found: Recognised[] = [];
  const end = Math.min(start + size, items.record.length);
  for (let pair = start; pair < end; pair++) {
    const number = items.item[pair] as number;
    if (number === 0) continue;
    const row = items.record[pair] as number;
    found.push({
      file: store.fileOf(row).facts.name,
      line: store.line[row] as number,
      key: keys.text(keys.codes[row] as number),
      ...(items.items[number - 1] as Item),
      basis: BASES[items.basis[pair] as number] as Basis,
    });
  }
  return { isLast: end === items.record.length, rows: found };
}
