import { MasterBook } from '../../../src/classify/master-book.ts';
import type { Master } from '../../../src/classify/master.ts';
import { NameFinder } from '../../../src/classify/name-finder.ts';
import { readMaster } from '../../../src/classify/read-master.ts';
import type { PlantedText } from './plant-texts.ts';

export interface Measured {
  readonly recall: number;
  readonly precision: number;
  /** Texts in which something was missed or invented, with what. */
  readonly wrong: readonly { readonly text: string; readonly missed: readonly string[]; readonly invented: readonly string[] }[];
}

export function finderOf(masters: readonly string[]): NameFinder {
  const read = masters.map((text): Master => {
    const master = readMaster(text, null);
    if (!master.ok) throw new Error(JSON.stringify(master.failure));
    return master.value;
  });
  return new NameFinder(new MasterBook(read));
}

/** Items found and items planted, each counted once a text. */
export function measure(finder: NameFinder, texts: readonly PlantedText[]): Measured {
  let found = 0;
  let planted = 0;
  let right = 0;
  const wrong: Measured['wrong'][number][] = [];
  for (const { text, items } of texts) {
    const names = new Set(finder.find(text).map(({ item }) => `${item.kind}:${item.code}`));
    const missed = items.filter((item) => !names.has(item));
    const invented = [...names].filter((item) => !items.includes(item));
    planted += items.length;
    found += names.size;
    right += items.length - missed.length;
    if (missed.length + invented.length > 0) wrong.push({ text, missed, invented });
  }
  return { recall: right / planted, precision: right / found, wrong };
}
