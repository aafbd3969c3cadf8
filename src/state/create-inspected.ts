import { type Accessor, createSignal } from 'solid-js';
import type { InspectedClaims } from '../report/table-files.ts';

/** 点検件数 as typed in, by month; kept in memory only. */
export interface InspectedState {
  readonly claims: Accessor<InspectedClaims>;
  /** @param claims null takes the month's figure away */
  set(month: number, claims: number | null): void;
  clear(): void;
}

export function createInspected(): InspectedState {
  const [claims, setClaims] = createSignal<InspectedClaims>(new Map());
  return {
    claims,
    set(month, count) {
      const next = new Map(claims());
      if (count === null) next.delete(month);
      else next.set(month, count);
      setClaims(next);
    },
    clear: () => setClaims(new Map()),
  };
}
