import type { Target } from '../classify/rule.ts';
import { readRule } from '../classify/rule-table.ts';
import type { RuleMatcher } from '../classify/match-rules.ts';
import type { Facts } from '../records/facts.ts';
import type { MappingOverview, PreviewAnswer } from '../records/mapping.ts';
import { describeCoverage } from '../records/mapping-coverage.ts';
import type { NameSearch } from '../records/name-search.ts';
import { type MarkedRecord, markRecord } from '../records/recognised-marks.ts';
import type { RecordStore } from '../records/record-store.ts';
import { previewRule } from '../records/rule-preview.ts';
import { type Unclassified, unclassifiedTexts } from '../records/unclassified-texts.ts';
import type { RulesInUse } from './rules-in-use.ts';

/** Everything that says how the visible records are classified. */
export interface Mapping {
  readonly store: RecordStore;
  readonly facts: Facts;
  readonly matcher: RuleMatcher;
  readonly inUse: RulesInUse;
  readonly names: NameSearch | null;
}

export function overviewOf({ facts, matcher, inUse }: Mapping): MappingOverview {
  const inForce = inUse.rules.map((rule, place) => ({ ...rule, line: inUse.lines[place] ?? null }));
  return { ...describeCoverage(facts, inUse.rules, matcher), inForce };
}

export function unclassifiedOf({ store, facts, inUse }: Mapping, target: Target, most: number): Unclassified {
  return unclassifiedTexts(store, facts, inUse.rules, target, most);
}

/** @param line of the user's table that the rule replaces; null to stand before all rules */
export function previewOf({ store, facts, matcher, inUse }: Mapping, cells: readonly string[], line: number | null): PreviewAnswer {
  const rule = readRule(cells);
  if ('reason' in rule) return { fault: rule };
  const known = line === null ? -1 : inUse.lines.indexOf(line);
  return { fault: null, preview: previewRule(store, facts, inUse.rules, matcher, rule, Math.max(0, known), known >= 0) };
}

/** The first loaded records with a text in a field. */
export function recordsWith({ store, facts, matcher, inUse, names }: Mapping, field: number, text: string, most: number): readonly MarkedRecord[] {
  const column = store.column(field);
  const found: MarkedRecord[] = [];
  for (let index = 0; index < facts.size && found.length < most; index++) {
    const code = column.codes[facts.record[index] as number] as number;
    if (code !== 0 && column.text(code) === text) found.push(markRecord(store, facts, index, { rules: inUse.rules, matcher, names }));
  }
  return found;
}
