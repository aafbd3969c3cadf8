import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { comparable, halfWidth } from '../core/text.ts';
import { KEPT_FIELDS } from '../layout/kept.ts';
import defaultTable from './default-rules.csv?raw';
import { filledLines } from './list-table.ts';
import { MATCHES, type Match, RESULTS, type Rule, TARGETS, type Target } from './rule.ts';
import { compilePattern } from './rule-pattern.ts';

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

export const RULE_HEADER = ['対象', '項番', '照合', '値', '結果', '結果コード', '備考'] as const;

/** The seven cells of each line of a 対応表, and where the line stands in its file (1-based). */
export interface RuleLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads the lines of a 対応表 from its CSV text, whether or not they are rules.
 * Refused whole, with the line: an unbalanced quote (`list_quote`), another header (`rules_header`), a line with more
 * cells than the header (`rules_columns`), nothing at all (`list_empty`).
 */
export function readRuleLines(csv: string): Outcome<readonly RuleLine[]> {
  const lines = filledLines(csv);
  if (!lines.ok) return lines;
  const [header, ...rows] = lines.value;
  if (header === undefined) return failed(failure('list_empty'));
  const names = header.cells.map(halfWidth);
  if (RULE_HEADER.some((name, place) => names[place] !== name)) return failed(failure('rules_header', { found: header.cells.slice(0, RULE_HEADER.length).join(',') }));
  const wide = rows.find(({ cells }) => cells.slice(RULE_HEADER.length).some((cell) => cell !== ''));
  if (wide !== undefined) return failed(failure('rules_columns', { line: wide.line, columns: wide.cells.length }));
  return done(rows.map(({ line, cells }) => ({ line, cells: RULE_HEADER.map((_, place) => cells[place] ?? '') })));
}

/** Tells the rules among lines from what is none; a line that cannot be read is refused, the others still work. */
export function readRules(lines: readonly RuleLine[]): RuleTable {
  const rules: Rule[] = [];
  const refused: RefusedRule[] = [];
  for (const { line, cells } of lines) {
    const rule = readRule(cells);
    if ('reason' in rule) refused.push({ ...rule, line });
    else rules.push(rule);
  }
  return { rules, refused };
}

/** The table shipped with the app. */
export function defaultRuleLines(): readonly RuleLine[] {
  const lines = readRuleLines(defaultTable);
  if (!lines.ok) throw new Error(lines.failure.code);
  return lines.value;
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
