/** Why a list of applications or of excluded claims was refused. Facts name the line and the column, never what stands there. */
export type ListFailureCode =
  | 'list_workbook'
  | 'list_not_text'
  | 'list_undecodable'
  | 'list_empty'
  | 'list_quote'
  | 'list_columns'
  | 'list_headless'
  | 'list_without_key'
  | 'list_key_damaged'
  | 'list_month'
  | 'list_points';
