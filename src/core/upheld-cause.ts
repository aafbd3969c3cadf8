/**
 * Why an application was upheld (原審要因): a formal fault of the application says nothing against its item, a medical
 * judgement does. A cause's code in the engine is its place here, from 1; 0 stands for a record that was not upheld.
 */
export const UPHELD_CAUSES = ['formal', 'medical', 'unclassified'] as const;

export type UpheldCause = (typeof UPHELD_CAUSES)[number];

/** 1 to 3. */
export function causeCode(cause: UpheldCause): number {
  return UPHELD_CAUSES.indexOf(cause) + 1;
}
