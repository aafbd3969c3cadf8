import { REVIEW_RESULTS, resultCode } from '../core/review-result.ts';
import type { Classified } from './classified.ts';
import type { Facts } from './facts.ts';
import { gathered } from './gathered.ts';
import { receiptFigure } from './grain.ts';
import type { RecordStore } from './record-store.ts';

/**
 * The loaded records and the lines that wait for a result, brought together as far as they agree in all that a scope can
 * ask for without check types, results, items, providers or values of columns: one entry a line and column.
 */
export interface AggregateLines {
  /** How many applications have their result on the line. Records that add points only, stand on lines with their own result. */
  readonly applications: Int32Array;
  /** 1 where the line is one record of an application whose records do not agree; else 0. */
  readonly isPart: Int32Array;
  /** The application of such a record; meaningless on other lines. */
  readonly application: Int32Array;
  /** yyyymm; 0 where blank. */
  readonly requestMonth: Int32Array;
  readonly resultMonth: Int32Array;
  readonly feeTable: Int32Array;
  readonly prefecture: Int32Array;
  /** See {@link resultCode}. */
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
/** Results are numbered below. */
const RESULTS = REVIEW_RESULTS.length + 1;

/** Which applications agree in themselves, and with which others. */
interface Sets {
  /** For each application its set; {@link SEVERAL} where its records are of several. */
  readonly setOf: Int32Array;
  /** How many sets there are. */
  readonly sets: number;
  /** For each application the first result that one of its records has. */
  readonly resultOf: Int32Array;
}

/** What stands on the lines of loaded records. */
interface Sums extends Pick<AggregateLines, 'applications' | 'isPart' | 'result' | 'points' | 'receiptPoints'> {
  /** A record that tells what the line is about, by its place. */
  readonly heads: Int32Array;
}

/** Brings records together: a pure function of what the rules and lists make of them. */
export function aggregate(store: RecordStore, { facts, joined, waiting }: Classified): AggregateLines {
  const sums = sumUp(facts, setsOf(facts, firstAlike(store, facts, joined.excluded)));
  const waits = waiting.record.length;
  const of = (values: Int32Array, whileWaiting: Int32Array): Int32Array => joinedTo(gathered(values, sums.heads), whileWaiting);
  const all = (value: number): Int32Array => new Int32Array(waits).fill(value);
  return {
    applications: joinedTo(sums.applications, all(0)),
    isPart: joinedTo(sums.isPart, all(1)),
    application: of(facts.application, waiting.application),
    requestMonth: of(facts.requestMonth, waiting.requestMonth),
    resultMonth: of(facts.resultMonth, all(0)),
    feeTable: of(facts.feeTable, all(0)),
    prefecture: of(facts.prefecture, all(0)),
    result: joinedTo(sums.result, all(resultCode('pending'))),
    excluded: of(joined.excluded, waiting.excluded),
    listed: joinedTo(new Int32Array(sums.heads.length), all(1)),
    points: joinedTo(sums.points, new Float64Array(waits)),
    receiptPoints: joinedTo(sums.receiptPoints, new Float64Array(waits)),
  };
}

/** For each record the first that agrees with it in all a scope asks for. */
function firstAlike(store: RecordStore, { size, requestMonth, resultMonth, feeTable, prefecture }: Facts, excluded: Int32Array): Int32Array {
  const packed = new Int32Array(size);
  for (let place = 0; place < size; place++) {
    // 18, 3, 1 and 6 bits.
    packed[place] = (requestMonth[place] as number) | ((feeTable[place] as number) << 18) | ((excluded[place] as number) << 21) | ((prefecture[place] as number) << 22);
  }
  return store.firstLikes([packed, resultMonth].map((values) => ({ values, stride: 1 })), null);
}

function setsOf({ size, application, applications, result }: Facts, alike: Int32Array): Sets {
  const numbers = new Int32Array(size).fill(NONE);
  const setOf = new Int32Array(applications).fill(NONE);
  const resultOf = new Int32Array(applications).fill(RESULTS);
  let sets = 0;
  for (let place = 0; place < size; place++) {
    const head = alike[place] as number;
    if (head === place) numbers[place] = sets++;
    const set = numbers[head] as number;
    const of = application[place] as number;
    if (setOf[of] === NONE) setOf[of] = set;
    else if (setOf[of] !== set) setOf[of] = SEVERAL;
    if ((result[place] as number) < (resultOf[of] as number)) resultOf[of] = result[place] as number;
  }
  return { setOf, sets, resultOf };
}

function sumUp({ size, application, applications, points, result }: Facts, { setOf, sets, resultOf }: Sets): Sums {
  const lineOf = new Int32Array(sets * RESULTS).fill(NONE);
  const heads = new Int32Array(size);
  const figures = new Float64Array(applications);
  const sums = new Float64Array(size);
  let lines = 0;
  for (let place = 0; place < size; place++) {
    const of = application[place] as number;
    const set = setOf[of] as number;
    const key = set * RESULTS + (result[place] as number);
    let line = set === SEVERAL ? NONE : (lineOf[key] as number);
    if (line === NONE) {
      line = lines++;
      heads[line] = place;
      if (set !== SEVERAL) lineOf[key] = line;
    }
    const value = points[place] as number;
    if (Number.isNaN(value)) continue;
    sums[line] = (sums[line] as number) + value;
    figures[of] = receiptFigure(figures[of] as number, value);
  }
  const counts = new Int32Array(lines);
  const receiptSums = new Float64Array(lines);
  for (let of = 0; of < applications; of++) {
    const set = setOf[of] as number;
    if (set === SEVERAL) continue;
    const line = lineOf[set * RESULTS + (resultOf[of] as number)] as number;
    counts[line] = (counts[line] as number) + 1;
    receiptSums[line] = (receiptSums[line] as number) + (figures[of] as number);
  }
  const isPart = new Int32Array(lines);
  for (let line = 0; line < lines; line++) {
    if (setOf[application[heads[line] as number] as number] !== SEVERAL) continue;
    isPart[line] = 1;
    receiptSums[line] = sums[line] as number;
  }
  const places = heads.slice(0, lines);
  return { heads: places, applications: counts, isPart, result: gathered(result, places), points: sums.slice(0, lines), receiptPoints: receiptSums };
}

function joinedTo<T extends Int32Array | Float64Array>(first: T, second: T): T {
  if (second.length === 0) return first;
  const Kind = first.constructor as new (length: number) => T;
  const both = new Kind(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
