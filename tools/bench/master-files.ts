import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeText } from '../sample/encode-text.ts';
import { type CatalogueItem, inventCatalogue } from '../sample/item-catalogue.ts';
import { BENCH_FOLDER } from './sample-sets.ts';

/** Together as many names as the official masters have. */
export const MASTER_NAMES = 31_000;
const SEED = 'masters 1';
/** More than is taken: names of some kinds run out. */
const INVENTED = 60_000;

/** A master's lines as the official files are laid out; columns count from 1. */
interface MasterShape {
  readonly file: string;
  readonly mark: string;
  readonly lead: string;
  readonly columns: number;
  readonly most: number;
  readonly cells: (item: CatalogueItem, number: number) => Readonly<Record<number, string>>;
}

const CHANGED = '20240601';

const SHAPES: readonly MasterShape[] = [
  {
    file: 's_bench.csv', mark: 'S', lead: '1', columns: 150, most: 10_000,
    cells: ({ written }, number) => ({ 85: 'D', 87: CHANGED, 92: String(number % 700).padStart(3, '0'), 93: '00', 113: written }),
  },
  { file: 't_bench.csv', mark: 'T', lead: '7', columns: 38, most: 1300, cells: ({ written }) => ({ 28: CHANGED, 37: written }) },
  {
    file: 'y_bench.csv', mark: 'Y', lead: '6', columns: 42, most: MASTER_NAMES,
    cells: ({ written }) => {
      const substance = written.replace(/「.*$/u, '');
      return { 30: CHANGED, 32: '2171022F1', 35: written, 37: `9${substance}`, 38: `【般】${substance}` };
    },
  },
];

/** Files of 31,000 invented names, among them those that the sets' texts are made of; kept beside the sets. */
export function makeMasterFiles(): readonly string[] {
  const folder = join(BENCH_FOLDER, `${SEED} ${MASTER_NAMES}`.replaceAll(' ', '-'));
  const paths = SHAPES.map(({ file }) => join(folder, file));
  if (paths.every((path) => existsSync(path))) return paths;
  mkdirSync(folder, { recursive: true });
  const { items } = inventCatalogue(SEED, INVENTED);
  let left = MASTER_NAMES;
  for (const [index, shape] of SHAPES.entries()) {
    const named = items.filter(({ code }) => code.startsWith(shape.lead)).slice(0, Math.min(shape.most, left));
    left -= named.length;
    const lines = named.map((item, number) => line(shape, item, number));
    writeFileSync(paths[index] ?? '', encodeText(lines.join(''), 'cp932'));
  }
  if (left > 0) throw new Error(`${left} names are missing`);
  return paths;
}

function line({ mark, columns, cells }: MasterShape, item: CatalogueItem, number: number): string {
  const filled: Readonly<Record<number, string>> = { 1: '0', 2: mark, 3: item.code, 5: item.written, 7: '', ...cells(item, number) };
  return `${Array.from({ length: columns }, (_, place) => `"${filled[place + 1] ?? '0'}"`).join(',')}\r\n`;
}
