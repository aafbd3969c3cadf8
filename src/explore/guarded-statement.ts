// What a user wrote is never run as it stands: it goes between brackets behind FROM, where nothing but a SELECT can be.
// The line break keeps a comment at its end from taking the bracket along.

/** The first rows a SELECT gives. */
export function firstRows(select: string, most: number): string {
  return `SELECT * FROM (\n${select}\n) LIMIT ${String(most)}`;
}

/** The same with every cell as text, exact whatever its type. */
export function asText(select: string, most: number): string {
  return `SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (\n${select}\n) LIMIT ${String(most)}`;
}

/** Without the semicolons and spaces a statement may end with. */
export function withoutEnd(text: string): string {
  return text.replace(/[;\s]+$/u, '');
}
