import { cellOf } from './path-search.ts';

/** A node from which, or to which, one can go. */
export interface Reached {
  readonly node: number;
  /** In the direction of the flow. */
  readonly steps: readonly number[];
  /** What is newly hidden on it costs so much. */
  readonly cost: number;
}

/** So many ways between two hubs are tried before a search is made. */
const MOST_WAYS = 16;

/** Ways through hidden cells between hubs, nodes at which many cells stand, that were found once and may serve again. */
export class KnownWays {
  /** From hub to hub, the latest first. */
  readonly #ways = new Map<number, Map<number, readonly (readonly number[])[]>>();

  /** @param nodes the nodes on the path, one more than it has steps */
  remember(path: readonly number[], nodes: readonly number[], isHub: (node: number) => boolean): void {
    let last = -1;
    nodes.forEach((node, index) => {
      if (!isHub(node)) return;
      if (last >= 0) this.#keep(nodes[last] as number, node, path.slice(last, index));
      last = index;
    });
  }

  /**
   * The cheapest path put together of a beginning, an end and what is known between them; it passes no cell twice.
   * @param isOpen whether a step has room now
   * @returns null where nothing known serves
   */
  between(beginnings: readonly Reached[], ends: readonly Reached[], isOpen: (step: number) => boolean): readonly number[] | null {
    let best: Reached | null = null;
    for (const begin of this.#spread(beginnings, isOpen)) {
      for (const end of ends) {
        const cost = begin.cost + end.cost;
        if (begin.node !== end.node || cost >= (best?.cost ?? Infinity) || isCrossed(begin.steps, end.steps)) continue;
        best = { node: end.node, steps: [...begin.steps, ...end.steps], cost };
      }
    }
    return best?.steps ?? null;
  }

  /** From the beginnings on, by one known way after another. */
  #spread(beginnings: readonly Reached[], isOpen: (step: number) => boolean): readonly Reached[] {
    const waiting = beginnings.toSorted((a, b) => a.cost - b.cost);
    const reached = new Map<number, Reached>();
    for (const at of waiting) {
      if (reached.has(at.node)) continue;
      reached.set(at.node, at);
      for (const [node, ways] of this.#ways.get(at.node) ?? []) {
        if (reached.has(node)) continue;
        const way = ways.find((steps) => steps.every(isOpen) && !isCrossed(at.steps, steps));
        if (way === undefined) continue;
        const before = waiting.findLastIndex(({ cost }) => cost <= at.cost);
        waiting.splice(before + 1, 0, { node, steps: [...at.steps, ...way], cost: at.cost });
      }
    }
    return [...reached.values()];
  }

  #keep(from: number, to: number, way: readonly number[]): void {
    const ways = this.#ways.get(from) ?? new Map<number, readonly (readonly number[])[]>();
    ways.set(to, [way, ...(ways.get(to) ?? [])].slice(0, MOST_WAYS));
    this.#ways.set(from, ways);
  }
}

/** Whether two parts of a path pass the same cell. */
function isCrossed(first: readonly number[], second: readonly number[]): boolean {
  return first.some((step) => second.some((other) => cellOf(step) === cellOf(other)));
}
