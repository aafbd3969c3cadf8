import { formatMonth } from '../core/months.ts';
import { FIELD } from '../layout/kept.ts';
import type { Line } from '../metrics/figures.ts';
import type { Dimension, Numbering } from '../metrics/scope.ts';
import type { Facts } from '../records/facts.ts';
import type { ItemTree } from '../records/item-tree.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { Row } from './database.ts';
import { figuresOf } from './read-figures.ts';

const UNCLASSIFIED = '未分類';
/** A number that no line has. */
const NOWHERE = -1;

/** Names of lines by their numbers, and numbers by names, for one state of the loaded records. */
export class LineNames implements Numbering {
  readonly #facts: Facts;
  readonly #tree: ItemTree;
  readonly #store: RecordStore;
  readonly #providerNames = new Map<number, number>();

  constructor(store: RecordStore, facts: Facts, tree: ItemTree) {
    this.#store = store;
    this.#facts = facts;
    this.#tree = tree;
  }

  checkType(name: string): number {
    if (name === UNCLASSIFIED) return 0;
    const index = this.#facts.checkTypes.indexOf(name);
    return index < 0 ? NOWHERE : index + 1;
  }

  items(key: string): readonly number[] {
    return key === UNCLASSIFIED ? [0] : this.#tree.within(key);
  }

  provider(code: string): number {
    const column = this.#store.column(FIELD.provider);
    for (let each = 0; each < column.distinct; each++) if (column.text(each) === code) return each;
    return NOWHERE;
  }

  /** The first name that stood with a provider code. */
  #providerName(provider: number): string {
    if (this.#providerNames.size === 0) {
      const codes = this.#store.column(FIELD.provider).codes;
      const names = this.#store.column(FIELD.providerName);
      for (const row of this.#facts.record) {
        const code = codes[row] as number;
        const name = names.codes[row] as number;
        if (name !== 0 && !this.#providerNames.has(code)) this.#providerNames.set(code, name);
      }
    }
    return this.#store.column(FIELD.providerName).text(this.#providerNames.get(provider) ?? 0);
  }

  /** A row of figures with the name of its line. */
  line(dimension: Dimension, row: Row): Line {
    const number = Number(row.line);
    return { line: number, ...this.nameOf(dimension, number), figures: figuresOf(row) };
  }

  nameOf(dimension: Dimension, number: number): { kind: string; code: string; name: string } {
    switch (dimension) {
      case 'total':
        return { kind: '', code: '', name: '' };
      case 'request_month':
      case 'result_month':
        return { kind: '', code: '', name: number === 0 ? '' : formatMonth(number) };
      case 'check_type':
        return { kind: '', code: '', name: this.#facts.checkTypes[number - 1] ?? UNCLASSIFIED };
      case 'provider':
        return { kind: '', code: this.#store.column(FIELD.provider).text(number), name: this.#providerName(number) };
      case 'item':
      case 'item_group':
        return this.#tree.items[number - 1] ?? { kind: UNCLASSIFIED, code: '', name: '' };
    }
  }
}
