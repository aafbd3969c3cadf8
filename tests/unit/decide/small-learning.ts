import { ENDING, type Learning } from '../../../src/decide/learning.ts';

/** One application: its months, the lines it names (from 0), how it ended on all of them and what it brought. */
export interface Asked {
  readonly month: number;
  readonly answered?: number;
  readonly lines: readonly number[];
  readonly ending: keyof typeof ENDING;
  readonly effect?: number;
  readonly group?: 0 | 1 | 2;
}

/** Learning data from a list one can read. */
export function learningFrom(asked: readonly Asked[], kinds?: readonly string[]): Learning {
  const count = 1 + Math.max(-1, ...asked.flatMap(({ lines }) => lines));
  const parts = asked.flatMap((each) => each.lines.map((line) => ({ ...each, line })));
  const firstPart = new Int32Array(asked.length + 1);
  asked.forEach(({ lines }, index) => (firstPart[index + 1] = (firstPart[index] as number) + lines.length));
  return {
    lines: Array.from({ length: count }, (_, index) => ({ line: index + 1, kind: kinds?.[index] ?? '医薬品', code: String(610_000_001 + index), name: `薬${String(index)}` })),
    applications: {
      size: asked.length,
      requestMonth: Int32Array.from(asked, ({ month }) => month),
      resultMonth: Int32Array.from(asked, ({ answered }) => answered ?? 0),
      ending: Uint8Array.from(asked, ({ ending }) => ENDING[ending]),
      group: Uint8Array.from(asked, ({ group }) => group ?? 0),
      effect: Float64Array.from(asked, ({ effect }) => effect ?? 0),
      firstPart,
    },
    parts: {
      size: parts.length,
      line: Int32Array.from(parts, ({ line }) => line),
      resultMonth: Int32Array.from(parts, ({ answered }) => answered ?? 0),
      ending: Uint8Array.from(parts, ({ ending }) => ENDING[ending]),
      effect: Float64Array.from(parts, ({ effect }) => effect ?? 0),
      returnedEffect: new Float64Array(parts.length),
    },
  };
}

/** The same application several times. */
export function times(count: number, asked: Asked): readonly Asked[] {
  return Array.from({ length: count }, () => asked);
}
