/** A function of two numbers. */
export type Surface = (x: number, y: number) => number;

interface Corner {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

const MOST_ROUNDS = 200;

/**
 * The lowest place of a surface near a start: Nelder and Mead, Computer Journal 7 (1965) 308–313, until the corners'
 * values differ by less than `tolerance`.
 * @param step how far the first corners stand from the start
 */
export function minimise(surface: Surface, [x0, y0]: readonly [number, number], step: number, tolerance: number): readonly [number, number] {
  const corner = (x: number, y: number): Corner => ({ x, y, value: surface(x, y) });
  const corners = [corner(x0, y0), corner(x0 + step, y0), corner(x0, y0 + step)];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    corners.sort((a, b) => a.value - b.value);
    const [best, middle, worst] = corners as [Corner, Corner, Corner];
    if (worst.value - best.value < tolerance) break;
    const centre = { x: (best.x + middle.x) / 2, y: (best.y + middle.y) / 2 };
    const along = (times: number): Corner => corner(centre.x + times * (worst.x - centre.x), centre.y + times * (worst.y - centre.y));
    const reflected = along(-1);
    let better = reflected;
    if (reflected.value < best.value) {
      const expanded = along(-2);
      if (expanded.value < reflected.value) better = expanded;
    } else if (reflected.value >= middle.value) {
      better = along(reflected.value < worst.value ? -0.5 : 0.5);
    }
    if (better.value < worst.value) corners[2] = better;
    else for (const at of [1, 2]) corners[at] = corner((best.x + (corners[at] as Corner).x) / 2, (best.y + (corners[at] as Corner).y) / 2);
  }
  corners.sort((a, b) => a.value - b.value);
  const [{ x, y }] = corners as [Corner];
  return [x, y];
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The lowest place of a function with one valley between two ends, to within `width`: golden section. */
export function minimiseBetween(curve: (x: number) => number, from: number, to: number, width: number): number {
  let [low, high] = [from, to];
  let left = high - GOLDEN * (high - low);
  let right = low + GOLDEN * (high - low);
  let [atLeft, atRight] = [curve(left), curve(right)];
  while (high - low > width) {
    if (atLeft <= atRight) {
      high = right;
      [right, atRight] = [left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = curve(left);
    } else {
      low = left;
      [left, atLeft] = [right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = curve(right);
    }
  }
  return (low + high) / 2;
}
