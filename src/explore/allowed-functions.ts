/**
 * The functions that may stand behind FROM: they make rows, or tell of the engine's tables and names. All others of the
 * engine are refused, among them such as read files, keep a log of statements, or run a text as a statement.
 */
const ALLOWED: ReadonlySet<string> = new Set([
  'duckdb_columns',
  'duckdb_functions',
  'duckdb_keywords',
  'duckdb_tables',
  'duckdb_types',
  'duckdb_views',
  'generate_series',
  'histogram',
  'histogram_values',
  'pragma_show',
  'pragma_table_info',
  'pragma_version',
  'query_table',
  'range',
  'repeat',
  'repeat_row',
  'unnest',
]);

/** The only function of a value that writes something: a line into the engine's log. */
const WRITING = ['write_log'];

/**
 * Finds what a statement calls and may not.
 *
 * The text is not taken apart: a name counts wherever it stands before a bracket, in quotes, in a literal or in a comment too,
 * and whatever could be skipped between the two counts as a bracket. So no way of writing gets past it; a literal that
 * reads like a call is refused with it.
 */
export class RefusedCalls {
  readonly #call: RegExp;

  /** @param tableFunctions all that the engine knows, lower case */
  constructor(tableFunctions: readonly string[]) {
    const refused = [...tableFunctions.filter((name) => !ALLOWED.has(name)), ...WRITING];
    // Anything but visible ASCII may be a space of the engine's.
    this.#call = new RegExp(`(?<![A-Za-z0-9_])(${refused.join('|')})"?[^!-~]*(?:\\(|--|/\\*)`, 'iu');
  }

  /** The first such name in the statement; null where there is none. */
  find(statement: string): string | null {
    return this.#call.exec(statement)?.[1]?.toLowerCase() ?? null;
  }
}
