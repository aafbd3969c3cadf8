/** A cell passed on a path, and whether its value grows by it. */
export function stepThrough(cell: number, forward: boolean): number {
  return cell * 2 + (forward ? 1 : 0);
}

export function cellOf(step: number): number {
  return step >> 1;
}

export function isForward(step: number): boolean {
  return (step & 1) === 1;
}

/** Looks for the cheapest path in a graph whose costs are small integers; used again and again on the same nodes. */
export class PathSearch {
  readonly nodes: number;
  readonly #cost: Int32Array;
  readonly #before: Int32Array;
  readonly #step: Int32Array;
  /** In which search a node was reached, and in which it was settled. */
  readonly #reached: Int32Array;
  readonly #settled: Int32Array;
  #search = 0;
  /** Nodes that were reached, by cost. */
  readonly #waiting: number[][] = [];
  #lowest = 0;

  constructor(nodes: number) {
    this.nodes = nodes;
    this.#cost = new Int32Array(nodes);
    this.#before = new Int32Array(nodes);
    this.#step = new Int32Array(nodes);
    this.#reached = new Int32Array(nodes);
    this.#settled = new Int32Array(nodes);
  }

  begin(from: number): void {
    for (const nodes of this.#waiting) nodes.length = 0;
    this.#lowest = 0;
    this.#search++;
    this.#enter(from, 0);
  }

  /** Settles the cheapest node that was reached; -1 where none is left. */
  next(): number {
    for (; this.#lowest < this.#waiting.length; this.#lowest++) {
      const nodes = this.#waiting[this.#lowest] as number[];
      for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
        if (this.#settled[node] === this.#search) continue;
        this.#settled[node] = this.#search;
        return node;
      }
    }
    return -1;
  }

  /** Notes that a node can be had from a settled one for so much more. */
  reach(node: number, from: number, added: number, step: number): void {
    if (this.#settled[node] === this.#search) return;
    const cost = (this.#cost[from] as number) + added;
    if (this.#reached[node] === this.#search && cost >= (this.#cost[node] as number)) return;
    this.#before[node] = from;
    this.#step[node] = step;
    this.#enter(node, cost);
  }

  /** The steps of the path that was found, the last first. */
  stepsTo(to: number, from: number): number[] {
    const steps: number[] = [];
    for (let node = to; node !== from; node = this.#before[node] as number) steps.push(this.#step[node] as number);
    return steps;
  }

  #enter(node: number, cost: number): void {
    this.#reached[node] = this.#search;
    this.#cost[node] = cost;
    while (this.#waiting.length <= cost) this.#waiting.push([]);
    this.#waiting[cost]?.push(node);
  }
}
