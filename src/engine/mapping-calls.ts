import type { Target } from '../classify/rule.ts';
import type { RuleLine } from '../classify/rule-table.ts';
import { type Outcome, done } from '../core/outcome.ts';
import type { MasterSource, MastersAnswer, RulesAnswer } from '../records/mapping.ts';
import type { LoadedRecords } from './loaded-records.ts';
import { type Mapping, overviewOf, previewOf, recordsWith, unclassifiedOf } from './mapping-answers.ts';
import { MastersInUse, previewMasterFile } from './masters-in-use.ts';
import { RulesInUse, readRuleFile } from './rules-in-use.ts';
import type { Turns } from './turns.ts';

/** Rules and masters, and how the visible records are classified by them. */
export function mappingCalls(records: LoadedRecords, turns: Turns) {
  let rules = new RulesInUse([]);
  let masters = MastersInUse.none;

  /** What the visible records make of it; `nothing` where none are loaded. */
  function about<T>(nothing: T, answer: (mapping: Mapping) => T): Promise<Outcome<T>> {
    return turns.now(() => {
      const { visible, shown, names } = records;
      if (visible === null) return Promise.resolve(done(nothing));
      return Promise.resolve(done(answer({ store: visible.store, facts: visible.facts, matcher: shown.matcher, inUse: rules, names })));
    });
  }

  return {
    readRuleTable: (file: Blob) => turns.now(() => readRuleFile(file)),

    useRules: (table: readonly RuleLine[]): Promise<Outcome<RulesAnswer>> =>
      turns.now(async () => {
        const next = new RulesInUse(table);
        const loaded = await records.reclassify({ rules: next.rules });
        if (!loaded.ok) return loaded;
        rules = next;
        records.shown.matcher.keepOnly(next.rules);
        return done({ refused: next.refused, loaded: loaded.value });
      }),

    useMasters: (sources: readonly MasterSource[]): Promise<Outcome<MastersAnswer>> =>
      turns.now(async () => {
        const { masters: next, refused } = await masters.with(sources);
        const loaded = await records.useNames(next.names);
        if (!loaded.ok) return loaded;
        masters = next;
        return done({ masters: masters.summaries(), refused, loaded: loaded.value });
      }),

    previewMaster: (file: Blob, name: string) => turns.now(() => previewMasterFile(file, name)),

    mappingOverview: () => about(null, overviewOf),

    unclassified: (target: Target, most: number) => about(null, (mapping) => unclassifiedOf(mapping, target, most)),

    previewRule: (cells: readonly string[], line: number | null) => about(null, (mapping) => previewOf(mapping, cells, line)),

    markedRecords: (field: number, text: string, most: number) => about([], (mapping) => recordsWith(mapping, field, text, most)),
  };
}
