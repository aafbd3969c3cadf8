import type { Choices, Measure } from '../metrics/scope.ts';
import type { Classified } from '../records/classified.ts';
import type { GrainFinding } from '../records/grain.ts';
import type { ItemTree } from '../records/item-tree.ts';
import type { Loaded } from '../records/loaded.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { LineNames } from './line-names.ts';

/** What questions are about: derived from the committed files, the rules, masters and lists, and replaced as a whole. */
export interface Visible extends Classified {
  readonly store: RecordStore;
  readonly grain: GrainFinding;
  readonly names: LineNames;
  readonly tree: ItemTree;
  readonly loaded: Loaded;
}

export function measureOf(choices: Choices, visible: Visible): Measure {
  return {
    grain: choices.grain === 'auto' ? visible.grain.grain : choices.grain,
    attribution: choices.attribution,
    ownPrefecture: choices.ownPrefecture ?? visible.facts.ownPrefecture,
  };
}
