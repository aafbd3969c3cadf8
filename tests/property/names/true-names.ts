import Papa from 'papaparse';
import type { Random } from '../../../tools/sample/random.ts';

/** A way of writing an item, and the item it must be read as (`種類:コード`). */
export interface TrueName {
  readonly written: string;
  readonly item: string;
}

export interface Truth {
  pick(random: Random): TrueName;
  readonly size: number;
}

interface Row {
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  readonly changed: string;
  readonly stems: readonly string[];
  /** What several codes of one stem become: generic code or section; empty where there is none. */
  readonly group: string;
}

const stemCode = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/gu, '').replace(/[‐-―−]/gu, '-').replaceAll('〜', '~');
const form = (text: string): string => stemCode(text).replaceAll('ー', '-').replace(/[ァィゥェォッャュョ]/gu, (small) => 'アイウエオツヤユヨ'.charAt('ァィゥェォッャュョ'.indexOf(small)));
const withoutMaker = (name: string): string => name.replace(/「[^」]*」/gu, '');

function rowOf(cells: readonly string[]): Row {
  const cell = (column: number): string => cells[column - 1] ?? '';
  const common = { code: cell(3), name: cell(5) };
  switch (cell(2)) {
    case 'S': {
      const isSection = /^[A-Z]\d{3}$/u.test(cell(85) + cell(92));
      const branch = Number(cell(93)) === 0 ? '' : `-${String(Number(cell(93)))}`;
      return { ...common, kind: '診療行為', changed: cell(87), stems: [cell(113)], group: isSection ? cell(85) + cell(92) + branch : '' };
    }
    case 'Y':
      return {
        ...common,
        kind: '医薬品',
        changed: cell(30),
        stems: [cell(35), withoutMaker(cell(5)), withoutMaker(cell(35)), cell(38), cell(38).replace('【般】', '')],
        group: cell(37),
      };
    default:
      return { ...common, kind: '特定器材', changed: cell(28), stems: [cell(37)], group: '' };
  }
}

/** What every way of writing a name must be read as, told from the masters' own lines. */
export function truthOf(masters: readonly string[]): Truth {
  const rows = masters.flatMap((text) => Papa.parse<string[]>(text.trim()).data.map(rowOf));
  const full = new Map<string, Row[]>();
  const stems = new Map<string, Row[]>();
  const add = (map: Map<string, Row[]>, text: string, row: Row): void => {
    if (form(text) !== '') map.set(form(text), [...(map.get(form(text)) ?? []), row]);
  };
  for (const row of rows) {
    add(full, row.name, row);
    for (const stem of new Set(row.stems.map(form))) add(stems, stem, row);
  }
  const drugsFirst = (all: readonly Row[]): readonly Row[] => {
    const order = ['医薬品', '診療行為', '特定器材'].find((kind) => all.some((row) => row.kind === kind));
    return all.filter((row) => row.kind === order);
  };
  const latest = (rows: readonly Row[]): string => {
    const [best] = rows.toSorted((a, b) => b.changed.localeCompare(a.changed) || a.code.localeCompare(b.code));
    return `${String(best?.kind)}:${String(best?.code)}`;
  };
  const itemOf = (written: string): string => {
    const named = drugsFirst(full.get(form(written)) ?? []);
    if (named.length > 0) return latest(named);
    const fitting = drugsFirst(stems.get(form(written)) ?? []);
    const [first] = fitting;
    if (first === undefined) throw new Error(`no master knows ${written}`);
    if (fitting.every(({ name }) => form(name) === form(first.name))) return latest(fitting);
    const isShared = first.group !== '' && fitting.every(({ group }) => group === first.group);
    return `${first.kind}:${isShared ? first.group : stemCode(written)}`;
  };
  return {
    size: rows.length,
    pick(random) {
      const row = random.pick(rows);
      const written = random.chance(0.5) ? row.name : random.pick([row.name, ...row.stems.filter((stem) => stem !== '')]);
      return { written, item: itemOf(written) };
    },
  };
}
