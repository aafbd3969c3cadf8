import { type Join, MATCHED } from './applications-joined.ts';
import { FIELD } from '../layout/kept.ts';
import type { Classified } from './classified.ts';
import type { RecordStore } from './record-store.ts';

/**
 * What did not find its other side, and what is excluded: lines of the list without a loaded application, loaded
 * applications that no line names, loaded applications of excluded claims, excluded keys without one.
 */
export const LIST_SIDES = ['unmatched_lines', 'unlisted', 'excluded', 'unmatched_keys'] as const;
export type ListSide = (typeof LIST_SIDES)[number];

/** One line of a side. What a side does not know is empty. */
export interface SideRow {
  /** Where it stands: in the list, or for an application its first record. */
  readonly file: string;
  readonly line: number;
  readonly key: string;
  /** yyyymm; 0 where blank. */
  readonly month: number;
  readonly code: string;
  readonly name: string;
  readonly checkType: string;
  readonly points: number | null;
  /** Why a line of the list was not joined. */
  readonly join: Join | null;
  /** Loaded records of an application. */
  readonly records: number;
}

/** A page of a side. */
export interface SidePage {
  /** Lines of the whole side. */
  readonly all: number;
  readonly rows: readonly SideRow[];
}

const NOTHING = { month: 0, code: '', name: '', checkType: '', points: null, join: null, records: 0 };

/** Lines of a side: those of lists in their order, applications in load order. */
export function rowsOfSide(side: ListSide, store: RecordStore, classified: Classified, { start, size }: { start: number; size: number }): SidePage {
  const rows = allRows(side, store, classified);
  return { all: rows.length, rows: rows.slice(start, start + size) };
}

function allRows(side: ListSide, store: RecordStore, { facts, joined }: Classified): readonly SideRow[] {
  const { lists, applications, exclusions } = joined;
  switch (side) {
    case 'unmatched_lines': {
      const rows = (applications?.list ?? []).map((line, place) => ({ ...line, join: applications?.join[place] ?? null, file: lists.applications?.name ?? '', records: 0 }));
      return rows.filter(({ join }) => join !== null && !MATCHED.includes(join));
    }
    case 'unlisted':
      return applications === null ? [] : applicationRows(store, facts, (application) => !applications.linesOf.has(application));
    case 'excluded':
      return applicationRows(store, facts, (application) => exclusions?.applications.has(application) === true);
    case 'unmatched_keys':
      return (exclusions?.unmatched ?? []).map((claim) => ({ ...NOTHING, ...claim, file: lists.exclusions?.name ?? '' }));
  }
}

function applicationRows(store: RecordStore, facts: Classified['facts'], isWanted: (application: number) => boolean): readonly SideRow[] {
  const keys = store.column(FIELD.claimKey);
  const first = new Int32Array(facts.applications).fill(-1);
  const records = new Int32Array(facts.applications);
  for (let i = 0; i < facts.size; i++) {
    const application = facts.application[i] as number;
    records[application] = (records[application] as number) + 1;
    if (first[application] === -1) first[application] = i;
  }
  const wanted = [...first].flatMap((place, application) => (isWanted(application) ? [{ place, application }] : []));
  return wanted
    .toSorted((a, b) => a.place - b.place)
    .map(({ place, application }) => {
      const row = facts.record[place] as number;
      return {
        ...NOTHING,
        file: store.fileOf(row).facts.name,
        line: store.line[row] as number,
        key: keys.text(keys.codes[row] as number),
        month: facts.requestMonth[place] as number,
        records: records[application] as number,
      };
    });
}
