import type { ListRoles } from '../classify/application-list-roles.ts';
import { type Outcome, done } from '../core/outcome.ts';
import type { Page } from '../metrics/members.ts';
import type { UserLists } from '../records/joined-lists.ts';
import { type ListSide, rowsOfSide } from '../records/list-sides.ts';
import type { Loaded } from '../records/loaded.ts';
import { recognisedItems } from '../records/recognised.ts';
import { registeredApplications } from '../records/registered-applications.ts';
import type { LoadedRecords } from './loaded-records.ts';
import { readApplications, readExclusions, readListHead } from './read-lists.ts';
import type { Turns } from './turns.ts';

/** Lists that are joined with the loaded records, and what was recognised in these. */
export function listCalls(records: LoadedRecords, turns: Turns) {
  function useLists(lists: Partial<UserLists>): Promise<Outcome<Loaded | null>> {
    return records.reclassify({ lists: { ...records.classification.lists, ...lists } });
  }

  return {
    listHead: (file: Blob) => turns.now(() => readListHead(file)),

    useApplications: (file: Blob | null, name: string, roles: ListRoles) =>
      turns.now(async () => {
        if (file === null) return useLists({ applications: null });
        const list = await readApplications(file, roles);
        return list.ok ? useLists({ applications: { name, list: list.value } }) : list;
      }),

    useExclusions: (file: Blob | null, name: string) =>
      turns.now(async () => {
        if (file === null) return useLists({ exclusions: null });
        const list = await readExclusions(file);
        return list.ok ? useLists({ exclusions: { name, list: list.value } }) : list;
      }),

    listSide: (side: ListSide, page: Page) =>
      turns.now(() => {
        const { visible } = records;
        return Promise.resolve(done(visible === null ? { all: 0, rows: [] } : rowsOfSide(side, visible.store, visible, page)));
      }),

    registered: () =>
      turns.now(() => {
        const { visible } = records;
        return Promise.resolve(done(visible === null ? null : registeredApplications(visible.joined, visible.store, visible.facts)));
      }),

    recognised: (page: Page) =>
      turns.now(() => {
        const { visible } = records;
        return Promise.resolve(done(visible === null ? { isLast: true, rows: [] } : recognisedItems(visible.store, visible.facts, page)));
      }),
  };
}
