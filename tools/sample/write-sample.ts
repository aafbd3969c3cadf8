import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type AppliedClaim, makeApplicationList, makeExclusionList } from './application-lists.ts';
import type { Answer, Application, Delivered, Grain, Part } from './application.ts';
import { World } from './compose-application.ts';
import { CsvWriter, type CsvForm } from './csv-bytes.ts';
import { DeliveryPlan } from './delivery-plan.ts';
import { encodingName } from './encode-text.ts';
import { FIELD_NAMES } from './field-names.ts';
import { isoMonth, type Month } from './month-forms.ts';
import { TotalsCounter, plantedRecord, type PlantedRecord, type Totals } from './planted-truth.ts';
import { at, Random } from './random.ts';
import { keepLean, renderRecord, type ValueForms } from './render-record.ts';
import { MonthFiles, wardsFor, type FileSlot } from './sample-files.ts';

export interface SampleOptions {
  readonly out: string;
  readonly seed: string;
  readonly firstMonth: Month;
  readonly months: number;
  /** Records a month, over all its files. */
  readonly records: number;
  readonly form: CsvForm;
  readonly header: boolean;
  readonly filesPerMonth: number;
  readonly grain: Grain;
  readonly planted: boolean;
  /** Also a list of applications and one of excluded claims, in a folder beside the months. */
  readonly lists?: boolean;
  /** Only the fields that the figures are made of are filled. */
  readonly lean?: boolean;
  /** Distinct items; by default a fifth of the records a month, 300 to 2,400. */
  readonly items?: number;
}

/** What import.json is to say of a file when the whole set is loaded in the order of names. */
export interface FileCounts {
  readonly name: string;
  readonly bytes: number;
  readonly encoding: string;
  readonly newline: string;
  readonly header: boolean;
  records: number;
  loaded: number;
  quarantined: number;
  duplicates: number;
  superseded: number;
  continued: number;
  blank: number;
}

export interface SampleSet {
  readonly files: readonly FileCounts[];
  readonly totals: Totals;
}

/** One claim as it was written, kept for a month so that it can be delivered twice. */
interface Written {
  readonly delivered: Delivered;
  readonly fields: readonly string[];
}

const DUPLICATE_SHARE = 0.0008;

export function writeSample(options: SampleOptions): SampleSet {
  mkdirSync(options.out, { recursive: true });
  const world = new World({
    seed: options.seed, grain: options.grain, plainTexts: options.form.quoting === 'bare', wards: wardsFor(options.filesPerMonth),
    items: options.items ?? Math.min(2400, Math.max(300, Math.round(options.records / 5))),
  });
  const plan = new DeliveryPlan(world, { ...options, recordsPerMonth: options.records });
  const totals = new TotalsCounter(options.grain);
  const truth = options.planted ? new PlantedFile(options) : null;
  const files: FileCounts[] = [];
  const claims = new Map<Application, AppliedClaim>();
  let before: Written[] = [];
  for (let month = options.firstMonth; month < options.firstMonth + options.months; month++) {
    const writer = new MonthWriter(options, month, truth, claims);
    before = writer.write(plan, before, totals);
    files.push(...writer.close());
  }
  const set = { files, totals: totals.totals() };
  truth?.close(set.totals);
  if (options.lists === true) writeLists(options, [...claims.values()]);
  return set;
}

function writeLists({ out, seed }: SampleOptions, claims: readonly AppliedClaim[]): void {
  const folder = join(out, 'lists');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'applications.csv'), makeApplicationList(seed, claims).bytes);
  writeFileSync(join(folder, 'exclusions.csv'), makeExclusionList(seed, claims));
}

function appliedClaim({ key, requestMonth, records }: Application): AppliedClaim {
  return { key, month: requestMonth === null ? null : isoMonth(requestMonth), items: records.flatMap(({ wording }) => wording.items) };
}

class MonthWriter {
  readonly #options: SampleOptions;
  readonly #month: Month;
  readonly #files: MonthFiles;
  readonly #open: OpenFile[];
  readonly #random: Random;
  readonly #forms: ValueForms;
  readonly #claims: Map<Application, AppliedClaim>;

  constructor(options: SampleOptions, month: Month, truth: PlantedFile | null, claims: Map<Application, AppliedClaim>) {
    this.#options = options;
    this.#claims = claims;
    this.#month = month;
    this.#files = new MonthFiles(options.seed, month, options.filesPerMonth);
    this.#open = this.#files.slots.map((slot) => new OpenFile(options, slot, truth));
    this.#random = new Random(`${options.seed} month ${month}`);
    this.#forms = formsOf(month - options.firstMonth, options.form.quoting === 'bare');
  }

