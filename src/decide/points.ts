import exp from '@stdlib/math-base-special-exp';

/** What was seen of a line's points: weighted count, mean and squared deviations of their logarithms. */
export interface SeenPoints {
  readonly count: number;
  /** 0 where none was seen. */
  readonly logMean: number;
  /** Weighted sum of squared deviations from `logMean`. */
  readonly squares: number;
}

/** How logarithms of points spread: around each line's own mean, and these means around that of all. */
export interface PointsPrior {
  readonly mean: number;
  readonly between: number;
  readonly within: number;
}

/** What is known of a line's mean logarithm: normal with this mean and variance; `within` as in the prior. */
export interface PointsPosterior {
  readonly mean: number;
  readonly variance: number;
  readonly within: number;
}

const MOST_ROUNDS = 400;
const LEAST_VARIANCE = 1e-6;
const ENOUGH = 1e-7;

/**
 * Normal means between lines with one variance within them, by maximum marginal likelihood; found by expectation and
 * maximisation (Dempster, Laird and Rubin, J. R. Stat. Soc. B 39 (1977) 1–38).
 * @returns null where no points were seen
 */
export function fitPoints(lines: readonly SeenPoints[]): PointsPrior | null {
  const seen = lines.filter(({ count }) => count > 0);
  const count = seen.reduce((sum, each) => sum + each.count, 0);
  if (count === 0) return null;
  let mean = seen.reduce((sum, each) => sum + each.logMean, 0) / seen.length;
  let within = Math.max(LEAST_VARIANCE, seen.reduce((sum, each) => sum + each.squares, 0) / count || 0.5);
  let between = Math.max(LEAST_VARIANCE, seen.reduce((sum, each) => sum + squared(each.logMean - mean), 0) / seen.length || 0.5);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let [means, spread, inside] = [0, 0, 0];
    for (const each of seen) {
      const known = knownPoints({ mean, between, within }, each);
      means += known.mean;
      spread += squared(known.mean - mean) + known.variance;
      inside += each.squares + each.count * (squared(each.logMean - known.mean) + known.variance);
    }
    const next = means / seen.length;
    const nextBetween = Math.max(LEAST_VARIANCE, spread / seen.length - squared(next - mean));
    const nextWithin = Math.max(LEAST_VARIANCE, inside / count);
    const change = Math.abs(next - mean) + Math.abs(nextBetween - between) + Math.abs(nextWithin - within);
    [mean, between, within] = [next, nextBetween, nextWithin];
    if (change < ENOUGH) break;
  }
  return { mean, between, within };
}

export function knownPoints({ mean, between, within }: PointsPrior, seen: SeenPoints): PointsPosterior {
  const variance = 1 / (seen.count / within + 1 / between);
  return { mean: variance * ((seen.count * seen.logMean) / within + mean / between), variance, within };
}

/** The mean on the points scale: of a log-normal within the line, over what is not known of its mean. */
export function meanPoints({ mean, variance, within }: PointsPosterior): number {
  return exp(mean + (variance + within) / 2);
}

/** Powers may differ between engines in their last bit; products do not. */
function squared(value: number): number {
  return value * value;
}
