import { KnownWays, type Reached } from './known-ways.ts';
import { PathSearch, cellOf, isForward, stepThrough } from './path-search.ts';

/** A number of a table that adds up with others: flow from one sum to another. */
export interface Cell {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Known upper end of its values; Infinity where none is known. */
  readonly ceiling: number;
  /** What hiding it would cost beside others; an integer from 1. Infinity: it may not be hidden to protect another. */
  readonly cost: number;
}

/** At a sum of many numbers so many are looked at before all of them are. */
const FIRST_LOOK = 48;

/** Which cells a search may go through, in the order in which they are tried: what is hidden already costs nothing. */
const LOOKS = ['some hidden', 'some', 'all'] as const;
type Look = (typeof LOOKS)[number];

/**
 * A table whose sums are published, as a network: sums are nodes at which what comes in goes out, numbers are arcs. A
 * hidden number can have any value that some circulation through hidden arcs gives it; so it is protected once such
 * circulations exist, and the numbers on the cheapest ones are hidden for its sake (secondary cell suppression; J. Kelly,
 * B. Golden, A. Assad, Networks 22 (1992) 397–417). A value of 0 is published and carries nothing.
 */
export class SuppressionNetwork {
  readonly #cells: Cell[] = [];
  readonly #isHidden: boolean[] = [];
  /** Cells at each node but those of value 0, ascending; a cell stands at both its ends. */
  readonly #at: number[][] = [];
  readonly #hiddenAt: number[][] = [];
  /** What the search under way has moved, by cell. */
  readonly #flow: number[] = [];
  #search: PathSearch | null = null;
  /** Searching from scratch for each of thousands of cells would take minutes; what protected one protects many others. */
  readonly #known = new KnownWays();

  addNode(): number {
    this.#hiddenAt.push([]);
    return this.#at.push([]) - 1;
  }

  addCell(cell: Cell): number {
    const number = this.#cells.push(cell) - 1;
    this.#isHidden.push(false);
    this.#flow.push(0);
    if (cell.value > 0) for (const node of [cell.from, cell.to]) this.#at[node]?.push(number);
    return number;
  }

  hide(cell: number): void {
    const { from, to, value } = this.#cells[cell] as Cell;
    if (this.isHidden(cell)) return;
    this.#isHidden[cell] = true;
    if (value > 0) for (const node of [from, to]) this.#hiddenAt[node]?.push(cell);
  }

  isHidden(cell: number): boolean {
    return this.#isHidden[cell] === true;
  }

  /**
   * Hides what is needed so that the cell's value could be lower by `down` and higher by `up`.
   * @param closed cells that may not take part, though they are hidden
   * @returns false where the table has no such possibility
   */
  protect(cell: number, down: number, up: number, closed: ReadonlySet<number>): boolean {
    const { from, to } = this.#cells[cell] as Cell;
    this.hide(cell);
    return this.#route(to, from, up, cell, closed) && this.#route(from, to, down, cell, closed);
  }

  /** Finds room for an amount from one node to another beside the cell; what it passes becomes hidden. */
  #route(from: number, to: number, amount: number, beside: number, closed: ReadonlySet<number>): boolean {
    const touched: number[] = [];
    let left = amount;
    while (left > 0) {
      const path = this.#cheapest(from, to, beside, closed, left);
      if (path === null) break;
      const room = Math.min(left, ...path.map((step) => this.#room(cellOf(step), isForward(step))));
      for (const step of path) {
        const cell = cellOf(step);
        this.hide(cell);
        this.#flow[cell] = (this.#flow[cell] as number) + (isForward(step) ? room : -room);
        touched.push(cell);
      }
      left -= room;
    }
    for (const cell of touched) this.#flow[cell] = 0;
    return left <= 0;
  }

  #room(cell: number, forward: boolean): number {
    const { value, ceiling } = this.#cells[cell] as Cell;
    const now = value + (this.#flow[cell] as number);
    return forward ? ceiling - now : now;
  }

  /** One way with room for everything hides the least; else it is put together from narrower ones. */
  #cheapest(from: number, to: number, beside: number, closed: ReadonlySet<number>, amount: number): readonly number[] | null {
    const widest = Math.min(amount, this.#widest(from, beside, closed, false), this.#widest(to, beside, closed, true));
    if (widest <= 0) return null;
    const known = this.#byKnownWay(from, to, beside, closed, widest);
    if (known !== null) return known;
    for (const look of LOOKS) {
      const path = this.#path(from, to, beside, closed, widest, look);
      if (path === null) continue;
      this.#known.remember(path, this.#nodesOn(path, from), (node) => this.#isHub(node));
      return path;
    }
    return this.#path(from, to, beside, closed, Number.MIN_VALUE, 'all');
  }

  /** A path that newly hides cells at its ends only: between sums of many numbers it takes a way that served before. */
  #byKnownWay(from: number, to: number, beside: number, closed: ReadonlySet<number>, needed: number): readonly number[] | null {
    const isOpen = (step: number): boolean => {
      const cell = cellOf(step);
      return cell !== beside && !closed.has(cell) && this.#room(cell, isForward(step)) >= needed;
    };
    return this.#known.between(this.#near(from, false, isOpen), this.#near(to, true, isOpen), isOpen);
  }