  write(plan: DeliveryPlan, before: readonly Written[], totals: TotalsCounter): Written[] {
    const { records } = this.#options;
    const twice = Math.max(records >= 100 ? 1 : 0, Math.round(records * DUPLICATE_SHARE));
    const again = before.slice(0, twice);
    for (const written of again) this.#copy(written);
    const kept: Written[] = [];
    for (const delivered of plan.month(this.#month, records - again.length - twice)) {
      totals.add(delivered);
      if (this.#options.lists === true && delivered.application.key !== '') this.#claims.set(delivered.application, appliedClaim(delivered.application));
      const written = this.#deliver(delivered);
      if (written && kept.length < twice * 4 && this.#random.chance(0.1)) kept.push(written);
    }
    for (const written of kept.splice(0, Math.min(twice, kept.length))) this.#copy(written);
    return kept;
  }

  close(): FileCounts[] {
    for (const file of this.#open) if (this.#random.chance(0.2)) file.blankLines(this.#random.between(1, 2));
    return this.#open.map((file) => file.close());
  }

  /** Returns what was written where it is one plain record. */
  #deliver(delivered: Delivered): Written | null {
    const { application, parts } = delivered;
    const file = this.#fileFor(delivered);
    const before: Answer[] = [];
    let fields: string[] = [];
    for (const part of parts) {
      fields = renderRecord(application, part.index, part.answer, before, this.#forms);
      before.push(part.answer);
      if (this.#options.lean) fields = keepLean(fields);
      file.record(fields, delivered, part, part.superseded ? 'superseded' : 'loaded');
    }
    return parts.length === 1 && application.records.length === 1 ? { delivered, fields } : null;
  }

  #copy({ delivered, fields }: Written): void {
    this.#fileFor(delivered).record(fields, delivered, at(delivered.parts, 0), 'duplicate');
  }

  #fileFor({ application }: Delivered): OpenFile {
    return at(this.#open, this.#files.indexFor(application));
  }
}

class OpenFile {
  readonly #options: SampleOptions;
  readonly #slot: FileSlot;
  readonly #truth: PlantedFile | null;
  readonly #descriptor: number;
  readonly #writer: CsvWriter;
  readonly #planted: PlantedRecord[] = [];
  readonly #counts = { records: 0, loaded: 0, quarantined: 0, duplicates: 0, superseded: 0, continued: 0, blank: 0 };
  #bytes = 0;

  constructor(options: SampleOptions, slot: FileSlot, truth: PlantedFile | null) {
    this.#options = options;
    this.#slot = slot;
    this.#truth = truth;
    this.#descriptor = openSync(join(options.out, slot.name), 'w');
    this.#writer = new CsvWriter(options.form, (bytes) => {
      writeSync(this.#descriptor, bytes);
      this.#bytes += bytes.length;
    });
    if (slot.state === 'empty') return;
    this.#writer.begin();
    if (options.header) this.#writer.writeRecord(FIELD_NAMES);
  }

  record(fields: readonly string[], { application }: Delivered, part: Part, status: PlantedRecord['status']): void {
    const line = this.#writer.writeRecord(fields);
    const counts = this.#counts;
    counts.records += 1;
    if (status === 'loaded') counts.loaded += 1;
    else if (status === 'superseded') counts.superseded += 1;
    else counts.duplicates += 1;
    if (status === 'loaded' && application.continued && part.index > 0) counts.continued += 1;
    if (this.#truth) this.#planted.push(plantedRecord(application, part, line, status));
  }

  blankLines(count: number): void {
    if (this.#slot.state !== 'filled') return;
    for (let i = 0; i < count; i++) this.#writer.writeBlankLine();
    this.#counts.blank += count;
  }

  close(): FileCounts {
    this.#writer.end();
    closeSync(this.#descriptor);
    this.#truth?.file(this.#slot.name, this.#planted);
    const { form, header } = this.#options;
    const empty = this.#bytes === 0;
    return {
      name: this.#slot.name, bytes: this.#bytes,
      encoding: empty ? 'utf-8' : encodingName(form.encoding), newline: empty ? 'none' : form.newline, header: header && !empty,
      ...this.#counts,
    };
  }
}

/** planted.json, one record a line, written file by file. */
class PlantedFile {
  readonly #descriptor: number;
  #files = 0;

  constructor({ out, seed, grain }: SampleOptions) {
    this.#descriptor = openSync(join(out, 'planted.json'), 'w');
    writeSync(this.#descriptor, `{ "seed": ${JSON.stringify(seed)}, "grain": "${grain}", "files": [`);
  }

  file(name: string, records: readonly PlantedRecord[]): void {
    const lines = records.map((record) => JSON.stringify(record)).join(',\n');
    writeSync(this.#descriptor, `${this.#files > 0 ? ',' : ''}\n{ "name": ${JSON.stringify(name)}, "records": [\n${lines}\n] }`);
    this.#files += 1;
  }

  close(totals: Totals): void {
    writeSync(this.#descriptor, `\n], "totals": ${JSON.stringify(totals)} }\n`);
    closeSync(this.#descriptor);
  }
}

/** Most months as 50606 and -216; some deliveries write otherwise. */
function formsOf(index: number, bare: boolean): ValueForms {
  const month = index % 6 === 2 ? 'western' : index % 6 === 4 ? 'letter' : index % 12 === 5 ? 'kanji' : 'era';
  const amount = index % 6 === 1 ? 'filled-triangle' : index % 6 === 3 ? 'full-width' : index % 6 === 5 && !bare ? 'comma' : 'minus';
  return { month, amount };
}
