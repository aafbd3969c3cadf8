import type { Master, MasterColumns, MasterLayout, MasterPreview } from '../classify/master.ts';
import { previewMaster, readMaster } from '../classify/read-master.ts';
import type { Failure } from '../core/failure.ts';
import { nextMessage } from '../core/next-message.ts';
import type { Outcome } from '../core/outcome.ts';
import { readMasterTexts } from '../files/read-master-text.ts';
import type { Loaded } from '../records/loaded.ts';
import { NameSearch } from '../records/name-search.ts';

/** A master the user chose. */
export interface MasterSource {
  /** Given by the page, the same as long as the master is in use. */
  readonly id: number;
  readonly file: Blob;
  readonly name: string;
  /** Null where the layout is to be recognised. */
  readonly columns: MasterColumns | null;
}

/** A master in use. */
export interface MasterSummary {
  readonly id: number;
  /** The file's name; for one in an archive `archive/inner name`. */
  readonly name: string;
  readonly layout: MasterLayout;
  readonly entries: number;
  /** Lines left out because their code is none: how many, and the first one. */
  readonly leftOut: Master['leftOut'];
}

export interface RefusedMaster {
  readonly id: number;
  readonly failure: Failure;
}

/** What is in use after masters were added or taken away. */
export interface MastersAnswer {
  readonly masters: readonly MasterSummary[];
  readonly refused: readonly RefusedMaster[];
  /** Null while nothing is loaded. */
  readonly loaded: Loaded | null;
}

/** The first lines of a file, for choosing columns. */
export async function previewMasterFile(file: Blob, name: string): Promise<Outcome<MasterPreview>> {
  const texts = await readMasterTexts(file, name);
  return texts.ok ? previewMaster(texts.value[0]?.text ?? '') : texts;
}

/** Masters that were read, by the page's numbers; kept in memory only. */
export class MastersInUse {
  readonly #read = new Map<number, readonly { readonly name: string; readonly master: Master }[]>();
  #names: NameSearch | null = null;

  /** Null while no master is in use. */
  get names(): NameSearch | null {
    return this.#names;
  }

  /** Uses these masters and no others, but for those that are refused. What is in use already is not read again. */
  async use(sources: readonly MasterSource[]): Promise<readonly RefusedMaster[]> {
    const refused: RefusedMaster[] = [];
    const wanted = new Set(sources.map(({ id }) => id));
    let isChanged = false;
    for (const id of [...this.#read.keys()].filter((each) => !wanted.has(each))) isChanged = this.#read.delete(id) || isChanged;
    for (const source of sources.filter(({ id }) => !this.#read.has(id))) {
      const failure = await this.#add(source);
      if (failure === null) isChanged = true;
      else refused.push({ id: source.id, failure });
    }
    if (isChanged) this.#names = await NameSearch.of([...this.#read.values()].flat().map(({ master }) => master));
    return refused;
  }

  summaries(): readonly MasterSummary[] {
    return [...this.#read].flatMap(([id, masters]) =>
      masters.map(({ name, master: { layout, entries, leftOut } }) => ({ id, name, layout, entries: entries.length, leftOut })),
    );
  }

  async #add({ id, file, name, columns }: MasterSource): Promise<Failure | null> {
    const texts = await readMasterTexts(file, name);
    if (!texts.ok) return texts.failure;
    const masters: { name: string; master: Master }[] = [];
    for (const { name: part, text } of texts.value) {
      await nextMessage();
      const master = readMaster(text, columns);
      if (!master.ok) return master.failure;
      masters.push({ name: part, master: master.value });
    }
    this.#read.set(id, masters);
    return null;
  }
}
