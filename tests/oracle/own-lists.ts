import { checkTypeOf, compared, type Outcome } from './classify';
import { byCodePoints } from './code-points';
import { codesIn, type Mention } from './find-items';
import type { OracleItem, OracleRecord } from './oracle';
import { type OwnReading, namedByMaster, ownHits } from './own-reading';
import { readAmount, readMonth } from './read-values';

/** The lists that the contractor and the insurer keep, as texts; of a list of applications the columns are told. */
export interface OwnLists {
  readonly applications?: { readonly text: string; readonly columns: ListColumns };
  readonly exclusions?: string;
  readonly keepsExcluded?: boolean;
  readonly countsListed?: boolean;
}

export interface ListColumns {
  readonly key: number;
  readonly month?: number;
  readonly code?: number;
  readonly name?: number;
  readonly checkType?: number;
  readonly points?: number;
}

export interface ListLine {
  readonly key: string;
  readonly month: string | null;
  readonly mentions: readonly Mention[];
  readonly checkType: string;
  readonly points: number | null;
  readonly applications: ReadonlySet<string>;
  readonly how: 'exact' | 'normalised' | 'none';
}

/** Cells of a CSV text, line by line, blank lines left out. */
export function cellsOf(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, bare, end] of `${text.replace(/\r\n?/g, '\n').replace(/\n$/, '')}\n`.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\n]*))([,\n])/g)) {
    line.push((quoted?.replaceAll('""', '"') ?? bare ?? '').trim());
    if (end === ',') continue;
    if (line.some((cell) => cell !== '')) lines.push(line);
    line = [];
  }
  return lines;
}

function bareKey(key: string): string {
  return key.normalize('NFKC').replace(/\s/g, '').replace(/^0*/, '');
}

function mentionsOf(code: string, name: string, own: OwnReading): Mention[] {
  const known = name.normalize('NFKC').trim();
  const coded = codesIn(code.normalize('NFKC'));
  if (coded.length > 0) return coded.map((each) => ({ ...each, name: coded.length === 1 ? known : '', basis: '一覧' }));
  const inName = codesIn(known);
  if (inName.length > 0) return inName.map((each) => ({ ...each, basis: '一覧' }));
  const named = namedByMaster(own, known);
  if (named !== null) return [named];
  return known === '' ? [] : [{ kind: 'その他', code: compared(known), name: known, basis: '一覧' }];
}

/** What is loaded of one claim in one month. */
export interface Claim {
  readonly applicationId: string;
  readonly key: string;
  readonly requestMonth: string | null;
  /** Field 3 as written. */
  readonly feeTable: string;
}

export function joinList({ text, columns }: NonNullable<OwnLists['applications']>, claims: readonly Claim[], own: OwnReading): ListLine[] {
  const [, ...rows] = cellsOf(text);
  return rows.map((cells): ListLine => {
    const cell = (column: number | undefined): string => (column === undefined ? '' : (cells[column] ?? ''));
    const key = cell(columns.key);
    const said = (no: number): string => (no >= 193 && no <= 196 ? cell(columns.checkType) : '');
    const month = cell(columns.month) === '' ? null : readMonth(cell(columns.month));
    const inMonth = (claim: Claim): boolean => claim.key !== '' && (month === null || claim.requestMonth === month);
    const exact = claims.filter((claim) => inMonth(claim) && claim.key === key);
    const alike = claims.filter((claim) => inMonth(claim) && bareKey(key) !== '' && bareKey(claim.key) === bareKey(key));
    const isOne = new Set(alike.map((claim) => claim.key)).size === 1;
    const found = exact.length > 0 ? exact : isOne ? alike : [];
    return {
      key,
      month,
      mentions: mentionsOf(cell(columns.code), cell(columns.name), own),
      checkType: ownHits(own, '点検区分', said)[0]?.result ?? checkTypeOf(said),
      points: cell(columns.points) === '' ? null : readAmount(cell(columns.points)),
      applications: new Set(found.map((claim) => claim.applicationId)),
      how: exact.length > 0 ? 'exact' : found.length > 0 ? 'normalised' : 'none',
    };
  });
}

