import type { Master, MasterPreview } from '../classify/master.ts';
import { previewMaster, readMaster } from '../classify/read-master.ts';
import type { Failure } from '../core/failure.ts';
import { nextMessage } from '../core/next-message.ts';
import type { Outcome } from '../core/outcome.ts';
import { readMasterTexts } from '../files/read-master-text.ts';
import type { MasterSource, MasterSummary, RefusedMaster } from '../records/mapping.ts';
import { NameSearch } from '../records/name-search.ts';

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
