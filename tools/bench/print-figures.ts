import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import type { Measured } from './figures.ts';
import type { ImportRuns } from './import-runs.ts';
import type { TimedTable } from './scope-tour.ts';
import { median, quantile, spread } from './statistics.ts';

/** Repeated measurements further apart than this, or more load than this a core, make a noisy run. */
const NOISY_SPREAD = 0.3;
const NOISY_LOAD = 0.5;
const DIMENSION_ARGUMENT = 2;

/** How busy the machine is; to be asked first, because making and measuring are a load themselves. */
export function loadNow(): number {
  return loadavg()[0] ?? 0;
}

export function describeMachine(browserVersion: string, load: number): string {
  const noise = load > NOISY_LOAD * availableParallelism() ? ' – something else is running here, so the figures are noisy' : '';
  return [
    `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB`,
    `Node ${process.versions.node}, Chromium ${browserVersion}`,
    `load at the start ${load.toFixed(1)}${noise}`,
  ].join('\n');
}

/** The figures as lines for people. */
export function describeFigures(measured: Measured): string {
  const { reference, smallFiles, growth, tables, queries, served, portable, peakMemoryMb } = measured;
  const { from, to } = growth;
  const rows: [string, string][] = [
    ['DuckDB', `${measured.browserEngine} in the browser, ${queries.version} natively`],
    ['import of the reference work', `${size(reference)}: ${times(reference.browser)}, ${rowsPerSecond(reference)}`],
    ['  until what is out of sight is drawn too', times(reference.whole)],
    ['  iconv and native DuckDB, 14 columns', times(reference.native)],
    ['  ratio', (median(reference.browser) / median(reference.native)).toFixed(2)],
    ['  longest task of the page', `${Math.round(reference.longestTask)} ms`],
    ['  peak memory of the tab', peakMemoryMb === null ? 'not told by this system' : `${Math.round(peakMemoryMb)} MB`],
    ['import of small files', `${size(smallFiles)}: ${times(smallFiles.browser)}, ${rowsPerSecond(smallFiles)}`],
    ...(smallFiles.native.length > 0 ? [['  iconv and native DuckDB, 14 columns', times(smallFiles.native)] as [string, string]] : []),
    ['  longest task of the page', `${Math.round(smallFiles.longestTask)} ms`],
    [`growth, ${count(from.set.records)} → ${count(to.set.records)} records`, `${times(from.browser)} → ${times(to.browser)}`],
    ['  ratio', (median(to.browser) / median(from.browser)).toFixed(2)],
    ...tableRows(tables),
    ...decideRows(measured),
    ...mappingRows(measured),
    ...reportRows(measured),
    ['same statements, same records', `${queries.questions} questions, sum of medians, native with 1 thread`],
    ['  browser : native', `${ms(queries.browserMs)} : ${ms(queries.nativeMs)} = ${queries.ratio.toFixed(2)}`],
    ['opening, served: app', times(served.app)],
    ['  bare page with the same engine', `${times(served.bare)}, ratio ${(median(served.app) / median(served.bare)).toFixed(2)}`],
    ['opening, one file: app', times(portable.app)],
    ['  bare page with the same engine', `${times(portable.bare)}, ratio ${(median(portable.app) / median(portable.bare)).toFixed(2)}`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n');
}

function tableRows(tables: readonly TimedTable[]): [string, string][] {
  const dimensions = [...new Set(tables.map(({ args }) => String(args[DIMENSION_ARGUMENT])))];
  const row = (name: string, of: readonly TimedTable[]): [string, string] => [name, `${of.length} answers: ${p50And95(of)}`];
  return [
    row('tables under changing scopes', tables),
    ...dimensions.map((dimension) => row(`  ${dimension}`, tables.filter(({ args }) => args[DIMENSION_ARGUMENT] === dimension))),
  ];
}

function decideRows({ decide }: Measured): [string, string][] {
  if (decide === null) return [];
  return [
    ['deciding: 2,400 items over 24 months estimated', times(decide.estimate)],
    ['  reference work, from opening the screen to its lines', ms(decide.shown)],
    ['  a rule changed and drawn', times(decide.rule)],
    ['  a scenario changed and drawn', times(decide.scenario)],
  ];
}

function mappingRows({ mapping }: Measured): [string, string][] {
  if (mapping === null) return [];
  return [
    [`${count(mapping.names)} names searched in the reference work`, ms(mapping.nameSearch)],
    ['  longest task of the page', mapping.nameSearchLongestTask === 0 ? 'under 50 ms' : ms(mapping.nameSearchLongestTask)],
    ['a rule added, every table of the screen drawn', times(mapping.rule)],
  ];
}

function reportRows({ report }: Measured): [string, string][] {
  if (report === null) return [];
  return [
    ['report of the reference work, from opening the screen to its pages', ms(report.shown)],
    ['  workbook (goal 10 s)', ms(report.workbook)],
    ['  the CSV files (goal 3 s)', ms(report.csv)],
    ['  longest task of the page meanwhile (goal 100 ms)', `${Math.round(report.longestTask)} ms`],
  ];
}

function p50And95(tables: readonly TimedTable[]): string {
  const part = (values: readonly number[]): string => `p50 ${ms(quantile(values, 0.5))}, p95 ${ms(quantile(values, 0.95))}`;
  return `${part(tables.map(({ roundTripMs }) => roundTripMs))} (without waiting for others: ${part(tables.map(({ ownMs }) => ownMs))})`;
}

function size({ set }: ImportRuns): string {
  return `${set.files.length} files, ${count(set.records)} records, ${(set.bytes / 1e6).toFixed(0)} MB`;
}

function rowsPerSecond({ set, browser }: ImportRuns): string {
  return `${count(Math.round((set.records / median(browser)) * 1000))} records/s`;
}

function times(values: readonly number[]): string {
  if (values.length === 1) return `${ms(median(values))} (one run)`;
  const noisy = spread(values) > NOISY_SPREAD ? ', noisy' : '';
  return `${ms(median(values))} (${values.length} runs, ${ms(Math.min(...values))} to ${ms(Math.max(...values))}${noisy})`;
}

function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
