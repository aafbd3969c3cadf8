import { OUTCOMES, type Outcome } from './classify';
import type { OracleRecord } from './oracle';

export type Grain = 'row' | 'receipt';

export function groupBy<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group) group.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return groups;
}

export function byApplication(records: readonly OracleRecord[]): OracleRecord[][] {
  return [...groupBy(records, (record) => record.applicationId).values()];
}

export function resultOf(records: readonly OracleRecord[]): Outcome {
  const result = OUTCOMES.find((outcome) => records.some((record) => record.outcome === outcome));
  if (result === undefined) throw new Error('an application without a record');
  return result;
}

function figuresOf(records: readonly OracleRecord[]): number[] {
  return records.flatMap((record) => (record.points === null ? [] : [record.points]));
}

/** The claim's one figure: the largest in absolute value, the negative one on a tie, 0 over blanks. */
export function receiptFigure(records: readonly OracleRecord[]): number {
  let figure = 0;
  for (const points of figuresOf(records)) {
    const larger = Math.abs(points) > Math.abs(figure);
    const negativeTie = Math.abs(points) === Math.abs(figure) && points < figure;
    if (larger || negativeTie) figure = points;
  }
  return figure;
}

export function itemCount(records: readonly OracleRecord[]): number {
  return new Set(records.flatMap((record) => record.items.map((item) => item.code + item.kind))).size;
}

export function itemsByApplication(records: readonly OracleRecord[]): Map<string, number> {
  return new Map(byApplication(records).map((group) => [group[0]?.applicationId ?? '', itemCount(group)]));
}

const ENOUGH_APPLICATIONS = 20;

export interface GrainFound {
  readonly grain: Grain;
  /** How many applications could tell. */
  readonly telling: number;
  readonly few: boolean;
}

export function findGrain(loaded: readonly OracleRecord[]): GrainFound {
  const telling = byApplication(loaded).filter(
    (records) => records.length >= 2 && figuresOf(records).some((points) => points !== 0),
  );
  const repeating = telling.filter((records) => new Set(figuresOf(records)).size === 1);
  const few = telling.length < ENOUGH_APPLICATIONS;
  const receipt = !few && repeating.length * 100 >= telling.length * 95;
  return { grain: receipt ? 'receipt' : 'row', telling: telling.length, few };
}
