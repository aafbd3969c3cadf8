import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import { type RequestKind, requestKind, requestName } from './request-kinds.ts';

export interface PageRequest {
  readonly kind: RequestKind;
  /** As {@link requestName} shows it. */
  readonly name: string;
}

/** A request that the Content-Security-Policy forbade. */
export interface Refusal {
  readonly address: string;
  readonly directive: string;
}

export interface RequestLog {
  /** Since the page was opened. */
  readonly since: Date;
  readonly requests: Accessor<readonly PageRequest[]>;
  readonly refusals: Accessor<readonly Refusal[]>;
  /** Takes up what the browser has noted but not told of yet. */
  refresh(): void;
}

/** What was blocked is an address, or a word such as `inline`, which asks for nothing. */
const ADDRESS = /^[a-z][a-z\d+.-]*:/iu;

const ENTRY_TYPES = ['navigation', 'resource'] as const;

/** What the browser noted of the page's requests; the observer goes on where the browser's own list is full. */
export function createRequestLog(): RequestLog {
  const [entries, setEntries] = createSignal<ReadonlyMap<string, PerformanceEntry>>(new Map());
  const [refusals, setRefusals] = createSignal<readonly Refusal[]>([]);

  function take(found: readonly PerformanceEntry[]): void {
    const unknown = found.filter((entry) => !entries().has(keyOf(entry)));
    if (unknown.length > 0) setEntries((before) => new Map([...before, ...unknown.map((entry) => [keyOf(entry), entry] as const)]));
  }
  function refuse(event: SecurityPolicyViolationEvent): void {
    if (event.disposition !== 'enforce' || !ADDRESS.test(event.blockedURI)) return;
    setRefusals((before) => [...before, { address: event.blockedURI, directive: event.effectiveDirective }]);
  }

  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  for (const type of ENTRY_TYPES) observer.observe({ type, buffered: true });
  document.addEventListener('securitypolicyviolation', refuse);
  onCleanup(() => {
    observer.disconnect();
    document.removeEventListener('securitypolicyviolation', refuse);
  });

  // A browser may note a request that it then refused; it never left.
  const requests = createMemo(() => {
    const refused = new Set(refusals().map(({ address }) => address));
    return [...entries().values()].filter(({ name }) => !refused.has(name)).map(toRequest);
  });
  return {
    since: new Date(performance.timeOrigin),
    requests,
    refusals,
    refresh: () => take(ENTRY_TYPES.flatMap((type) => performance.getEntriesByType(type))),
  };
}

function keyOf(entry: PerformanceEntry): string {
  return `${entry.startTime} ${entry.name}`;
}

function toRequest(entry: PerformanceEntry): PageRequest {
  const kind = entry.entryType === 'navigation' ? 'page' : requestKind(entry.name, document.baseURI);
  return { kind, name: requestName(entry.name, kind, document.baseURI) };
}
