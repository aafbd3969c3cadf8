import { normalisedKey } from '../classify/application-list.ts';
import { FIELD } from '../layout/kept.ts';
import type { BaseFacts } from './facts.ts';
import type { RecordStore } from './record-store.ts';

/** What is loaded under one claim key (field 1): an application for each request month. */
export interface ClaimOfKey {
  readonly key: string;
  /** Application number → request month (yyyymm, 0 where blank). */
  readonly months: Map<number, number>;
}

/** The loaded applications by the claim keys people name them with. Those without a key cannot be named. */
export class ClaimKeys {
  readonly #claims = new Map<string, ClaimOfKey>();
  #byNormalised: Map<string, ClaimOfKey[]> | null = null;

  constructor(store: RecordStore, { record, application, requestMonth }: BaseFacts) {
    const column = store.column(FIELD.claimKey);
    const claims: (ClaimOfKey | undefined)[] = [];
    for (let i = 0; i < record.length; i++) {
      const code = column.codes[record[i] as number] as number;
      if (code === 0) continue;
      let claim = claims[code];
      if (claim === undefined) {
        claim = { key: column.text(code), months: new Map() };
        claims[code] = claim;
        this.#claims.set(claim.key, claim);
      }
      claim.months.set(application[i] as number, requestMonth[i] as number);
    }
  }

  /** The claim with exactly this key. */
  exactly(key: string): ClaimOfKey | undefined {
    return this.#claims.get(key);
  }

  /** The claims whose keys are the same once normalised. */
  nearly(key: string): readonly ClaimOfKey[] {
    if (this.#byNormalised === null) {
      this.#byNormalised = new Map();
      for (const claim of this.#claims.values()) {
        const normalised = normalisedKey(claim.key);
        const alike = this.#byNormalised.get(normalised);
        if (alike === undefined) this.#byNormalised.set(normalised, [claim]);
        else alike.push(claim);
      }
    }
    const normalised = normalisedKey(key);
    return normalised === '' ? [] : (this.#byNormalised.get(normalised) ?? []);
  }
}
