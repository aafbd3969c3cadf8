import type { Master, MasterPreview } from '../classify/master.ts';
import { previewMaster, readMaster } from '../classify/read-master.ts';
import { nextMessage } from '../core/next-message.ts';
import { type Outcome, done } from '../core/outcome.ts';
import { readMasterTexts } from '../files/read-master-text.ts';
import type { MasterSource, MasterSummary, RefusedMaster } from '../records/mapping.ts';
import { NameSearch } from '../records/name-search.ts';

/** The first lines of a file, for choosing columns. */
export async function previewMasterFile(file: Blob, name: string): Promise<Outcome<MasterPreview>> {
  const texts = await readMasterTexts(file, name);
  return texts.ok ? previewMaster(texts.value[0]?.text ?? '') : texts;
}

/** What a file held: itself, or the parts of an archive. */
type ReadMasters = readonly { readonly name: string; readonly master: Master }[];

/** Masters that were read, by the page's numbers; kept in memory only. */
export class MastersInUse {
  static readonly none = new MastersInUse(new Map(), null);

  readonly #read: ReadonlyMap<number, ReadMasters>;
  /** Null while no master is in use. */
  readonly names: NameSearch | null;

  private constructor(read: ReadonlyMap<number, ReadMasters>, names: NameSearch | null) {
    this.#read = read;
    this.names = names;
  }

  /** These masters and no others, but for those that are refused. What is in use already is not read again. */
  async with(sources: readonly MasterSource[]): Promise<{ readonly masters: MastersInUse; readonly refused: readonly RefusedMaster[] }> {
    const refused: RefusedMaster[] = [];
    const read = new Map<number, ReadMasters>();
    const wanted = new Set(sources.map(({ id }) => id));
    for (const [id, masters] of this.#read) if (wanted.has(id)) read.set(id, masters);
    let isChanged = read.size < this.#read.size;
    for (const source of sources) {
      if (read.has(source.id)) continue;
      const masters = await readSource(source);
      if (masters.ok) {
        read.set(source.id, masters.value);
        isChanged = true;
      } else refused.push({ id: source.id, failure: masters.failure });
    }
    if (!isChanged) return { masters: this, refused };
    return { masters: new MastersInUse(read, await NameSearch.of([...read.values()].flat().map(({ master }) => master))), refused };
  }

  summaries(): readonly MasterSummary[] {
    return [...this.#read].flatMap(([id, masters]) =>
      masters.map(({ name, master: { layout, entries, leftOut } }) => ({ id, name, layout, entries: entries.length, leftOut })),
    );
  }
}

async function readSource({ file, name, columns }: MasterSource): Promise<Outcome<ReadMasters>> {
  const texts = await readMasterTexts(file, name);
  if (!texts.ok) return texts;
  const masters: { name: string; master: Master }[] = [];
  for (const { name: part, text } of texts.value) {
    await nextMessage();
    const master = readMaster(text, columns);
    if (!master.ok) return master;
    masters.push({ name: part, master: master.value });
  }
  return done(masters);
}
