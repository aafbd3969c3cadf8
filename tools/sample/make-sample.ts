import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Grain } from './application.ts';
import type { Newline, Quoting } from './csv-bytes.ts';
import { ENCODINGS, type Encoding } from './encode-text.ts';
import { parseMonth } from './month-forms.ts';
import { MOST_FILES_PER_MONTH } from './sample-files.ts';
import { writeSample, type SampleOptions } from './write-sample.ts';

const USAGE = `npm run sample -- --out DIR [options]
  --seed 1              same seed, same bytes
  --from 2024-04        first month of delivery
  --months 24
  --records 12000       records a month, over all its files
  --files-per-month 1   up to ${MOST_FILES_PER_MONTH}: wards × fee tables, then the same for the retired
  --items N             distinct items (default: a fifth of the records, 300 to 2,400)
  --grain row|receipt
  --encoding ${ENCODINGS.join('|')}
  --newline crlf|lf|cr
  --quote all|filled|needed   every field, those that hold something, or those that could not do without
  --lean                fill only what the figures are made of
  --bare                no quotes at all
  --no-header
  --lists               also a list of applications and one of excluded claims, in lists/
  --no-planted          leave planted.json away`;

export function readOptions(args: readonly string[]): SampleOptions | string {
  let values;
  try {
    ({ values } = parseArgs({
      args: args.filter((arg) => arg !== '--'),
      options: {
        out: { type: 'string' }, seed: { type: 'string', default: '1' }, from: { type: 'string', default: '2024-04' },
        months: { type: 'string', default: '24' }, records: { type: 'string', default: '12000' },
        'files-per-month': { type: 'string', default: '1' }, items: { type: 'string' }, grain: { type: 'string', default: 'row' },
        encoding: { type: 'string', default: 'cp932' }, newline: { type: 'string', default: 'crlf' },
        quote: { type: 'string', default: 'all' }, bare: { type: 'boolean', default: false },
        lean: { type: 'boolean', default: false },
        'no-header': { type: 'boolean', default: false }, 'no-planted': { type: 'boolean', default: false },
        lists: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const firstMonth = parseMonth(values.from);
  const months = positive(values.months, 600);
  const records = positive(values.records, 10_000_000);
  const filesPerMonth = positive(values['files-per-month'], MOST_FILES_PER_MONTH);
  const items = values.items === undefined ? null : positive(values.items, 5000);
  const encoding = oneOf<Encoding>(values.encoding, ENCODINGS);
  const newline = oneOf<Newline>(values.newline, ['crlf', 'lf', 'cr']);
  const quoting = values.bare ? 'bare' : oneOf<Quoting>(values.quote, ['all', 'filled', 'needed']);
  const grain = oneOf<Grain>(values.grain, ['row', 'receipt']);
  if (!values.out) return '--out is missing';
  if (firstMonth === null) return '--from is a month like 2024-04';
  if (months === null || records === null || filesPerMonth === null) return 'months, records and files a month are counts';
  if (values.items !== undefined && (items === null || items < 60)) return '--items is 60 to 5000';
  if (!encoding || !newline || !quoting || !grain) return '--encoding, --newline, --quote or --grain is not known';
  return {
    // npm runs a script in the package's folder; the path is meant from where it was called.
    out: resolve(process.env.INIT_CWD ?? '.', values.out), seed: values.seed, firstMonth, months, records, filesPerMonth, grain,
    form: { encoding, newline, quoting }, header: !values['no-header'], planted: !values['no-planted'], lists: values.lists, lean: values.lean,
    ...(items === null ? {} : { items }),
  };
}

export function main(args: readonly string[]): number {
  const options = readOptions(args);
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n\n${USAGE}\n`);
    return 2;
  }
  const { files, totals } = writeSample(options);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const records = files.reduce((sum, file) => sum + file.records, 0);
  process.stdout.write(`${files.length} files, ${records} records, ${totals.applications} applications, ${bytes} bytes in ${options.out}\n`);
  return 0;
}

function positive(text: string, most: number): number | null {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 && value <= most ? value : null;
}

function oneOf<T extends string>(text: string, list: readonly T[]): T | null {
  return list.find((each) => each === text) ?? null;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = main(process.argv.slice(2));
