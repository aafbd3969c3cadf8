import type { ListFailureCode } from './list-failure.ts';
import type { MasterFailureCode, RuleFailureCode } from './mapping-failure.ts';

/** Why a whole file, or a whole operation, was refused. The Japanese sentence of each code is in messages/ja.ts. */
export type FailureCode =
  | ListFailureCode
  | MasterFailureCode
  | RuleFailureCode
  | 'looks_xlsx'
  | 'looks_xls'
  | 'looks_pdf'
  | 'looks_compressed'
  | 'looks_binary'
  | 'encrypted_zip'
  | 'broken_zip'
  | 'empty_zip'
  | 'utf16_without_bom'
  | 'excel_damaged'
  | 'missing_columns'
  | 'too_few_fields'
  | 'unknown_layout'
  | 'unsupported_type'
  | 'file_changed'
  | 'reader_stopped'
  | 'engine_stopped'
  | 'engine_failed'
  | 'engine_unavailable'
  | 'asset_missing'
  | 'settings_not_json'
  | 'settings_foreign'
  | 'settings_newer'
  | 'settings_damaged'
  | 'already_excluded'
  | 'step_not_allowed'
  | 'cancelled';

/** `facts` fill the sentence: names, counts, positions; never the content of a claim. */
export interface Failure {
  readonly code: FailureCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

export function failure(code: FailureCode, facts: Failure['facts'] = {}): Failure {
  return { code, facts };
}