/** The commonest name that the list has for each item. */
export function namesOfList(lines: readonly ListLine[]): Map<string, string> {
  const names = new Map<string, string[]>();
  for (const { kind, code, name } of lines.flatMap((line) => line.mentions)) {
    if (name !== '') names.set(`${kind} ${code}`, [...(names.get(`${kind} ${code}`) ?? []), name]);
  }
  const times = (all: readonly string[], name: string): number => all.filter((each) => each === name).length;
  return new Map(
    [...names].map(([key, all]) => [key, all.toSorted((a, b) => times(all, b) - times(all, a) || byCodePoints(a, b))[0] ?? '']),
  );
}

/** The listed applications that no loaded claim answers, a record for each of their lines. */
export function waitingRecords(lines: readonly ListLine[], claims: readonly Claim[], named: (mentions: readonly Mention[]) => OracleItem[]): OracleRecord[] {
  return lines.flatMap((line): OracleRecord[] => {
    const isAmbiguous = new Set(claims.filter((claim) => bareKey(claim.key) === bareKey(line.key) && (line.month === null || claim.requestMonth === line.month)).map((claim) => claim.key)).size > 1;
    if (line.how !== 'none' || bareKey(line.key) === '' || isAmbiguous) return [];
    const outcome: Outcome = '未決';
    return [
      {
        file: '', line: 0, applicationId: JSON.stringify(['waiting', bareKey(line.key), line.month]), key: line.key,
        requestMonth: line.month, resultMonth: null, outcome, checkType: line.checkType, items: named(line.mentions), points: null, continued: false,
      },
    ];
  });
}

export function excludedKeys(text: string): Set<string> {
  return new Set(cellsOf(text).map(([key = '']) => key).filter((key) => /\d/.test(key)));
}

const FEE_TABLES = ['不明', '医科', 'DPC', '歯科', '調剤'];

function feeTableOf(text: string): string {
  const plain = text.normalize('NFKC').trim().toUpperCase();
  const at = /^0*[1-4]$/.test(plain) ? Number(plain) : FEE_TABLES.indexOf(plain, 1);
  return FEE_TABLES[at] ?? '不明';
}

/** How many applications a list names by month and fee table (`2024-06 医科`; a blank month is empty). */
export function registeredByTable(lines: readonly ListLine[], claims: readonly Claim[], excluded: ReadonlySet<string>): Map<string, number> {
  const firstKnown = (of: readonly Claim[]): string => of.map((claim) => feeTableOf(claim.feeTable)).find((name) => name !== '不明') ?? '不明';
  const named = new Map<string, { month: string | null; feeTable: string }>();
  lines.forEach((line, at) => {
    for (const id of line.applications) {
      const [claim, ...rest] = claims.filter((each) => each.applicationId === id);
      if (claim !== undefined && !excluded.has(claim.key)) named.set(id, { month: claim.requestMonth, feeTable: firstKnown([claim, ...rest]) });
    }
    if (line.applications.size > 0) return;
    const bare = bareKey(line.key);
    const id = JSON.stringify(bare === '' ? ['line', at] : ['not joined', bare, line.month]);
    if (named.has(id) || excluded.has(line.key)) return;
    const same = claims.filter((claim) => claim.key === line.key);
    const claimed = bare === '' ? [] : same.length > 0 ? same : claims.filter((claim) => bareKey(claim.key) === bare);
    const tables = new Set([...new Set(claimed.map((claim) => claim.applicationId))].map((each) => firstKnown(claimed.filter((claim) => claim.applicationId === each))));
    named.set(id, { month: line.month, feeTable: (tables.size === 1 ? [...tables][0] : undefined) ?? '不明' });
  });
  const counts = new Map<string, number>();
  for (const { month, feeTable } of named.values()) counts.set(`${month ?? ''} ${feeTable}`, (counts.get(`${month ?? ''} ${feeTable}`) ?? 0) + 1);
  return counts;
}
