import { answer, onHold, repeatClaimFigure } from './answers.ts';
import type { Answer, Application, ApplicationRecord, Grain } from './application.ts';
import { claimValues } from './claim-values.ts';
import { inventInstitutions, WARDS, type Institution } from './fictitious-names.ts';
import { inventCatalogue, type CatalogueItem, type DrawItem } from './item-catalogue.ts';
import type { Month } from './month-forms.ts';
import { at, Random, zipfSampler } from './random.ts';
import { wordRecord } from './reason-wording.ts';

export interface WorldOptions {
  readonly seed: string;
  readonly items: number;
  readonly grain: Grain;
  /** No commas, quotes or line breaks in texts, for files written bare. */
  readonly plainTexts: boolean;
  readonly wards?: number;
}

export interface Traits {
  readonly requestMonth: Month | null;
  readonly recordCount: number;
  readonly withoutKey?: boolean;
  readonly continued?: boolean;
}

/** Invents applications and the federation's answers to them, one after the other from one seed. */
export class World {
  readonly random: Random;
  readonly #options: WorldOptions;
  readonly #draw: DrawItem;
  readonly #institutions: readonly (readonly Institution[])[];
  readonly #busy: (random: Random) => number;
  readonly #drawn = new WeakMap<ApplicationRecord, CatalogueItem>();
  #serial = 0;

  constructor(options: WorldOptions) {
    this.#options = options;
    this.random = new Random(`${options.seed} claims`);
    this.#draw = inventCatalogue(options.seed, options.items).draw;
    const perTable = Math.min(600, 40 + Math.floor(options.items / 4));
    this.#institutions = inventInstitutions(new Random(`${options.seed} institutions`), perTable);
    this.#busy = zipfSampler(perTable);
  }

  application(traits: Traits): Application {
    const { random } = this;
    const feeTable = random.weighted([[1, 74], [2, 7], [3, 8], [4, 11]] as const);
    const institution = at(at(this.#institutions, feeTable - 1), this.#busy(random));
    const ward = random.below(this.#options.wards ?? WARDS.length);
    const retired = random.chance(0.02);
    const serviceMonth = (traits.requestMonth ?? 2024 * 12) - random.between(3, 6);
    const decided = Math.max(150, Math.round(random.logNormal(feeTable === 2 ? 38000 : 2600, 0.8)));
    const copayTenths = random.weighted([[3, 65], [2, 22], [1, 13]] as const);
    const claim = claimValues({ random, feeTable, institution, ward, retired, serviceMonth, decided, copayTenths });
    const records: ApplicationRecord[] = [];
    while (records.length < traits.recordCount) records.push(this.#record(feeTable, decided, records));
    return {
      key: traits.withoutKey ? '' : this.#key(),
      requestMonth: traits.requestMonth,
      serviceMonth, feeTable, ward, retired, copayTenths, claim, records,
      continued: traits.recordCount > 1 && (traits.continued ?? random.chance(0.3)),
    };
  }

  /** The answers to all records of an application; different from `not` in their outcomes where that is given. */
  answers(application: Application, month: Month, not?: readonly Answer[]): Answer[] {
    const before = not?.[0]?.outcome;
    const forced = before === undefined ? undefined : before === '査定' ? '原審' : '査定';
    let answers = application.records.map((record) => this.#answer(application, record, month, forced));
    if (answers.some((each) => each.outcome === '返戻')) answers = this.#returnWhole(application, month);
    if (this.#options.grain === 'row' || answers.length === 1) return answers;
    return repeatClaimFigure(answers, at(application.records, 0).decided);
  }

  hold(application: Application): Answer[] | null {
    return this.random.chance(0.1) ? application.records.map(() => onHold()) : null;
  }

  #answer(application: Application, record: ApplicationRecord, month: Month, forced?: '原審' | '査定' | '返戻'): Answer {
    const item = this.#drawn.get(record);
    if (!item) throw new Error('a record of another world');
    const { feeTable, continued } = application;
    const { decided, wording } = record;
    const given = answer({ random: this.random, draw: this.#draw, item, feeTable, decided, checkType: wording.checkType }, month, forced);
    // A continuation line with a blank 206 would take over the outcome of the line before.
    return continued && given.values[206] === '' ? { ...given, values: { ...given.values, 206: '再照会中' } } : given;
  }

  /** A claim goes back whole: its first record carries the loss. */
  #returnWhole(application: Application, month: Month): Answer[] {
    return application.records.map((record, index) => {
      const given = this.#answer(application, record, month, '返戻');
      return index === 0 ? given : { ...given, points: 0, settled: record.decided };
    });
  }

  #record(feeTable: number, decided: number, before: readonly ApplicationRecord[]): ApplicationRecord {
    const { drawn, ...wording } = wordRecord({
      random: this.random, draw: this.#draw, feeTable, plain: this.#options.plainTexts,
    });
    // Records of one claim are told apart by 193 to 199.
    const values = before.length > 0 && !wording.values[199] ? { ...wording.values, 199: `${before.length + 1}件目` } : wording.values;
    const record = { wording: { ...wording, values }, decided };
    if (before.some((other) => identityText(other) === identityText(record))) return this.#record(feeTable, decided, before);
    this.#drawn.set(record, drawn);
    return record;
  }

  #key(): string {
    this.#serial += 1;
    const lead = this.random.chance(0.05) ? '014' : '142';
    return lead + String(this.#serial).padStart(8, '0') + this.random.digits(9);
  }
}

export function recordCount(random: Random): number {
  return random.weighted([[1, 880], [2, 85], [3, 25], [4, 10]] as const);
}

function identityText(record: ApplicationRecord): string {
  return [193, 194, 195, 196, 197, 198, 199].map((field) => record.wording.values[field] ?? '').join('\u0000');
}
