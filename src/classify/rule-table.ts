import Papa from 'papaparse';
import { comparable, halfWidth } from '../core/text.ts';
import { KEPT_FIELDS } from '../layout/kept.ts';

/** What a rule decides. */
export const TARGETS = ['審査結果', '点検区分'] as const;
export type Target = (typeof TARGETS)[number];

export const MATCHES = ['一致', '含む', '前方一致', '空でない', '空', '常に'] as const;
export type Match = (typeof MATCHES)[number];

/** One line of a 対応表. */
export interface Rule {
  readonly target: Target;
  /** Field numbers: any of them, for 空 all of them. */
  readonly fields: readonly number[];
  readonly match: Match;
  /** As written; compared after NFKC, case folding and removal of spaces. */
  readonly value: string;
  readonly result: string;
  readonly resultCode: string;
  readonly note: string;
}

/** A line that is no rule: refused, the others still work. */
export interface RefusedRule {
  /** 1-based line of the table, the header being 1. */
  readonly line: number;
  readonly reason: 'unknown_target' | 'unknown_match' | 'unknown_field' | 'missing_value';
  /** What stands there. */
  readonly found: string;
}

export interface RuleTable {
  readonly rules: readonly Rule[];
  readonly refused: readonly RefusedRule[];
}

const READABLE = new Set(KEPT_FIELDS.map((field) => field.number));

/** Reads a 対応表 from its CSV text (header 対象,項番,照合,値,結果,結果コード,備考, then one rule a line). */
export function readRuleTable(csv: string): RuleTable {
  const lines = Papa.parse<string[]>(csv.trimEnd(), { header: false }).data;
  const rules: Rule[] = [];
  const refused: RefusedRule[] = [];
  lines.forEach((cells, index) => {
    if (index === 0 || cells.every((cell) => cell.trim() === '')) return;
    const rule = readRule(cells);
    if ('reason' in rule) refused.push({ ...rule, line: index + 1 });
    else rules.push(rule);
  });
  return { rules, refused };
}

function readRule(cells: readonly string[]): Rule | Omit<RefusedRule, 'line'> {
  const [target = '', numbers = '', match = '', value = '', result = '', resultCode = '', note = ''] = cells;
  const knownTarget = TARGETS.find((each) => each === halfWidth(target).trim());
  if (knownTarget === undefined) return { reason: 'unknown_target', found: target };
  const knownMatch = MATCHES.find((each) => each === halfWidth(match).trim());
  if (knownMatch === undefined) return { reason: 'unknown_match', found: match };
  const fields = knownMatch === '常に' ? [] : halfWidth(numbers).split('/').map((part) => Number(part.trim()));
  const unknown = fields.find((field) => !READABLE.has(field));
  if (unknown !== undefined) return { reason: 'unknown_field', found: numbers };
  const needsValue = knownMatch !== '空' && knownMatch !== '空でない' && knownMatch !== '常に';
  if (needsValue && comparable(value) === '') return { reason: 'missing_value', found: '' };
  return { target: knownTarget, fields, match: knownMatch, value, result: result.trim(), resultCode, note };
}
