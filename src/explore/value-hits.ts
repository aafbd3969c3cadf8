/** In how many different values of a column a text was found. */
export interface ValueHits {
  readonly column: string;
  readonly values: number;
}
