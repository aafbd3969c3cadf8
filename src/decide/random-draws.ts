import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';

/**
 * Random numbers that are the same on every machine: sfc32 (Doty-Humphrey, PractRand), with logarithm and exponential
 * from a library, because those of the language may differ between engines. Square roots are exact everywhere.
 */
export class RandomDraws {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;
  #spare: number | null = null;

  constructor(seed: string) {
    this.#a = hash(seed, 0x9e3779b9);
    this.#b = hash(seed, 0x243f6a88);
    this.#c = hash(seed, 0xb7e15162);
    for (let i = 0; i < 12; i++) this.#next();
  }

  #next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** Above 0, below 1. */
  uniform(): number {
    return (this.#next() + 0.5) / 4294967296;
  }

  /** Mean 0, variance 1: the polar method, Marsaglia and Bray, SIAM Review 6 (1964) 260–264. */
  normal(): number {
    if (this.#spare !== null) {
      const spare = this.#spare;
      this.#spare = null;
      return spare;
    }
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1) continue;
      const stretch = Math.sqrt((-2 * ln(square)) / square);
      this.#spare = y * stretch;
      return x * stretch;
    }
  }

  /** Scale 1, shape above 0: Marsaglia and Tsang, ACM Trans. Math. Softw. 26 (2000) 363–372. */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * exp(ln(this.uniform()) / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const normal = this.normal();
      const root = 1 + c * normal;
      if (root <= 0) continue;
      const cube = root * root * root;
      const uniform = this.uniform();
      const square = normal * normal;
      if (uniform < 1 - 0.0331 * square * square) return d * cube;
      if (ln(uniform) < square / 2 + d * (1 - cube + ln(cube))) return d * cube;
    }
  }

  /** Both shapes above 0. */
  beta(a: number, b: number): number {
    const hits = this.gamma(a);
    const misses = this.gamma(b);
    // Both may be too small to be told from 0.
    return hits + misses === 0 ? (a < b ? 0 : 1) : hits / (hits + misses);
  }
}

/** FNV-1a over the UTF-16 units, from a start of its own. */
function hash(text: string, start: number): number {
  let mixed = start | 0;
  for (let i = 0; i < text.length; i++) mixed = Math.imul(mixed ^ text.charCodeAt(i), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}
