import { type FoundItem, type ItemIdentity, type ItemLevel, itemKey } from './item.ts';
import type { MasterEntry } from './master.ts';
import drugClassTable from './drug-classes.csv?raw';

/** Names of drug classes (薬効分類, 日本標準商品分類 87) by their first three digits. */
const DRUG_CLASSES: ReadonlyMap<string, string> = new Map(
  drugClassTable
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => [line.slice(0, 3), line.slice(4).trim()]),
);

/** What stands above items: the generic and the class of a drug, the section of a procedure. */
export class ItemLevels {
  readonly #above = new Map<string, Readonly<Record<ItemLevel, FoundItem>>>();
  readonly #sectionNames = new Map<string, string>();

  constructor(entries: Iterable<MasterEntry>) {
    const all = [...entries];
    for (const entry of all) this.#nameSection(entry);
    for (const entry of all) this.#place(entry);
    this.#placeGroups(all);
  }

  /** The item's own place or what it rolls up to; itself where nothing stands above it on that level. */
  at(level: ItemLevel, item: FoundItem): FoundItem {
    return this.#above.get(itemKey(item))?.[level] ?? item;
  }

  /** The master's name of a group; null where it is none. */
  groupName({ kind, code }: ItemIdentity): string | null {
    return kind === '診療行為' ? (this.#sectionNames.get(code) ?? null) : null;
  }

  /** A section is called by the basic name of its first procedure. */
  #nameSection({ section, basicName, name }: MasterEntry): void {
    if (section !== '' && !this.#sectionNames.has(section)) this.#sectionNames.set(section, `${basicName || name} ほか`);
  }

  #place(entry: MasterEntry): void {
    const { kind, code, name } = entry;
    const product: FoundItem = { kind, code, name };
    const generic = this.#middle(entry) ?? product;
    this.#above.set(itemKey(product), { product, generic, class: drugClassOf(entry) ?? generic });
  }

  #middle({ kind, generic, section }: MasterEntry): FoundItem | null {
    if (kind === '医薬品') return generic === null ? null : { kind, ...generic };
    return section === '' ? null : { kind, code: section, name: this.#sectionNames.get(section) ?? '' };
  }

  /** Generics stand under the class that all their drugs share. */
  #placeGroups(entries: readonly MasterEntry[]): void {
    for (const entry of entries) {
      const item = this.#middle(entry);
      const above = entry.kind === '医薬品' ? drugClassOf(entry) : item;
      if (item === null || above === null) continue;
      const known = this.#above.get(itemKey(item));
      const isShared = known === undefined || known.class.code === above.code;
      this.#above.set(itemKey(item), { product: item, generic: item, class: isShared ? above : item });
    }
  }
}

function drugClassOf({ kind, drugClass }: MasterEntry): FoundItem | null {
  if (drugClass === '') return null;
  return { kind, code: drugClass, name: DRUG_CLASSES.get(drugClass.slice(0, 3)) ?? '' };
}
