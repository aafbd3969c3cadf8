import { PENDING, type Answer, type Application, type Delivered, type Part } from './application.ts';
import { recordCount, type World } from './compose-application.ts';
import type { Month } from './month-forms.ts';

export interface PlanOptions {
  readonly firstMonth: Month;
  readonly months: number;
  readonly recordsPerMonth: number;
}

const LAGS = [[1, 10], [2, 34], [3, 32], [4, 15], [5, 9]] as const;
const PENDING_SHARE = 0.05;
const ANSWERED_LATER = 0.85;
const CHANGED_LATER = 0.006;
const WITHOUT_KEY = 0.0015;
const WITHOUT_MONTH = 0.001;

/**
 * What each month's delivery holds: the answers processed in that month, and applications of that month still without
 * one. Some of these come again with their answer, and a few answers come again changed; the earlier ones are superseded.
 * Months must be asked for in order.
 */
export class DeliveryPlan {
  readonly #world: World;
  readonly #options: PlanOptions;
  readonly #due = new Map<Month, Delivered[]>();
  readonly #dueRecords = new Map<Month, number>();

  constructor(world: World, options: PlanOptions) {
    this.#world = world;
    this.#options = options;
  }

  /** At least as many records as are due; otherwise exactly `records`. */
  month(current: Month, records: number): Delivered[] {
    const delivered = this.#due.get(current) ?? [];
    this.#due.delete(current);
    let count = delivered.reduce((sum, each) => sum + each.parts.length, 0);
    const pendingUntil = Math.min(records, count + Math.round(records * PENDING_SHARE));
    while (count < records) {
      const one = count < pendingUntil ? this.#pending(current, records - count) : this.#answered(current, records - count);
      delivered.push(one);
      count += one.parts.length;
    }
    return this.#world.random.shuffle(delivered);
  }

  #pending(current: Month, room: number): Delivered {
    const application = this.#apply(current, room);
    const held = this.#world.hold(application);
    const later = this.#later(current, application, ANSWERED_LATER);
    if (later === null) return { application, parts: partsOf(held ?? application.records.map(() => PENDING), () => false), final: true };
    const answers = this.#world.answers(application, later);
    const partial = !application.continued && answers.length > 1 && this.#world.random.chance(0.3);
    const returning = partial ? answers.slice(0, 1) : answers;
    this.#schedule(later, { application, parts: partsOf(returning, () => false), final: true });
    const parts = partsOf(held ?? application.records.map(() => PENDING), (index) => index < returning.length);
    return { application, parts, final: false };
  }

  #answered(current: Month, room: number): Delivered {
    const { random } = this.#world;
    const special = random.next();
    if (special < WITHOUT_KEY + WITHOUT_MONTH) {
      const requestMonth = special < WITHOUT_KEY ? current - random.weighted(LAGS) : null;
      const application = this.#world.application({ requestMonth, recordCount: 1, withoutKey: special < WITHOUT_KEY });
      return { application, parts: partsOf(this.#world.answers(application, current), () => false), final: true };
    }
    const application = this.#apply(current - random.weighted(LAGS), room);
    const answers = this.#world.answers(application, current);
    const later = this.#later(current, application, CHANGED_LATER);
    if (later !== null) {
      const changed = this.#world.answers(application, later, answers);
      this.#schedule(later, { application, parts: partsOf(changed, () => false), final: true });
    }
    return { application, parts: partsOf(answers, () => later !== null), final: later === null };
  }

  #apply(requestMonth: Month, room: number): Application {
    return this.#world.application({ requestMonth, recordCount: Math.min(room, recordCount(this.#world.random)) });
  }

  /** A later month with room for this application, or null when it does not come again. */
  #later(current: Month, application: Application, share: number): Month | null {
    const { random } = this.#world;
    const later = current + random.weighted(LAGS);
    const { firstMonth, months, recordsPerMonth } = this.#options;
    const room = recordsPerMonth * 0.4 - (this.#dueRecords.get(later) ?? 0) - application.records.length;
    return random.chance(share) && later < firstMonth + months && room >= 0 ? later : null;
  }

  #schedule(month: Month, delivered: Delivered): void {
    const list = this.#due.get(month) ?? [];
    list.push(delivered);
    this.#due.set(month, list);
    this.#dueRecords.set(month, (this.#dueRecords.get(month) ?? 0) + delivered.parts.length);
  }
}

function partsOf(answers: readonly Answer[], superseded: (index: number) => boolean): Part[] {
  return answers.map((answer, index) => ({ index, answer, superseded: superseded(index) }));
}
