/** What the city and the contractor agreed on: when a line is proposed for exclusion. Shares and probabilities are 0 to 1. */
export interface Policy {
  /** Rule A: medical 原審 above this chance … */
  readonly threshold: number;
  /** … with at least this probability … */
  readonly thresholdCertainty: number;
  /** … and at least so many decided applications. */
  readonly fewestDecided: number;
  /** Rule B: the probability of bringing less than what stays, from which a line is taken out. */
  readonly certainty: number;
  /** At most this share of all slots is freed by rule B. */
  readonly maxFreed: number;
  /** A line stays for certain where the probability of bringing less is below this. */
  readonly keepBelow: number;
  /** In months; null where all months weigh alike. */
  readonly halfLife: number | null;
}

/** As DECIDE names them. */
export const DEFAULT_POLICY: Policy = {
  threshold: 0.7,
  thresholdCertainty: 0.9,
  fewestDecided: 10,
  certainty: 0.6,
  maxFreed: 0.15,
  keepBelow: 0.2,
  halfLife: null,
};

/** The raw rule the backtest compares with: a plain 原審率 above this, over at least so many decided. */
export const NAIVE = { threshold: 0.7, fewestDecided: 10 } as const;
