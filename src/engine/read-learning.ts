import type { Learning, LearningLine } from '../decide/learning.ts';
import type { NumberColumns } from './database.ts';

/** Puts the answers of the two learning statements together. @param nameOf what a line is called by its number */
export function learningOf(
  applications: NumberColumns,
  parts: NumberColumns,
  nameOf: (line: number) => { readonly kind: string; readonly code: string; readonly name: string },
): Learning {
  const own = integers(applications, 'application');
  const named = integers(parts, 'application');
  const numbers = integers(parts, 'line');
  const firstPart = new Int32Array(own.length + 1);
  let part = 0;
  for (let i = 0; i < own.length; i++) {
    firstPart[i] = part;
    while (part < named.length && named[part] === own[i]) part++;
  }
  firstPart[own.length] = part;
  if (part !== named.length) throw new Error('a part without its application');

  const lines: LearningLine[] = [...new Set(numbers)].toSorted((a, b) => a - b).map((line) => ({ line, ...nameOf(line) }));
  const places = new Map(lines.map(({ line }, place) => [line, place]));
  return {
    lines,
    applications: {
      size: own.length,
      requestMonth: integers(applications, 'request_month'),
      resultMonth: integers(applications, 'result_month'),
      ending: Uint8Array.from(integers(applications, 'ending')),
      group: Uint8Array.from(integers(applications, 'limit_group')),
      effect: decimals(applications, 'effect'),
      firstPart,
    },
    parts: {
      size: named.length,
      line: numbers.map((line) => places.get(line) as number),
      resultMonth: integers(parts, 'result_month'),
      ending: Uint8Array.from(integers(parts, 'ending')),
      effect: perSlot(decimals(parts, 'effect'), firstPart),
      returnedEffect: perSlot(decimals(parts, 'returned_effect'), firstPart),
    },
  };
}

/** An application that names k lines has 1/k of its slot on each; points are given over that share. */
function perSlot(points: Float64Array, firstPart: Int32Array): Float64Array {
  const spread = new Float64Array(points.length);
  for (let i = 0; i + 1 < firstPart.length; i++) {
    const [first, end] = [firstPart[i] as number, firstPart[i + 1] as number];
    for (let part = first; part < end; part++) spread[part] = (points[part] as number) * (end - first);
  }
  return spread;
}

function integers(columns: NumberColumns, name: string): Int32Array {
  const column = columns[name];
  if (column instanceof Int32Array) return column;
  throw new TypeError(`${name} is no column of integers`);
}

function decimals(columns: NumberColumns, name: string): Float64Array {
  const column = columns[name];
  if (column instanceof Float64Array) return column;
  throw new TypeError(`${name} is no column of numbers`);
}
