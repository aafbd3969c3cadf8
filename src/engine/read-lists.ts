import { type ListHead, type ListRoles, guessRoles } from '../classify/application-list-roles.ts';
import { type ListedApplication, readApplicationList } from '../classify/application-list.ts';
import { type ExcludedClaim, readExclusionList } from '../classify/exclusion-list.ts';
import { type ListTable, readListTable } from '../classify/list-table.ts';
import { type Outcome, done } from '../core/outcome.ts';
import { readListText } from '../files/read-list-text.ts';

/** The heads of a list of applications; refused where the file is no list at all. */
export async function readListHead(file: Blob): Promise<Outcome<ListHead>> {
  const table = await readTable(file);
  return table.ok ? done({ header: table.value.header, roles: guessRoles(table.value.header) }) : table;
}

export async function readApplications(file: Blob, roles: ListRoles): Promise<Outcome<readonly ListedApplication[]>> {
  const table = await readTable(file);
  return table.ok ? readApplicationList(table.value, roles) : table;
}

export async function readExclusions(file: Blob): Promise<Outcome<readonly ExcludedClaim[]>> {
  const text = await readListText(file);
  return text.ok ? readExclusionList(text.value) : text;
}

async function readTable(file: Blob): Promise<Outcome<ListTable>> {
  const text = await readListText(file);
  return text.ok ? readListTable(text.value) : text;
}
