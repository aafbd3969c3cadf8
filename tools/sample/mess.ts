import { PENDING, type Answer, type Application } from './application.ts';
import { World } from './compose-application.ts';
import { fileBytes, type Cell, type CsvForm, type Newline, type Quoting } from './csv-bytes.ts';
import { ENCODINGS } from './encode-text.ts';
import { FIELD_NAMES } from './field-names.ts';
import { breakLine, type BreakableLine } from './mess-faults.ts';
import { month, type MonthForm } from './month-forms.ts';
import { at, Random } from './random.ts';
import { fullWidthDigits } from './reason-wording.ts';
import { renderRecord, type AmountForm } from './render-record.ts';

export interface MessFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The lines of one claim as they stand together in one file. */
interface Claim {
  readonly lines: readonly (readonly string[])[];
  readonly continued: boolean;
}

interface Sheet {
  readonly name: string;
  readonly form: CsvForm;
  readonly header: boolean;
  readonly columns: 'usual' | 'one-more' | 'reordered';
  readonly claims: Claim[];
}

const MONTH_FORMS: readonly MonthForm[] = ['era', 'western', 'letter', 'kanji'];
const AMOUNT_FORMS: readonly AmountForm[] = ['minus', 'filled-triangle', 'open-triangle', 'full-width', 'comma'];
const NAMES = ['甲', '乙', '丙', '丁', '戊'] as const;

/**
 * A few small files of everything at once, from nothing but a seed: forms of files, months and amounts, pending and
 * changed answers in any order of files, duplicates, conflicts, continuations, blanks, and records to set aside. Only
 * what DOMAIN.md, IMPORT.md and decisions.md settle is in it, so that two readers of them must agree. In the order of names.
 */
