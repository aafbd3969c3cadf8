/**
 * The results of an application, in the order in which they decide when its records differ
 * (METRICS: the first that any of its records has). A result's code in the engine is its place here, from 1.
 */
export const REVIEW_RESULTS = [
  'reduced',
  'returned',
  'upheld',
  'withdrawn',
  'out_of_scope',
  'unclassified',
  'pending',
] as const;

export type ReviewResult = (typeof REVIEW_RESULTS)[number];

/** 査定, 返戻 and 原審: the results that make an application decided (結果判明). */
export const DECIDED: readonly ReviewResult[] = ['reduced', 'returned', 'upheld'];

/** 1 to 7. */
export function resultCode(result: ReviewResult): number {
  return REVIEW_RESULTS.indexOf(result) + 1;
}
