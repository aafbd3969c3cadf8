import type { Outcome } from '../core/outcome.ts';
import type { Rule } from '../classify/rule.ts';
import { readListText } from '../files/read-list-text.ts';
import { type RefusedRule, type RuleLine, defaultRuleLines, readRuleLines, readRules } from '../classify/rule-table.ts';

/** The rules in force: the user's table before the shipped one. */
export class RulesInUse {
  static readonly defaults: readonly Rule[] = readRules(defaultRuleLines()).rules;

  /** In order. */
  readonly rules: readonly Rule[];
  /** For each rule the line it stands in; null for a shipped one. */
  readonly lines: readonly (number | null)[];
  readonly refused: readonly RefusedRule[];

  constructor(table: readonly RuleLine[]) {
    const read = table.map((line) => ({ line: line.line, ...readRules([line]) }));
    const own = read.flatMap(({ line, rules }) => rules.map((rule) => ({ line, rule })));
    this.rules = [...own.map(({ rule }) => rule), ...RulesInUse.defaults];
    this.lines = [...own.map(({ line }) => line), ...RulesInUse.defaults.map(() => null)];
    this.refused = read.flatMap(({ refused }) => refused);
  }
}

/** The lines of a 対応表 in a file. Refused as {@link readListText} and {@link readRuleLines} do. */
export async function readRuleFile(file: Blob): Promise<Outcome<readonly RuleLine[]>> {
  const text = await readListText(file);
  return text.ok ? readRuleLines(text.value) : text;
}
