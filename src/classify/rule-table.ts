import Papa from 'papaparse';
import { comparable, halfWidth } from '../core/text.ts';
import { KEPT_FIELDS } from '../layout/kept.ts';
import { ITEM_KINDS } from './item.ts';
import { compilePattern } from './rule-pattern.ts';

/** What a rule decides. */
export const TARGETS = ['審査結果', '点検区分', '項目', '原審要因'] as const;
export type Target = (typeof TARGETS)[number];

export const MATCHES = ['一致', '含む', '前方一致', '正規表現', '空でない', '空', '常に'] as const;
export type Match = (typeof MATCHES)[number];

/** The results a target knows; null where any name will do. */
export const RESULTS: Readonly<Record<Target, readonly string[] | null>> = {
  審査結果: ['査定', '返戻', '原審', '取下げ', '対象外', '未決'],
  点検区分: null,
  項目: ITEM_KINDS,
  原審要因: ['形式', '医学'],
};

/** One line of a 対応表. */
export interface Rule {
  readonly target: Target;
  /** Field numbers: any of them, for 空 all of them; none for 常に. */
  readonly fields: readonly number[];
  readonly match: Match;
  /** As written; compared after NFKC, case folding and removal of spaces. */
  readonly value: string;
  readonly result: string;
  /** The item's code; empty for other targets. */
  readonly resultCode: string;
  /** The item's name; a remark for other targets. */
  readonly note: string;
}

/** Why a line is no rule. */
export type RuleFault =
  | 'unknown_target'
  | 'unknown_match'
  | 'unknown_field'
  | 'missing_value'
  | 'bad_pattern'
  | 'unknown_result'
  | 'missing_result'
  | 'missing_code';

/** A line that is no rule: refused, the others still work. */
export interface RefusedRule {
  /** 1-based line of the table, the header being 1. */
  readonly line: number;
  readonly reason: RuleFault;
  /** What stands there; for a pattern what is wrong with it. */
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

/** Reads the seven cells of one line. */
export function readRule(cells: readonly string[]): Rule | Omit<RefusedRule, 'line'> {
  const [target = '', numbers = '', match = '', value = '', result = '', resultCode = '', note = ''] = cells;
  const knownTarget = TARGETS.find((each) => each === plain(target));
  if (knownTarget === undefined) return { reason: 'unknown_target', found: target };
  const knownMatch = MATCHES.find((each) => each === plain(match));
  if (knownMatch === undefined) return { reason: 'unknown_match', found: match };
  const fields = knownMatch === '常に' ? [] : halfWidth(numbers).split('/').map(fieldNumber);
  if (fields.some((field) => !READABLE.has(field))) return { reason: 'unknown_field', found: numbers };
  const fault = valueFault(knownMatch, value) ?? resultFault(knownTarget, result, resultCode);
  return fault ?? { target: knownTarget, fields, match: knownMatch, value, result: plain(result), resultCode: plain(resultCode), note };
}

function plain(cell: string): string {
  return halfWidth(cell).trim();
}

/** NaN for what is no whole number. */
function fieldNumber(text: string): number {
  return /^\s*\d{1,3}\s*$/u.test(text) ? Number(text) : Number.NaN;
}

function valueFault(match: Match, value: string): Omit<RefusedRule, 'line'> | null {
  if (match === '空' || match === '空でない' || match === '常に') return null;
  if (comparable(value) === '') return { reason: 'missing_value', found: '' };
  const pattern = match === '正規表現' ? compilePattern(value) : null;
  return pattern !== null && 'cause' in pattern ? { reason: 'bad_pattern', found: pattern.cause } : null;
}

function resultFault(target: Target, result: string, resultCode: string): Omit<RefusedRule, 'line'> | null {
  if (plain(result) === '') return { reason: 'missing_result', found: '' };
  const known = RESULTS[target];
  if (known !== null && !known.includes(plain(result))) return { reason: 'unknown_result', found: result };
  return target === '項目' && plain(resultCode) === '' ? { reason: 'missing_code', found: '' } : null;
}