  /** The cheapest ways from a node to the hubs around, or from these to it, past no other hub; a hub is its own. */
  #near(node: number, isBackward: boolean, isOpen: (step: number) => boolean): readonly Reached[] {
    const reached = new Map<number, Reached>([[node, { node, steps: [], cost: 0 }]]);
    const waiting = [node];
    for (const at of waiting) {
      const { steps, cost: soFar } = reached.get(at) as Reached;
      if (this.#isHub(at)) continue;
      for (const cell of this.#at[at] as number[]) {
        const { from: tail, to: head, cost } = this.#cells[cell] as Cell;
        const next = tail === at ? head : tail;
        const step = stepThrough(cell, (isBackward ? head : tail) === at);
        const sum = soFar + (this.#isHidden[cell] === true ? 0 : cost);
        if (sum === Infinity || sum >= (reached.get(next)?.cost ?? Infinity) || !isOpen(step)) continue;
        reached.set(next, { node: next, steps: isBackward ? [step, ...steps] : [...steps, step], cost: sum });
        waiting.push(next);
      }
    }
    return [...reached.values()];
  }

  #isHub(node: number): boolean {
    return (this.#at[node] as number[]).length > FIRST_LOOK;
  }

  #nodesOn(path: readonly number[], from: number): readonly number[] {
    const nodes = [from];
    for (const step of path) {
      const { from: tail, to: head } = this.#cells[cellOf(step)] as Cell;
      nodes.push(isForward(step) ? head : tail);
    }
    return nodes;
  }

  /** The most that can leave a node, or enter it, through one cell; not looked for where many stand. */
  #widest(node: number, beside: number, closed: ReadonlySet<number>, isEntered: boolean): number {
    const cells = this.#at[node] as number[];
    if (cells.length > FIRST_LOOK) return Infinity;
    const rooms = cells.map((cell) => {
      const { from, to, cost } = this.#cells[cell] as Cell;
      const isOpen = cell !== beside && !closed.has(cell) && (cost !== Infinity || this.isHidden(cell));
      return isOpen ? this.#room(cell, (isEntered ? to : from) === node) : 0;
    });
    return Math.max(0, ...rooms);
  }

  /**
   * The path over which the fewest and smallest cells are newly hidden. It is sought from the end at which fewer cells
   * stand, so that the other's need not all be looked at.
   * @param needed room that each cell on it has
   * @returns its steps in the direction of the flow; null where there is none
   */
  #path(from: number, to: number, beside: number, closed: ReadonlySet<number>, needed: number, look: Look): number[] | null {
    const search = this.#search ?? this.#prepare();
    const isBackward = (this.#at[from]?.length ?? 0) > (this.#at[to]?.length ?? 0);
    const [start, end] = isBackward ? [to, from] : [from, to];
    search.begin(start);
    for (let node = search.next(); node !== -1; node = search.next()) {
      if (node === end) return isBackward ? search.stepsTo(end, start) : search.stepsTo(end, start).toReversed();
      for (const cell of this.#around(node, look, needed)) {
        const { from: tail, to: head, cost } = this.#cells[cell] as Cell;
        if (cell === beside) continue;
        const forward = (isBackward ? head : tail) === node;
        const added = this.#isHidden[cell] === true ? 0 : cost;
        if (added === Infinity || this.#room(cell, forward) < needed || closed.has(cell)) continue;
        search.reach(tail === node ? head : tail, node, added, stepThrough(cell, forward));
      }
    }
    return null;
  }

  #around(node: number, look: Look, needed: number): readonly number[] {
    const [all, hidden] = [this.#at[node] as number[], this.#hiddenAt[node] as number[]];
    if (look === 'all') return all;
    const latest = hidden.length > FIRST_LOOK ? hidden.slice(-FIRST_LOOK) : hidden;
    return look === 'some hidden' ? latest : all.length <= FIRST_LOOK ? all : [...latest, ...this.#largeEnough(all, needed)];
  }

  /** The smallest cells with room. */
  #largeEnough(ascending: readonly number[], needed: number): number[] {
    let [low, high] = [0, ascending.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#cells[ascending[middle] as number] as Cell).value < needed) low = middle + 1;
      else high = middle;
    }
    return ascending.slice(low, low + 2 * FIRST_LOOK);
  }

  #prepare(): PathSearch {
    for (const cells of this.#at) cells.sort((a, b) => (this.#cells[a] as Cell).value - (this.#cells[b] as Cell).value);
    this.#search = new PathSearch(this.#at.length);
    return this.#search;
  }
}
