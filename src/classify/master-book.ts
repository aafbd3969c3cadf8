import { type FoundItem, type ItemKind, itemKey } from './item.ts';
import type { Master, MasterEntry } from './master.ts';
import { nameForm, stemCode } from './name-text.ts';

/** A maker's bracket; most stand at the end of a drug's name, some before the size of its pack. */
const MAKER = /「[^」]*」/gu;
const GENERIC_MARK = /^【般】/u;
/** Kana is cut by the master; shorter than this it tells nothing. */
const SHORTEST_KANA = 5;
/** Where one form names a drug and something else, this behind it speaks for the other. */
const TEST_WORD = /^(?:の?(?:検査|測定|定量|定性))/u;

/** An entry, and its stem as the master writes it. */
interface Stem {
  readonly entry: MasterEntry;
  readonly written: string;
}

/** What one written form can mean. */
interface Meanings {
  /** Entries whose full name it is. */
  readonly full: MasterEntry[];
  /** Entries of which it is a stem. */
  readonly stem: Stem[];
  /** Entries whose reading it is. Many names share one; it counts only where it is nothing else. */
  readonly reading: Stem[];
}

/** The masters that are loaded: what each code is called, and what each written form means. Of one code the latest line counts. */
export class MasterBook {
  readonly #entries = new Map<string, MasterEntry>();
  readonly #meanings = new Map<string, Meanings>();
  readonly #resolved = new Map<string, FoundItem | null>();

  constructor(masters: readonly Master[]) {
    for (const { entries } of masters) {
      for (const entry of entries) {
        const key = itemKey(entry);
        const known = this.#entries.get(key);
        if (known === undefined || entry.changed > known.changed) this.#entries.set(key, entry);
      }
    }
    for (const entry of this.#entries.values()) this.#addForms(entry);
  }

  get entries(): ReadonlyMap<string, MasterEntry> {
    return this.#entries;
  }

  /** Every form that means something. */
  forms(): readonly string[] {
    return [...this.#meanings.keys()];
  }

  isFullName(form: string): boolean {
    return (this.#meanings.get(form)?.full.length ?? 0) > 0;
  }

  /**
   * The item that a form means.
   * @param form as {@link nameForm} gives it
   * @param behind what stands behind it in the text, in the same form
   * @returns null for a form that no master has
   */
  resolve(form: string, behind: string): FoundItem | null {
    const isTest = TEST_WORD.test(behind);
    const key = `${isTest ? '1' : '0'}${form}`;
    let item = this.#resolved.get(key);
    if (item === undefined) this.#resolved.set(key, (item = this.#mean(form, isTest)));
    return item;
  }

  #mean(form: string, isTest: boolean): FoundItem | null {
    const meanings = this.#meanings.get(form);
    if (meanings === undefined) return null;
    const full = ofOneKind(meanings.full, (entry) => entry.kind, isTest);
    if (full.length > 0) return itemOf(latest(full));
    const stems = ofOneKind(meanings.stem.length > 0 ? meanings.stem : meanings.reading, ({ entry }) => entry.kind, isTest);
    const [first] = stems;
    if (first === undefined) return null;
    const entries = stems.map(({ entry }) => entry);
    const name = nameForm(first.entry.name);
    if (entries.every((entry) => nameForm(entry.name) === name)) return itemOf(latest(entries));
    return this.#group(entries) ?? { kind: first.entry.kind, code: stemCode(first.written), name: first.written };
  }

  /** What all entries share: the generic for drugs, the section for procedures; null where they share none. */
  #group(entries: readonly MasterEntry[]): FoundItem | null {
    const [{ kind, generic, section }] = entries as [MasterEntry];
    if (kind === '医薬品' && generic !== null && entries.every((entry) => entry.generic?.code === generic.code)) return { kind, ...generic };
    if (kind === '診療行為' && section !== '' && entries.every((entry) => entry.section === section)) return { kind, code: section, name: '' };
    return null;
  }

  #addForms(entry: MasterEntry): void {
    const full = nameForm(entry.name);
    this.#meaningsOf(full).full.push(entry);
    const seen = new Set([full]);
    for (const written of stemsOf(entry)) {
      const form = nameForm(written);
      if (form === '' || seen.has(form)) continue;
      seen.add(form);
      this.#meaningsOf(form).stem.push({ entry, written });
    }
    const reading = nameForm(entry.kana);
    if (reading.length >= SHORTEST_KANA && !seen.has(reading)) this.#meaningsOf(reading).reading.push({ entry, written: entry.kana.normalize('NFKC') });
  }

  #meaningsOf(form: string): Meanings {
    let meanings = this.#meanings.get(form);
    if (meanings === undefined) this.#meanings.set(form, (meanings = { full: [], stem: [], reading: [] }));
    return meanings;
  }
}

function itemOf({ kind, code, name }: MasterEntry): FoundItem {
  return { kind, code, name };
}

/** 錠５ｍｇ, which people also write ５ｍｇ錠. */
const STRENGTH_BEHIND = /(錠|カプセル)([０-９．]+(?:ｍｇ|μｇ|ｇ))/u;

/** As people write them: without the maker's bracket, the basic name, the generic name, the strength before the dosage form. */
function stemsOf({ kind, name, basicName, generic }: MasterEntry): readonly string[] {
  const stems = [basicName];
  if (kind === '医薬品') {
    stems.push(name.replace(MAKER, ''), basicName.replace(MAKER, ''));
    if (generic !== null) stems.push(generic.name, generic.name.replace(GENERIC_MARK, ''));
    stems.push(...[name, ...stems].filter((each) => STRENGTH_BEHIND.test(each)).map((each) => each.replace(STRENGTH_BEHIND, '$2$1')));
  }
  return stems;
}

/** Of things of several kinds those of one: drugs, unless a word behind says that a test is meant; else the kind of the first. */
function ofOneKind<T>(things: readonly T[], kindOf: (thing: T) => ItemKind, isTest: boolean): readonly T[] {
  const kinds = new Set(things.map(kindOf));
  if (kinds.size < 2) return things;
  const order: readonly ItemKind[] = isTest ? ['診療行為', '医薬品', '特定器材', 'その他'] : ['医薬品', '診療行為', '特定器材', 'その他'];
  const kind = order.find((each) => kinds.has(each));
  return things.filter((thing) => kindOf(thing) === kind);
}

/** Of one name under several codes the latest change counts, then the lowest code. */
function latest(entries: readonly MasterEntry[]): MasterEntry {
  const isBefore = (a: MasterEntry, b: MasterEntry): boolean => (a.changed === b.changed ? a.code < b.code : a.changed > b.changed);
  return entries.reduce((best, entry) => (isBefore(entry, best) ? entry : best));
}
