import { OUTCOMES, type Application, type Delivered, type Grain, type OutcomeName, type Part, type PlantedItem } from './application.ts';
import { isoMonth } from './month-forms.ts';
import { at } from './random.ts';

export interface PlantedRecord {
  readonly line: number;
  readonly key: string;
  readonly requestMonth: string | null;
  readonly resultMonth: string | null;
  readonly outcome: OutcomeName;
  readonly checkType: string;
  readonly items: readonly PlantedItem[];
  readonly points: number | null;
  readonly cause: '形式' | '医学' | null;
  readonly continuation: boolean;
  readonly status: 'loaded' | 'superseded' | 'duplicate';
}

/** The figures of METRICS.md for one line of a table: the planted records narrowed to it. */
export type Tally = Record<'申出' | '増減点数' | '査定効果点数' | '返戻効果点数' | OutcomeName, number>;

export interface Totals {
  readonly applications: number;
  readonly loaded: number;
  /** Loaded records that a default rule or a code gives an outcome, a check type, an item. */
  readonly classified: { readonly outcome: number; readonly checkType: number; readonly item: number };
  /** Loaded records to be warned of. */
  readonly withoutKey: number;
  readonly withoutRequestMonth: number;
  readonly all: Tally;
  readonly requestMonths: Readonly<Record<string, Tally>>;
  readonly resultMonths: Readonly<Record<string, Tally>>;
  readonly feeTables: Readonly<Record<string, Tally>>;
  readonly checkTypes: Readonly<Record<string, Tally>>;
  /** By kind, a space and the code; 未分類 for records that name none. Points stand on each item in full. */
  readonly items: Readonly<Record<string, Tally & { name: string }>>;
}

/** The line a continuation stands on is not known here; the rest of a record's truth is. */
export function plantedRecord(application: Application, part: Part, line: number, status: PlantedRecord['status']): PlantedRecord {
  const { answer } = part;
  return {
    line,
    key: application.key,
    requestMonth: application.requestMonth === null ? null : isoMonth(application.requestMonth),
    resultMonth: answer.month === null ? null : isoMonth(answer.month),
    outcome: answer.outcome,
    checkType: at(application.records, part.index).wording.checkType,
    items: itemsOf(application, part),
    points: answer.points,
    cause: answer.cause,
    continuation: application.continued && part.index > 0,
    status,
  };
}

/** Adds up applications as their last delivery passes, so that nothing is kept of those that are done. */
export class TotalsCounter {
  readonly #grain: Grain;
  readonly #open = new Map<Application, Part[]>();
  readonly #all = new Map<string, Tally>();
  readonly #requestMonths = new Map<string, Tally>();
  readonly #resultMonths = new Map<string, Tally>();
  readonly #feeTables = new Map<string, Tally>();
  readonly #checkTypes = new Map<string, Tally>();
  readonly #items = new Map<string, Tally>();
  readonly #names = new Map<string, string>();
  readonly #classified = { outcome: 0, checkType: 0, item: 0 };
  #loaded = 0;
  #withoutKey = 0;
  #withoutRequestMonth = 0;

  constructor(grain: Grain) {
    this.#grain = grain;
  }

