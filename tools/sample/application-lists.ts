import { byteOrderMark, encodeText, type Encoding } from './encode-text.ts';
import { parseMonth, writeMonth, type MonthForm } from './month-forms.ts';
import { Random } from './random.ts';
import { fullWidthDigits } from './reason-wording.ts';

/** What a contractor knows of a claim it applied for. */
export interface AppliedClaim {
  /** レセプト全国共通キー. */
  readonly key: string;
  /** `2024-06`. */
  readonly month: string | null;
  readonly items: readonly { readonly code: string; readonly name: string }[];
}

type Column = 'key' | 'month' | 'code' | 'name' | 'checkType' | 'points' | 'other';

export interface ApplicationListSample {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Where each column stands, from 0. */
  readonly columns: Partial<Record<Column, number>> & { readonly key: number };
}

const HEADS: Readonly<Record<Column, readonly string[]>> = {
  key: ['レセプト全国共通キー', '全国共通キー', 'ﾚｾﾌﾟﾄ全国共通ｷｰ', '共通キー（項番1）'],
  month: ['依頼年月', '申出年月', '申出月'],
  code: ['診療行為コード', '項目コード', 'レセ電コード', 'コード'],
  name: ['名称', '項目名', '診療行為・医薬品名'],
  checkType: ['点検区分', '点検種別'],
  points: ['申出点数', '査定見込点数', '点数'],
  other: ['備考', '医療機関コード', '診療年月', '担当'],
};
const MONTH_FORMS: readonly MonthForm[] = ['era', 'western', 'letter', 'kanji'];
const ENCODINGS: readonly Encoding[] = ['cp932', 'cp932', 'utf-8', 'utf-8-bom', 'utf-16le'];
const CHECK_TYPES = ['単月点検', '横覧', '突合点検', '縦 覧', '社内A', ''] as const;
const OTHER_MONTH = 5;

/**
 * A list of applications as a contractor might keep it, from nothing but a seed and the claims: several lines a claim,
 * keys and months in other forms, codes without names and names without codes, claims left out, and lines of claims
 * that have no result.
 */
export function makeApplicationList(seed: string, claims: readonly AppliedClaim[]): ApplicationListSample {
  const random = new Random(`list ${seed}`);
  const wanted: Column[] = ['key', 'name', 'other'];
  for (const column of ['month', 'code', 'checkType', 'points'] as const) if (random.chance(0.8)) wanted.push(column);
  const order = random.shuffle(wanted);
  const form = random.pick(MONTH_FORMS);
  const lines = random.shuffle(claims.filter(() => random.chance(0.85)).flatMap((claim) => linesOf(random, claim, form, claims)));
  for (let more = random.between(0, 6); more > 0; more--) lines.push(waitingLine(random, form));
  if (random.chance(0.5)) lines.push({ name: '架空検査' });
  const header = order.map((column) => random.pick(HEADS[column]));
  const rows = lines.map((line) => order.map((column) => line[column] ?? ''));
  const newline = random.pick(['\r\n', '\n']);
  const text = [header, ...rows].map((cells) => cells.map((cell) => written(cell, random)).join(',') + newline).join('');
  const columns = Object.fromEntries(order.map((column, place) => [column, place])) as ApplicationListSample['columns'];
  return { text, bytes: bytesOf(text, random.pick(ENCODINGS)), columns };
}

/** A 点検除外データ with some of the claims' keys, and some that nobody applied for. */
export function makeExclusionList(seed: string, claims: readonly AppliedClaim[]): string {
  const random = new Random(`exclusions ${seed}`);
  const keys = claims.filter(() => random.chance(0.1)).map(({ key }) => (random.chance(0.9) ? key : fullWidthDigits(key)));
  for (let more = random.between(0, 3); more > 0; more--) keys.push(`999${random.digits(17)}`);
  const header = random.chance(0.7) ? [random.pick(HEADS.key)] : [];
  return [...header, ...random.shuffle(keys), `999${random.digits(17)}`].map((line) => `${line}\r\n`).join('');
}

type Line = Partial<Record<Column, string>>;

function linesOf(random: Random, { key, month, items }: AppliedClaim, form: MonthForm, claims: readonly AppliedClaim[]): Line[] {
  const about = items.length > 0 && random.chance(0.7) ? items : [random.pick(claims).items[0] ?? { code: '', name: '架空処置' }];
  return about.map(({ code, name }) => ({
    key: otherwise(key, random),
    month: monthText(month, form, random),
    code: random.weighted([[code, 7], [fullWidthDigits(code), 1], ['', 2], ['A-12', 1]]),
    name: random.weighted([[name, 6], [`${code} ${name}`, 1], ['', 1], [`架空検査${random.digits(1)}`, 1]]),
    checkType: random.pick(CHECK_TYPES),
    points: random.chance(0.8) ? String(random.between(10, 3000)) : '',
    other: random.pick(['', '要確認', '"急ぎ"', '1,2']),
  }));
}

function waitingLine(random: Random, form: MonthForm): Line {
  return {
    key: `998${random.digits(17)}`, month: monthText('2024-09', form, random), code: random.chance(0.5) ? '160000110' : '', name: '架空検査',
    checkType: random.pick(CHECK_TYPES), points: '120',
  };
}

/** The same key as other hands write it; the first pass finds the first of these only. */
function otherwise(key: string, random: Random): string {
  return random.weighted([
    [key, 14], [fullWidthDigits(key), 2], [`${key.slice(0, 5)} ${key.slice(5)}`, 1], [`00${key}`, 1], [key.replace(/^0+/u, ''), 1], [`${key}9`, 1],
  ]);
}

function monthText(month: string | null, form: MonthForm, random: Random): string {
  const value = month === null ? null : parseMonth(month);
  if (value === null || random.chance(0.08)) return '';
  return writeMonth(random.chance(0.05) ? value + OTHER_MONTH : value, form);
}

function written(cell: string, random: Random): string {
  return /[",\n]/u.test(cell) || random.chance(0.2) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function bytesOf(text: string, encoding: Encoding): Uint8Array {
  return Buffer.concat([byteOrderMark(encoding), encodeText(text, encoding)]);
}
