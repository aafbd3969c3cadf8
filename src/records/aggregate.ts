import { resultCode } from '../core/review-result.ts';
import type { Classified } from './classified.ts';
import type { Facts } from './facts.ts';
import { gathered } from './gathered.ts';
import type { RecordStore } from './record-store.ts';

/**
 * The loaded records and the lines that wait for a result, brought together as far as they agree in all that a scope can
 * ask for without items, providers or values of columns: one entry a line and column.
 */
export interface AggregateLines {
  /** How many applications a line is all of; 0 for a record of an application whose records do not agree. */
  readonly applications: Int32Array;
  /** The application of such a record; meaningless on other lines. */
  readonly application: Int32Array;
  /** yyyymm; 0 where blank. */
  readonly requestMonth: Int32Array;
  readonly resultMonth: Int32Array;
  readonly feeTable: Int32Array;
  readonly prefecture: Int32Array;
  readonly checkType: Int32Array;
  readonly result: Int32Array;
  /** 1 where the insurer excludes the claims. */
  readonly excluded: Int32Array;
  /** 1 for lines that wait for a result. */
  readonly listed: Int32Array;
  /** The sum of the records' figures, blank ones adding nothing; exact, because an amount has ten digits at most. */
  readonly points: Float64Array;
  /** The sum of the applications' figures, as the grain `receipt` takes them. */
  readonly receiptPoints: Float64Array;
}

/** Stands for the records of an application that do not agree. */
const SEVERAL = -2;
const NONE = -1;

/** Which record stands on which line: those of sets first, then each record of an application whose records do not agree. */
interface Layout {
  /** For each application the record that tells what its records agree in; {@link SEVERAL} where they do not. */
  readonly headOf: Int32Array;
  /** For the record that tells of a set the line of that set. */
  readonly lineOf: Int32Array;
  /** The record that tells what each line is about. */
  readonly heads: Int32Array;
  /** How many of the lines are sets. */
  readonly sets: number;
}

/** Brings records together: a pure function of what the rules and lists make of them. */
export function aggregate(store: RecordStore, { facts, joined, waiting }: Classified): AggregateLines {
  const layout = layOut(facts, firstAlike(store, facts, joined.excluded));
  const loaded = layout.heads.length;
  const lines = loaded + waiting.record.length;
  const column = (values: Int32Array, waits: Int32Array | number): Int32Array => {
    const all = new Int32Array(lines);
    all.set(gathered(values, layout.heads));
    if (typeof waits === 'number') all.fill(waits, loaded);
    else all.set(waits, loaded);
    return all;
  };
  return {
    application: column(facts.application, waiting.application),
    requestMonth: column(facts.requestMonth, waiting.requestMonth),
    resultMonth: column(facts.resultMonth, 0),
    feeTable: column(facts.feeTable, 0),
    prefecture: column(facts.prefecture, 0),
    checkType: column(facts.checkType, waiting.checkType),
    result: column(facts.result, resultCode('pending')),
    excluded: column(joined.excluded, waiting.excluded),
    listed: new Int32Array(lines).fill(1, loaded),
    ...sumUp(facts, layout, lines),
  };
}

function layOut(facts: Facts, alike: Int32Array): Layout {
  const { size, application } = facts;
  const headOf = headsOfApplications(facts, alike);
  const lineOf = new Int32Array(size).fill(NONE);
  const heads = new Int32Array(size);
  let sets = 0;
  for (let place = 0; place < size; place++) {
    const head = headOf[application[place] as number] as number;
    if (head === SEVERAL || lineOf[head] !== NONE) continue;
    lineOf[head] = sets;
    heads[sets++] = head;
  }
  let lines = sets;
  for (let place = 0; place < size; place++) if (headOf[application[place] as number] === SEVERAL) heads[lines++] = place;
  return { headOf, lineOf, heads: heads.slice(0, lines), sets };
}

function sumUp(facts: Facts, { headOf, lineOf, sets }: Layout, lines: number): Pick<AggregateLines, 'applications' | 'points' | 'receiptPoints'> {
  const applications = new Int32Array(lines);
  const points = new Float64Array(lines);
  const receiptPoints = new Float64Array(lines);
  const figures = new Float64Array(facts.applications);
  let next = sets;
  for (let place = 0; place < facts.size; place++) {
    const of = facts.application[place] as number;
    const value = facts.points[place] as number;
    const figure = Number.isNaN(value) ? 0 : value;
    const head = headOf[of] as number;
    if (head === SEVERAL) {
      points[next] = figure;
      receiptPoints[next++] = figure;
    } else {
      const line = lineOf[head] as number;
      points[line] = (points[line] as number) + figure;
      figures[of] = larger(figures[of] as number, figure);
    }
  }
  for (let of = 0; of < facts.applications; of++) {
    const head = headOf[of] as number;
    if (head === SEVERAL) continue;
    const line = lineOf[head] as number;
    applications[line] = (applications[line] as number) + 1;
    receiptPoints[line] = (receiptPoints[line] as number) + (figures[of] as number);
  }
  return { applications, points, receiptPoints };
}

/** For each record the first that agrees with it in all a scope asks for. */
function firstAlike(store: RecordStore, { size, requestMonth, resultMonth, feeTable, prefecture, checkType, result }: Facts, excluded: Int32Array): Int32Array {
  const rows = new Int32Array(size);
  const packed = new Int32Array(size);
  for (let place = 0; place < size; place++) {
    rows[place] = place;
    // 18, 3, 3, 1 and 6 bits.
    packed[place] =
      (requestMonth[place] as number) |
      ((feeTable[place] as number) << 18) |
      ((result[place] as number) << 21) |
      ((excluded[place] as number) << 24) |
      ((prefecture[place] as number) << 25);
  }
  return store.firstLikes([packed, resultMonth, checkType].map((values) => ({ values, stride: 1 })), rows);
}

/** As {@link Layout.headOf}. */
function headsOfApplications({ size, application, applications }: Facts, alike: Int32Array): Int32Array {
  const heads = new Int32Array(applications).fill(NONE);
  for (let place = 0; place < size; place++) {
    const of = application[place] as number;
    const head = alike[place] as number;
    if (heads[of] === NONE) heads[of] = head;
    else if (heads[of] !== head) heads[of] = SEVERAL;
  }
  return heads;
}

/** The figure larger in absolute value, the negative one on a tie. */
function larger(a: number, b: number): number {
  const difference = Math.abs(b) - Math.abs(a);
  return difference > 0 || (difference === 0 && b < a) ? b : a;
}
