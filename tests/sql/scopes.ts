import { EVERYTHING, type Scope } from '../../src/metrics/scope.ts';

const FILTER = { column: '申出種別', values: ['1'], from: null, to: null };

/** Scopes whose statements have every condition alone, none and all: what they have is joined by AND, whatever it is. */
export const SCOPES: Readonly<Record<string, Scope>> = {
  everything: { ...EVERYTHING, keepsExcluded: true, countsListed: true },
  'as it is at first': EVERYTHING,
  'request months': { ...EVERYTHING, from: 202404 },
  'result months': { ...EVERYTHING, axis: 'result', to: 202404 },
  'fee tables': { ...EVERYTHING, feeTables: [1, 3] },
  region: { ...EVERYTHING, region: 'in' },
  'check types': { ...EVERYTHING, checkTypes: ['単月点検'] },
  results: { ...EVERYTHING, results: ['reduced'] },
  providers: { ...EVERYTHING, providers: ['1'] },
  items: { ...EVERYTHING, items: ['医薬品:1'] },
  columns: { ...EVERYTHING, columns: [FILTER] },
  'all conditions': {
    ...EVERYTHING,
    from: 202404,
    to: 202503,
    feeTables: [1],
    region: 'out',
    checkTypes: [],
    results: [],
    providers: [],
    items: [],
    columns: [FILTER],
  },
};