  add({ application, parts, final }: Delivered): void {
    const loaded = parts.filter((part) => !part.superseded);
    this.#loaded += loaded.length;
    const known = [...(this.#open.get(application) ?? []), ...loaded];
    if (final) {
      this.#open.delete(application);
      this.#count(application, known);
    } else if (known.length > 0) {
      this.#open.set(application, known);
    }
  }

  totals(): Totals {
    const all = this.#all.get('') ?? emptyTally();
    const items: Record<string, Tally & { name: string }> = {};
    for (const [id, tally] of sorted(this.#items)) items[id] = { name: this.#names.get(id) ?? '', ...tally };
    return {
      applications: all.申出, loaded: this.#loaded, classified: { ...this.#classified },
      withoutKey: this.#withoutKey, withoutRequestMonth: this.#withoutRequestMonth, all,
      requestMonths: Object.fromEntries(sorted(this.#requestMonths)),
      resultMonths: Object.fromEntries(sorted(this.#resultMonths)),
      feeTables: Object.fromEntries(sorted(this.#feeTables)),
      checkTypes: Object.fromEntries(sorted(this.#checkTypes)),
      items,
    };
  }

  #count(application: Application, parts: readonly Part[]): void {
    const month = application.requestMonth === null ? '' : isoMonth(application.requestMonth);
    if (application.key === '') this.#withoutKey += parts.length;
    if (application.requestMonth === null) this.#withoutRequestMonth += parts.length;
    for (const part of parts) {
      if (part.answer.outcome !== '未分類') this.#classified.outcome += 1;
      if (at(application.records, part.index).wording.checkType !== '未分類') this.#classified.checkType += 1;
      if (itemsOf(application, part).length > 0) this.#classified.item += 1;
    }
    this.#tally(this.#all, parts, () => ['']);
    this.#tally(this.#requestMonths, parts, () => [month]);
    this.#tally(this.#resultMonths, parts, ({ answer }) => [answer.month === null ? '' : isoMonth(answer.month)]);
    this.#tally(this.#feeTables, parts, () => [String(application.feeTable)]);
    this.#tally(this.#checkTypes, parts, (part) => [at(application.records, part.index).wording.checkType]);
    this.#tally(this.#items, parts, (part) => {
      const items = itemsOf(application, part);
      if (items.length === 0) return ['未分類'];
      return items.map((item) => {
        const id = `${item.kind} ${item.code}`;
        this.#names.set(id, item.name);
        return id;
      });
    });
  }

  #tally(table: Map<string, Tally>, parts: readonly Part[], linesOf: (part: Part) => readonly string[]): void {
    const lines = new Map<string, Part[]>();
    for (const part of parts) {
      for (const line of linesOf(part)) {
        const list = lines.get(line);
        if (list) list.push(part);
        else lines.set(line, [part]);
      }
    }
    for (const [line, narrowed] of lines) {
      let tally = table.get(line);
      if (!tally) table.set(line, (tally = emptyTally()));
      addTo(tally, narrowed, this.#grain);
    }
  }
}

function addTo(tally: Tally, parts: readonly Part[], grain: Grain): void {
  const result = OUTCOMES.find((outcome) => parts.some(({ answer }) => answer.outcome === outcome)) ?? '未決';
  tally.申出 += 1;
  tally[result] += 1;
  const units = grain === 'row'
    ? parts.map(({ answer }) => ({ outcome: answer.outcome, points: answer.points ?? 0 }))
    : [{ outcome: result, points: figureOf(parts) }];
  for (const { outcome, points } of units) {
    tally.増減点数 += points;
    if (outcome === '査定') tally.査定効果点数 -= points;
    if (outcome === '返戻') tally.返戻効果点数 -= points;
  }
}

/** The largest in size; the negative one on a tie. */
function figureOf(parts: readonly Part[]): number {
  let figure = 0;
  for (const { answer } of parts) {
    const points = answer.points ?? 0;
    if (Math.abs(points) > Math.abs(figure) || (points < 0 && points === -figure)) figure = points;
  }
  return figure;
}

function itemsOf(application: Application, part: Part): readonly PlantedItem[] {
  const asked = at(application.records, part.index).wording.items;
  const extra = part.answer.items.filter((item) => !asked.some((other) => other.code === item.code));
  // A code in field 210 leaves no room for a name in brackets: those count only where nothing else was found.
  if (extra.length > 0) return [...asked.filter((item) => item.kind !== 'その他'), ...extra];
  return asked;
}

function emptyTally(): Tally {
  return {
    申出: 0, 査定: 0, 返戻: 0, 原審: 0, 取下げ: 0, 対象外: 0, 未分類: 0, 未決: 0, 増減点数: 0, 査定効果点数: 0, 返戻効果点数: 0,
  };
}

function sorted<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
}
