import type { Variable } from '../metrics/scope.ts';

/** The statement behind a table, as it is run, and what is bound to the variables it reads. */
export interface ShownStatement {
  readonly sql: string;
  readonly variables: readonly BoundVariable[];
}

export interface BoundVariable {
  readonly name: Variable['name'];
  /** As a literal of SQL. */
  readonly literal: string;
}

/** A statement with those of the variables that it reads, itself or through a macro. */
export function shownStatement(sql: string, variables: readonly Variable[]): ShownStatement {
  const isRead = ({ name }: Variable): boolean => sql.includes(`getvariable('${name}')`) || (name === 'attribution' && sql.includes('share_of('));
  return { sql, variables: variables.filter(isRead).map((variable) => ({ name: variable.name, literal: literal(variable) })) };
}

function literal({ type, value }: Variable): string {
  if (value === null) return 'NULL';
  if (type === 'INTEGER[]') return `[${String(value).replaceAll(',', ', ')}]`;
  return type === 'INTEGER' ? String(value) : `'${String(value)}'`;
}
