// Runs in a measured page before the page's own scripts. It notes when things happen and changes nothing.

/** One call of the engine worker for a table. Times are milliseconds since the page's navigation. */
export interface TableCall {
  readonly args: readonly unknown[];
  readonly sent: number;
  /** NaN while it is not answered. */
  answered: number;
  answer: TableAnswer | null;
}

/** So much of an answer as is needed to tell it from a wrong one. */
export interface TableAnswer {
  readonly total: unknown;
  readonly lines: number;
  /** `kind:code` of the first line that has a code; empty in other tables. */
  readonly firstItem: string;
}

export interface ImportTimes {
  /** From the files being chosen to the screen being drawn. */
  readonly ms: number;
  /** The same until what is out of sight is drawn too. */
  readonly wholeMs: number;
  /**
   * Longest task of the page's thread until what is out of sight is drawn too; 0 where none took 50 ms. Of the task in which the
   * files are chosen what comes after: before, the browser makes a list of them, and the page knows of none.
   */
  readonly longestTask: number;
  /** What the header tells. */
  readonly applications: number;
}

/** What takes place from a file being chosen to the last change of the page that comes of it. */
export interface ChangeTimes {
  readonly ms: number;
  /** As that of {@link ImportTimes}. */
  readonly longestTask: number;
}

/** As it crosses the threads, see `src/metrics/packed-table.ts`. */
interface Table {
  readonly total: unknown;
  readonly lines: Int32Array;
  readonly kinds: readonly string[];
  readonly codes: readonly string[];
}

interface ComlinkCall {
  readonly id: string;
  readonly type: 'APPLY';
  readonly path: readonly string[];
  readonly argumentList: readonly { readonly value: unknown }[];
}

interface Task {
  readonly start: number;
  readonly end: number;
}

/** A page that has not changed for so long is drawn. */
const QUIET_MS = 500;

export class Probe {
  /** When the engine was ready; null before. */
  readyAt: number | null = null;
  readonly calls: TableCall[] = [];
  readonly #tasks: Task[] = [];
  readonly #taskObserver = new PerformanceObserver((list) => this.#noteTasks(list.getEntries()));
  readonly #heard = new WeakSet<Worker>();
  readonly #waiting = new Map<string, TableCall>();
  #engine: Worker | null = null;
  readonly #imported: Promise<ImportTimes>;

