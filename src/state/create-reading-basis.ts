import { createFingerprint } from '../import/digest.ts';
import type { ReadingBasis } from '../report/reading-basis.ts';
import type { FingerprintsState } from './create-fingerprints.ts';
import type { MastersState } from './create-masters.ts';
import type { RulesState } from './create-rules.ts';

/** Tells what is read by now, and by what. */
export function createReadingBasis(
  rules: Pick<RulesState, 'lines' | 'refused' | 'text'>,
  masters: Pick<MastersState, 'masters'>,
  fingerprints: Pick<FingerprintsState, 'settled'>,
): () => Promise<ReadingBasis> {
  return async () => {
    const [lines, refused] = [rules.lines().length, rules.refused().length];
    const files = await fingerprints.settled();
    const inUse = masters.masters().map(({ name, entries }) => ({ name, entries }));
    if (lines === 0) return { files, rules: null, masters: inUse };
    const bytes = new TextEncoder().encode(rules.text());
    const fingerprint = await createFingerprint();
    fingerprint.update(bytes);
    return { files, rules: { inForce: lines - refused, refused, sha256: await fingerprint.finish() }, masters: inUse };
  };
}
