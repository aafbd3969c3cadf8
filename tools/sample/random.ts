/** A seeded generator (sfc32). Only IEEE arithmetic, so that a seed gives the same bytes on every machine. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d = 1;

  constructor(seed: string) {
    let mixed = 0x9e3779b9;
    const words: number[] = [];
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < seed.length; i++) mixed = Math.imul(mixed ^ seed.charCodeAt(i), 0x85ebca6b) ^ (mixed >>> 13);
      mixed = Math.imul(mixed ^ (mixed >>> 16), 0xc2b2ae35);
      words.push(mixed | 0);
    }
    [this.#a, this.#b, this.#c] = [words[0] ?? 0, words[1] ?? 0, words[2] ?? 0];
    for (let i = 0; i < 16; i++) this.next();
  }

  /** From 0 (included) to 1 (excluded). */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return at(list, this.below(list.length));
  }

  weighted<T>(choices: readonly (readonly [T, number])[]): T {
    let total = 0;
    for (const [, weight] of choices) total += weight;
    let left = this.next() * total;
    for (const [value, weight] of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    return at(choices, choices.length - 1)[0];
  }

  digits(length: number): string {
    let text = '';
    for (let i = 0; i < length; i++) text += String.fromCharCode(48 + this.below(10));
    return text;
  }

  logNormal(median: number, spread: number): number {
    let normal = -6;
    for (let i = 0; i < 12; i++) normal += this.next();
    return median * exponential(normal * spread);
  }

  shuffle<T>(list: T[]): T[] {
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const moved = at(list, i);
      list[i] = at(list, j);
      list[j] = moved;
    }
    return list;
  }
}

/** Index from 0, long tailed: the r-th is drawn in proportion to 1 / (r + 3). */
export function zipfSampler(count: number): (random: Random) => number {
  const cumulative = new Float64Array(count);
  let total = 0;
  for (let rank = 0; rank < count; rank++) {
    total += 1 / (rank + 3);
    cumulative[rank] = total;
  }
  return (random) => {
    const drawn = random.next() * total;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulative[middle] ?? total) > drawn) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

export function at<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new RangeError(`index ${index} of ${list.length}`);
  return list[index] as T;
}

/** Math.exp may differ in its last bit between engines; squaring does not. */
function exponential(x: number): number {
  let value = 1 + x / 1024;
  for (let i = 0; i < 10; i++) value *= value;
  return value;
}