export function makeMess(seed: number | string): MessFile[] {
  const random = new Random(`mess ${seed}`);
  const sheets = Array.from({ length: random.between(1, 5) }, (_, index) => newSheet(random, index));
  // A line break within a field is written as the file's own where that is CR, and would be another text there.
  const plainTexts = sheets.some(({ form }) => form.newline === 'cr');
  const world = new World({ seed: `mess ${seed}`, items: 90, grain: random.pick(['row', 'receipt']), plainTexts });
  for (let left = random.between(5, 140); left > 0; left--) deliver(random, world, sheets);
  repeatSome(random, sheets);
  const files = sheets.map((sheet) => ({ name: sheet.name, bytes: sheetBytes(random, sheet) }));
  if (random.chance(0.15)) files.push({ name: '写し.csv', bytes: random.pick(files).bytes });
  if (random.chance(0.1)) files.push({ name: '空.csv', bytes: new Uint8Array(0) });
  if (random.chance(0.1)) files.push({ name: '見出しのみ.csv', bytes: fileBytes([FIELD_NAMES], at(sheets, 0).form) });
  return files.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function newSheet(random: Random, index: number): Sheet {
  const header = random.chance(0.75);
  return {
    name: `${random.pick(['', '2024', '区'])}${at(NAMES, index)}${index}.csv`,
    form: {
      encoding: random.weighted([['cp932', 6], ...ENCODINGS.map((encoding) => [encoding, 1] as const)]),
      newline: random.weighted<Newline>([['crlf', 6], ['lf', 2], ['cr', 1]]),
      quoting: random.weighted<Quoting>([['all', 4], ['filled', 2], ['needed', 3]]),
    },
    header,
    columns: random.weighted([['usual', 8], ['one-more', 1], ['reordered', header ? 1 : 0]] as const),
    claims: [],
  };
}

/** One application, in one file or pending, answered and changed in several. */
function deliver(random: Random, world: World, sheets: readonly Sheet[]): void {
  const requestMonth = random.chance(0.03) ? null : month(2024, random.between(1, 5));
  const withoutKey = random.chance(0.03);
  const recordCount = withoutKey ? 1 : random.weighted([[1, 60], [2, 25], [3, 10], [4, 5]] as const);
  const application = world.application({ requestMonth, recordCount, withoutKey });
  const first = world.answers(application, month(2024, random.between(6, 8)));
  const pending = application.records.map(() => PENDING);
  const versions: (readonly Answer[])[] = random.chance(0.12) ? [pending] : random.chance(0.2) && !withoutKey ? [pending, first] : [first];
  if (!withoutKey && random.chance(0.1)) versions.push(world.answers(application, month(2024, random.between(9, 11)), first));
  // Another answer of the same month: a conflict. Lines that take their outcome over could not be told apart then.
  if (!withoutKey && !application.continued && random.chance(0.04)) versions.push(conflicting(world, application, first));
  for (const version of versions) random.pick(sheets).claims.push(claimOf(random, application, version));
}

function conflicting(world: World, application: Application, first: readonly Answer[]): Answer[] {
  return world.answers(application, at(first, 0).month ?? month(2024, 7), first);
}

function claimOf(random: Random, application: Application, answers: readonly Answer[]): Claim {
  const forms = { month: random.pick(MONTH_FORMS), amount: random.pick(AMOUNT_FORMS) };
  const lines = answers.map((answer, index) => renderRecord(application, index, answer, answers.slice(0, index), forms));
  if (random.chance(0.1)) for (const line of lines) line[191] = fullWidthDigits(at(line, 191));
  if (random.chance(0.1)) for (const line of lines) padSome(random, line);
  return { lines, continued: application.continued };
}

function padSome(random: Random, line: string[]): void {
  for (const position of [1, 3, 4, 148, 192, 195, 205, 206]) {
    if (random.chance(0.5)) line[position - 1] = `${random.pick(['', ' '])}${at(line, position - 1)}${random.pick([' ', '　', '   '])}`;
  }
}

/** Whole claims again, in the same file or another of the same encoding; not where columns stand in another order. */
function repeatSome(random: Random, sheets: readonly Sheet[]): void {
  const usual = sheets.filter((sheet) => sheet.columns !== 'reordered' && sheet.claims.length > 0);
  if (usual.length === 0) return;
  for (let left = random.between(0, 6); left > 0; left--) {
    const from = random.pick(usual);
    const into = random.pick(usual.filter(({ form }) => form.encoding === from.form.encoding));
    into.claims.push(random.pick(from.claims));
  }
}

function sheetBytes(random: Random, sheet: Sheet): Uint8Array {
  const { form } = sheet;
  const order = columnOrder(random, sheet);
  const arrange = (fields: readonly string[], extra: string): string[] => {
    const arranged = order.map((index) => at(fields, index));
    return sheet.columns === 'one-more' ? [...arranged, extra] : arranged;
  };
  const lines: (Uint8Array | readonly Cell[])[] = sheet.header ? [arrange(FIELD_NAMES, '予備')] : [];
  const faulty = random.chance(0.6) && sheet.columns === 'usual';
  const breakable = random.shuffle([...sheet.claims]).flatMap(linesOf);
  let claimIsBroken = false;
  breakable.forEach((line, index) => {
    if (random.chance(0.01)) lines.push(new Uint8Array(0));
    // The first records and most of a file stay whole: they tell its layout and encoding.
    // And one fault a claim: a broken line after a broken line would have two.
    if (!line.isContinuation) claimIsBroken = false;
    const broken = faulty && !claimIsBroken && index >= 5 && breakable.length >= 12 && random.chance(0.06);
    claimIsBroken ||= broken;
    lines.push(broken ? breakLine(random, line, form) : arrange(line.fields, ''));
  });
  return lines.length === 0 ? new Uint8Array(0) : withEnd(random, fileBytes(lines, form), sheet);
}

function linesOf({ lines, continued }: Claim): BreakableLine[] {
  return lines.map((fields, index) => ({
    fields,
    hasContinuation: continued && index < lines.length - 1,
    isContinuation: continued && index > 0,
  }));
}

function columnOrder(random: Random, { columns }: Sheet): number[] {
  const order = FIELD_NAMES.map((_, index) => index);
  if (columns !== 'reordered') return order;
  random.shuffle(order);
  // Two columns of one name keep their order: that is how they are told apart.
  const seen = new Map<string, number>();
  return order.map((index) => {
    const name = at(FIELD_NAMES, index);
    const from = FIELD_NAMES.indexOf(name, (seen.get(name) ?? -1) + 1);
    seen.set(name, from);
    return from;
  });
}

function withEnd(random: Random, bytes: Uint8Array, { form, claims }: Sheet): Uint8Array {
  if (form.encoding === 'utf-16le' || claims.length === 0) return bytes;
  const end = random.weighted([['usual', 70], ['no-newline', 15], ['end-mark', 15]] as const);
  if (end === 'no-newline') return bytes.subarray(0, bytes.length - (form.newline === 'crlf' ? 2 : 1));
  return end === 'end-mark' ? new Uint8Array(Buffer.concat([bytes, Uint8Array.of(0x1a)])) : bytes;
}