  constructor() {
    this.#taskObserver.observe({ type: 'longtask', buffered: true });
    this.#hearCalls();
    when(isReady, () => {
      this.readyAt = performance.now();
    });
    this.#imported = new Promise((resolve, reject) => {
      const chosen = (): void => {
        removeEventListener('change', chosen, true);
        this.#timeImport(performance.now()).then(resolve, reject);
      };
      addEventListener('change', chosen, true);
    });
  }

  /** The page's first import, once its tables are drawn. */
  importTimes(): Promise<ImportTimes> {
    return this.#imported;
  }

  /** Goes on where the page asks first whether to load more than it is sure to hold. */
  goOnWhenAsked(): void {
    const button = (): HTMLButtonElement | null => document.querySelector('[data-testid="memory-go-on"]');
    when(
      () => button() !== null,
      () => button()?.click(),
    );
  }

  /** Goes to a view that asks for tables, and waits until all it asked for is answered and drawn. */
  async visit(hash: string): Promise<void> {
    const before = this.calls.length;
    location.hash = hash;
    while (this.calls.length === before || this.#waiting.size > 0) await nextTask();
    await painted();
    await painted();
  }

  /** Asks the engine for a table as the page would, while the page does nothing. */
  async ask(args: readonly unknown[]): Promise<void> {
    const argumentList = args.map((value) => ({ type: 'RAW', value }));
    this.#engine?.postMessage({ id: crypto.randomUUID(), type: 'APPLY', path: ['table'], argumentList });
    while (this.#waiting.size > 0) await nextTask();
  }

  /**
   * Waits for the next file to be chosen, for a section to have dealt with it, and until nothing of the page has changed for a while.
   * @param section its test id; it counts in `data-finished` what it has dealt with
   */
  async nextChange(section: string): Promise<ChangeTimes> {
    const finished = (): string => document.querySelector(`[data-testid="${section}"]`)?.getAttribute('data-finished') ?? '';
    const before = finished();
    const begin = await new Promise<number>((resolve) => {
      addEventListener('change', () => resolve(performance.now()), { capture: true, once: true });
    });
    let drawnAt = begin;
    const observer = new MutationObserver(() => {
      drawnAt = performance.now();
      void painted().then(() => {
        drawnAt = performance.now();
      });
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    while (finished() === before || isBusy() || performance.now() - drawnAt < QUIET_MS) await new Promise((resolve) => setTimeout(resolve, 20));
    observer.disconnect();
    return { ms: drawnAt - begin, longestTask: this.#longestTask(begin, drawnAt) };
  }

  async #timeImport(chosenAt: number): Promise<ImportTimes> {
    await new Promise<void>((resolve) => when(isImportOver, resolve));
    await painted();
    const drawnAt = performance.now();
    const complaint = document.querySelector('[role="alert"]')?.textContent ?? '';
    if (complaint !== '') throw new Error(complaint);
    await new Promise<void>((resolve) => when(() => !isBusy(), resolve));
    await painted();
    const doneAt = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 100));
    return {
      ms: drawnAt - chosenAt,
      wholeMs: doneAt - chosenAt,
      longestTask: this.#longestTask(chosenAt, doneAt),
      applications: Number(applicationsTold().replaceAll(',', '')),
    };
  }

  #longestTask(from: number, to: number): number {
    this.#noteTasks(this.#taskObserver.takeRecords());
    const during = this.#tasks.filter((task) => task.end > from && task.start < to);
    return Math.max(0, ...during.map(({ start, end }) => end - Math.max(start, from)));
  }

  #noteTasks(entries: readonly PerformanceEntry[]): void {
    for (const { startTime, duration } of entries) this.#tasks.push({ start: startTime, end: startTime + duration });
  }

  #hearCalls(): void {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- the proxy hands the worker on
    const send = Worker.prototype.postMessage;
    Worker.prototype.postMessage = new Proxy(send, {
      apply: (target, worker: Worker, args: unknown[]) => {
        this.#sent(worker, args[0]);
        Reflect.apply(target, worker, args);
      },
    });
  }

  #sent(worker: Worker, message: unknown): void {
    if (!isTableCall(message)) return;
    this.#engine = worker;
    if (!this.#heard.has(worker)) {
      this.#heard.add(worker);
      // Capturing, so that an answer is noted before the page works on it.
      worker.addEventListener('message', (event: MessageEvent<unknown>) => this.#answered(event.data), { capture: true });
    }
    const call: TableCall = {
      args: message.argumentList.map(({ value }) => value),
      sent: performance.now(),
      answered: Number.NaN,
      answer: null,
    };
    this.calls.push(call);
    this.#waiting.set(message.id, call);
  }

  #answered(message: unknown): void {
    const answered = performance.now();
    const { id, value } = message as { id: string; value?: { ok: boolean; value?: Table } };
    const call = this.#waiting.get(id);
    if (call === undefined) return;
    this.#waiting.delete(id);
    call.answered = answered;
    call.answer = value?.value === undefined ? null : summary(value.value);
  }
}

function isTableCall(message: unknown): message is ComlinkCall {
  if (typeof message !== 'object' || message === null) return false;
  const { type, path } = message as Partial<ComlinkCall>;
  return (type as string | undefined) === 'APPLY' && path?.length === 1 && path[0] === 'table';
}

function summary({ total, lines, kinds, codes }: Table): TableAnswer {
  const first = codes.findIndex((code) => code !== '');
  return { total, lines: lines.length, firstItem: first < 0 ? '' : `${kinds[first] ?? ''}:${codes[first] ?? ''}` };
}

function isReady(): boolean {
  return document.querySelector('[data-testid="engine-state"][data-state="ready"]') !== null;
}

function applicationsTold(): string {
  return document.querySelector('[data-testid="applications-total"]')?.textContent ?? '';
}

/** All of the summary that is in sight is drawn, or the page says what went wrong. */
function isImportOver(): boolean {
  if (document.querySelector('[role="alert"]')?.textContent) return true;
  if (applicationsTold() === '' || document.querySelector('[data-testid="import-progress"]') !== null) return false;
  const frames = [...document.querySelectorAll('[data-testid^="month-table-"] .figures-frame')];
  return frames.length === 2 && frames.every((frame) => lacksNothingInSight(frame));
}

/** Rows that are not drawn yet have a row in their place that is empty. */
function lacksNothingInSight(frame: Element): boolean {
  const { top, bottom } = frame.getBoundingClientRect();
  return [...frame.querySelectorAll('.spacer')].every((spacer) => {
    const empty = spacer.getBoundingClientRect();
    return empty.top >= Math.min(bottom, innerHeight) || empty.bottom <= Math.max(top, 0);
  });
}

function isBusy(): boolean {
  return document.querySelector('[aria-busy="true"], [data-testid="import-progress"]') !== null;
}

/** Calls back once, as soon as the document is so. */
function when(isSo: () => boolean, then: () => void): void {
  if (isSo()) {
    then();
    return;
  }
  const observer = new MutationObserver(() => {
    if (!isSo()) return;
    observer.disconnect();
    then();
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

/** A frame was drawn with what the document holds now. */
async function painted(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await nextTask();
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

declare global {
  interface Window {
    probe: Probe;
  }
}

window.probe = new Probe();
