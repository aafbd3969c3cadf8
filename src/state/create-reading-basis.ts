import { createFingerprint } from '../import/digest.ts';
import type { ReadingBasis } from '../report/reading-basis.ts';
import type { MastersState } from './create-masters.ts';
import type { RulesState } from './create-rules.ts';

/** Tells what records are read by now. */
export function createReadingBasis(rules: Pick<RulesState, 'lines' | 'refused' | 'text'>, masters: Pick<MastersState, 'masters'>): () => Promise<ReadingBasis> {
  return async () => {
    const [lines, refused] = [rules.lines().length, rules.refused().length];
    const inUse = masters.masters().map(({ name, entries }) => ({ name, entries }));
    if (lines === 0) return { rules: null, masters: inUse };
    const bytes = new TextEncoder().encode(rules.text());
    const fingerprint = await createFingerprint();
    fingerprint.update(bytes);
    return { rules: { inForce: lines - refused, refused, sha256: await fingerprint.finish() }, masters: inUse };
  };
}
