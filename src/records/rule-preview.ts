import { NO_RULE, type RuleMatcher } from '../classify/match-rules.ts';
import type { Rule } from '../classify/rule.ts';
import { type DecidedTarget, decideByRules } from './classes.ts';
import type { Facts } from './facts.ts';
import { type Weight, pointsOf } from './mapping-coverage.ts';
import type { RecordStore } from './record-store.ts';

/** Records that a rule would take from one class to another. */
export interface Change extends Weight {
  /** 未分類 where none decides; empty for items, which are added. */
  readonly from: string;
  readonly to: string;
}

/** Another rule that hits some of the same records with another result. */
export interface Collision extends Weight {
  /** Its place among the rules in force. */
  readonly rule: number;
  /** Whether it stands before the new one and decides, or behind it and is passed over. */
  readonly wins: boolean;
}

/** What a rule would do if it stood at a place among the rules in force. */
export interface RulePreview {
  readonly hits: Weight;
  /** Distinct texts it hits, and the most frequent ones. */
  readonly texts: number;
  readonly examples: readonly { readonly text: string; readonly records: number }[];
  readonly changes: readonly Change[];
  readonly collisions: readonly Collision[];
}

const EXAMPLES = 8;
const UNCLASSIFIED = '未分類';

/**
 * @param place where the rule would stand
 * @param replaces whether it takes the place of the rule there
 */
export function previewRule(store: RecordStore, facts: Facts, rules: readonly Rule[], matcher: RuleMatcher, rule: Rule, place: number, replaces: boolean): RulePreview {
  const isHit = hitRecords(facts, matcher, rule);
  const next = rules.toSpliced(place, replaces ? 1 : 0, rule);
  const target = rule.target;
  return {
    hits: weigh(facts, (index) => isHit[index] === 1),
    ...examplesOf(store, facts, rule, matcher, isHit),
    changes: target === '項目' ? addedItems(facts, rule, isHit) : changesOf(store, facts, rules, next, matcher, target),
    collisions: target === '項目' ? [] : collisionsOf(facts, next, matcher, rule, { place, replaces, isHit }),
  };
}

/** 1 for each loaded record that the rule hits. */
function hitRecords(facts: Facts, matcher: RuleMatcher, rule: Rule): Uint8Array {
  const hitting = matcher.every([rule]);
  const places: number[] = [];
  return Uint8Array.from(facts.record, (row) => {
    places.length = 0;
    hitting(row, places);
    return places.length;
  });
}

function weigh(facts: Facts, test: (index: number) => boolean): Weight {
  let records = 0;
  let points = 0;
  for (let index = 0; index < facts.size; index++) {
    if (!test(index)) continue;
    records++;
    points += pointsOf(facts, index);
  }
  return { records, points };
}

function examplesOf(store: RecordStore, facts: Facts, rule: Rule, matcher: RuleMatcher, isHit: Uint8Array): Pick<RulePreview, 'texts' | 'examples'> {
  if (rule.match === '空' || rule.match === '常に') return { texts: 0, examples: [] };
  const counts = new Map<string, number>();
  for (const field of rule.fields) {
    const column = store.column(field);
    const hits = new Set(matcher.hits(rule, field));
    for (let index = 0; index < facts.size; index++) {
      const code = column.codes[facts.record[index] as number] as number;
      if (isHit[index] === 1 && hits.has(code)) counts.set(column.text(code), (counts.get(column.text(code)) ?? 0) + 1);
    }
  }
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1]).map(([text, records]) => ({ text, records }));
  return { texts: counts.size, examples: sorted.slice(0, EXAMPLES) };
}

/** Items are added to what a record has. */
function addedItems(facts: Facts, rule: Rule, isHit: Uint8Array): readonly Change[] {
  const to = `${rule.result} ${rule.resultCode}`;
  const first = weigh(facts, (index) => isHit[index] === 1 && facts.items.count[index] === 0);
  const more = weigh(facts, (index) => isHit[index] === 1 && facts.items.count[index] !== 0);
  return [
    { from: UNCLASSIFIED, to, ...first },
    { from: '', to, ...more },
  ].filter(({ records }) => records > 0);
}

function changesOf(store: RecordStore, facts: Facts, rules: readonly Rule[], next: readonly Rule[], matcher: RuleMatcher, target: DecidedTarget): readonly Change[] {
  const then = decideByRules(facts.record, store.size, next.filter((each) => each.target === target), matcher)[target];
  const named = next.filter((each) => each.target === target);
  const changes = new Map<string, { from: string; to: string; records: number; points: number }>();
  for (let index = 0; index < facts.size; index++) {
    if (target === '原審要因' && facts.upheldCause[index] === 0) continue;
    const before = facts.deciding[target][index] as number;
    const after = then[index] as number;
    const from = before === NO_RULE ? UNCLASSIFIED : (rules[before] as Rule).result;
    const to = after === NO_RULE ? UNCLASSIFIED : (named[after] as Rule).result;
    if (from === to) continue;
    const known = changes.get(`${from}\n${to}`) ?? { from, to, records: 0, points: 0 };
    known.records++;
    known.points += pointsOf(facts, index);
    changes.set(`${from}\n${to}`, known);
  }
  return [...changes.values()].toSorted((a, b) => b.records - a.records);
}

/** Rules with another result that hit some of the same records. */
function collisionsOf(
  facts: Facts,
  next: readonly Rule[],
  matcher: RuleMatcher,
  rule: Rule,
  { place, replaces, isHit }: { place: number; replaces: boolean; isHit: Uint8Array },
): readonly Collision[] {
  const collisions: Collision[] = [];
  next.forEach((other, at) => {
    if (other === rule || other.target !== rule.target || other.result === rule.result || other.match === '常に') return;
    const hit = hitRecords(facts, matcher, other);
    const shared = weigh(facts, (index) => isHit[index] === 1 && hit[index] === 1);
    if (shared.records > 0) collisions.push({ rule: at > place && !replaces ? at - 1 : at, wins: at < place, ...shared });
  });
  return collisions;
}
