import type { MasterColumns, Master, MasterLayout } from '../classify/master.ts';
import type { Rule } from '../classify/rule.ts';
import type { RefusedRule } from '../classify/rule-table.ts';
import type { Failure } from '../core/failure.ts';
import type { Loaded } from './loaded.ts';
import type { MappingCoverage } from './mapping-coverage.ts';
import type { RulePreview } from './rule-preview.ts';

/** A rule in force; `line` is null for a shipped one. */
export interface RuleInForce extends Rule {
  readonly line: number | null;
}

export interface MappingOverview extends MappingCoverage {
  readonly inForce: readonly RuleInForce[];
}

/** What a rule would do, or why it is none. */
export type PreviewAnswer = { readonly fault: Omit<RefusedRule, 'line'> } | { readonly fault: null; readonly preview: RulePreview };

/** What is in force after the user's table was changed. */
export interface RulesAnswer {
  readonly refused: readonly RefusedRule[];
  /** Null while nothing is loaded. */
  readonly loaded: Loaded | null;
}

/** A master the user chose. */
export interface MasterSource {
  /** Given by the page, the same as long as the master is in use. */
  readonly id: number;
  readonly file: Blob;
  readonly name: string;
  /** Null where the layout is to be recognised. */
  readonly columns: MasterColumns | null;
}

/** A master in use. */
export interface MasterSummary {
  readonly id: number;
  /** The file's name; for one in an archive `archive/inner name`. */
  readonly name: string;
  readonly layout: MasterLayout;
  readonly entries: number;
  /** Lines left out because their code is none: how many, and the first one. */
  readonly leftOut: Master['leftOut'];
}

export interface RefusedMaster {
  readonly id: number;
  readonly failure: Failure;
}

/** What is in use after masters were added or taken away. */
export interface MastersAnswer {
  readonly masters: readonly MasterSummary[];
  readonly refused: readonly RefusedMaster[];
  /** Null while nothing is loaded. */
  readonly loaded: Loaded | null;
}
