import fields from './fields.json' with { type: 'json' };

export const FIELD_COUNT = 210;

const NOT_KEPT = ['personal', 'sensitive'];

export const KEPT_FIELDS: readonly number[] = fields
  .filter((field) => !NOT_KEPT.includes(field.privacy))
  .map((field) => field.no);

export function fieldName(no: number): string {
  const field = fields[no - 1];
  if (field === undefined) throw new Error(`no field ${no}`);
  return field.name;
}

function comparable(name: string): string {
  return name.normalize('NFKC').trim();
}

const ANNEX_NAMES: readonly string[] = fields.map((field) => comparable(field.name));

export function looksLikeHeader(cells: readonly string[]): boolean {
  const filled = cells.map(comparable).filter((cell) => cell !== '');
  const known = filled.filter((cell) => ANNEX_NAMES.includes(cell));
  return known.length > 0 && known.length * 2 >= filled.length;
}

/** For field 1 … 210 the column it stands in, or -1 where the header does not name it. */
export function columnsOfHeader(cells: readonly string[]): number[] {
  const names = cells.map(comparable);
  const taken = new Set<number>();
  return ANNEX_NAMES.map((annexName) => {
    const column = names.findIndex((name, at) => name === annexName && !taken.has(at));
    if (column >= 0) taken.add(column);
    return column;
  });
}

export function columnsByPosition(): number[] {
  return fields.map((_field, at) => at);
}
