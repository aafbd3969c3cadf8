/** Why a master was refused whole. */
export type MasterFailureCode = 'master_empty' | 'master_quote' | 'master_columns' | 'master_no_code' | 'master_claims' | 'master_layout';
