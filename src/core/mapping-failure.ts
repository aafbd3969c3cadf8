/** Why a master was refused whole. */
export type MasterFailureCode =
  | 'master_undecodable'
  | 'master_empty'
  | 'master_quote'
  | 'master_columns'
  | 'master_no_code'
  | 'master_claims'
  | 'master_layout';

/** Why a rule table (対応表) was refused whole. */
export type RuleFailureCode = 'rules_header' | 'rules_columns';
