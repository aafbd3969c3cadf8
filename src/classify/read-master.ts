import Papa from 'papaparse';
import { type FailureCode, failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { halfWidth } from '../core/text.ts';
import type { ItemKind } from './item.ts';
import type { Master, MasterColumns, MasterEntry, MasterLayout, MasterPreview } from './master.ts';

/** A layout of an official file; columns count from 1, as its description does. */
interface Layout {
  readonly layout: MasterLayout;
  readonly kind: ItemKind;
  /** What column 2 says in every line. */
  readonly mark: string;
  readonly columns: number;
  readonly code: RegExp;
  readonly basicName: number;
  readonly changed: number;
}

const CODE = 3;
const NAME = 5;
const KANA = 7;

const LAYOUTS: readonly Layout[] = [
  { layout: '医科診療行為', kind: '診療行為', mark: 'S', columns: 113, code: /^1\d{8}$/u, basicName: 113, changed: 87 },
  { layout: '医薬品', kind: '医薬品', mark: 'Y', columns: 38, code: /^6\d{8}$/u, basicName: 35, changed: 30 },
  { layout: '特定器材', kind: '特定器材', mark: 'T', columns: 37, code: /^7\d{8}$/u, basicName: 37, changed: 28 },
];

const PRICE_CODE = 32;
const GENERIC_CODE = 37;
const GENERIC_NAME = 38;
const SECTION_LETTER = 85;
const SECTION_NUMBER = 92;
const SECTION_BRANCH = 93;

const NINE_DIGITS = /^\d{9}$/u;
const LOOKED_AT = 20;
const PREVIEW_LINES = 6;
/** A master of codes and names has not that many columns; a file of claims has. */
const MOST_COLUMNS = 180;

interface Line {
  /** Physical line of its start, 1-based. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads a master from its text. The official files are recognised by what stands in them; others need `columns`.
 * Refused, with the line where one is to blame: no line (`master_empty`), an unbalanced quote (`master_quote`), an
 * official line that is cut (`master_columns`), no code in the chosen column (`master_no_code`), a file of claims
 * (`master_claims`), or a layout that is not known (`master_layout`).
 */
export function readMaster(text: string, columns: MasterColumns | null): Outcome<Master> {
  const lines = parse(text);
  if (!lines.ok) return lines;
  const official = columns === null ? layoutOf(lines.value) : null;
  if (columns !== null) return readEntries(lines.value, '列の指定', (cells) => chosenEntry(cells, columns), 'master_no_code');
  if (official === null) return failed(failure(isTooWide(lines.value) ? 'master_claims' : 'master_layout'));
  const cut = lines.value.find(({ cells }) => cells.length < official.columns);
  if (cut !== undefined) return failed(failure('master_columns', { line: cut.line, columns: cut.cells.length, expected: official.columns }));
  return readEntries(lines.value, official.layout, (cells) => officialEntry(cells, official), 'master_no_code');
}

/** The first lines of a text, for choosing columns. Refused as by {@link readMaster}. */
export function previewMaster(text: string): Outcome<MasterPreview> {
  const lines = parse(text);
  if (!lines.ok) return lines;
  if (isTooWide(lines.value)) return failed(failure('master_claims'));
  const first = lines.value.slice(0, PREVIEW_LINES).map(({ cells }) => cells);
  return done({ columns: Math.max(...first.map((cells) => cells.length)), lines: first });
}

function parse(text: string): Outcome<readonly Line[]> {
  const { data, errors } = Papa.parse<string[]>(text.replace(/\u001a+$/u, ''), { delimiter: text.includes(',') ? ',' : '\t' });
  const broken = errors.find(({ type }) => type === 'Quotes')?.row;
  const lines: Line[] = [];
  let line = 1;
  for (const [index, cells] of data.entries()) {
    if (index === broken) return failed(failure('master_quote', { line }));
    if (cells.some((cell) => cell.trim() !== '')) lines.push({ line, cells });
    line += 1 + breaksIn(cells);
  }
  return lines.length === 0 ? failed(failure('master_empty')) : done(lines);
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) if (cell.includes('\n')) breaks += cell.split('\n').length - 1;
  return breaks;
}

function layoutOf(lines: readonly Line[]): Layout | null {
  const head = lines.slice(0, LOOKED_AT);
  const fits = ({ mark, code }: Layout): boolean =>
    head.every(({ cells }) => cells[1] === mark && code.test(cells[CODE - 1] ?? '') && (cells[NAME - 1] ?? '') !== '');
  return LAYOUTS.find(fits) ?? null;
}

function isTooWide(lines: readonly Line[]): boolean {
  return lines.slice(0, LOOKED_AT).some(({ cells }) => cells.length > MOST_COLUMNS);
}

function readEntries(
  lines: readonly Line[],
  layout: MasterLayout,
  read: (cells: readonly string[]) => MasterEntry | null,
  otherwise: FailureCode,
): Outcome<Master> {
  const entries: MasterEntry[] = [];
  let count = 0;
  let firstLine = 0;
  for (const { line, cells } of lines) {
    const entry = read(cells);
    if (entry !== null) entries.push(entry);
    else if (count++ === 0) firstLine = line;
  }
  if (entries.length === 0) return failed(failure(otherwise, { line: firstLine }));
  return done({ layout, entries, leftOut: { count, firstLine } });
}

function officialEntry(cells: readonly string[], { kind, code, basicName, changed }: Layout): MasterEntry | null {
  const cell = (column: number): string => (cells[column - 1] ?? '').trim();
  if (!code.test(cell(CODE)) || cell(NAME) === '') return null;
  const isDrug = kind === '医薬品';
  const priceCode = isDrug ? cell(PRICE_CODE) : '';
  return {
    kind,
    code: cell(CODE),
    name: cell(NAME),
    basicName: cell(basicName),
    kana: cell(KANA),
    generic: isDrug && cell(GENERIC_CODE) !== '' ? { code: cell(GENERIC_CODE), name: cell(GENERIC_NAME) } : null,
    drugClass: /^\d{4}/u.exec(priceCode)?.[0] ?? '',
    section: kind === '診療行為' ? section(cell(SECTION_LETTER), cell(SECTION_NUMBER), cell(SECTION_BRANCH)) : '',
    changed: cell(changed),
  };
}

function section(letter: string, number: string, branch: string): string {
  if (!/^[A-Z]$/u.test(letter) || !/^\d{3}$/u.test(number)) return '';
  return `${letter}${number}${/^0*$/u.test(branch) ? '' : `-${String(Number(branch))}`}`;
}

function chosenEntry(cells: readonly string[], columns: MasterColumns): MasterEntry | null {
  const code = halfWidth(cells[columns.code] ?? '').trim();
  const name = (cells[columns.name] ?? '').trim();
  if (!NINE_DIGITS.test(code) || name === '') return null;
  return { kind: columns.kind, code, name, basicName: '', kana: '', generic: null, drugClass: '', section: '', changed: '' };
}
