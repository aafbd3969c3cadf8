import type { CheckedRecord } from './check-rows';
import { checkTypeOf, type Outcome, outcomeOf } from './classify';
import { byCodePoints } from './code-points';
import { ITEM_FIELDS, mentionsIn, type Mention } from './find-items';
import { NOTHING_OWN, type OwnReading, ownHits, ruledMentions } from './own-reading';
import { joinList, namesOfList, waitingRecords, type Claim, type ListLine, type OwnLists } from './own-lists';
import type { SourceFile } from './import-record';
import type { OracleItem, OracleRecord } from './oracle';
import { readAmount, readMonth } from './read-values';
import type { StandingRecord } from './reconcile';

function itemKey(mention: Mention): string {
  return `${mention.kind} ${mention.code}`;
}

/** For each item the commonest name that stands with it. */
function chooseNames(mentions: readonly Mention[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const mention of mentions) {
    if (mention.name === '' || mention.basis === '一覧') continue;
    const names = counts.get(itemKey(mention)) ?? new Map<string, number>();
    names.set(mention.name, (names.get(mention.name) ?? 0) + 1);
    counts.set(itemKey(mention), names);
  }
  const chosen = new Map<string, string>();
  for (const [key, names] of counts) {
    const [first] = [...names].sort((a, b) => (a[1] !== b[1] ? b[1] - a[1] : byCodePoints(a[0], b[0])));
    if (first) chosen.set(key, first[0]);
  }
  return chosen;
}

export function itemsOf(mentions: readonly Mention[], names: ReadonlyMap<string, string>): OracleItem[] {
  const items = new Map<string, OracleItem>();
  for (const mention of mentions) {
    const key = itemKey(mention);
    if (items.has(key)) continue;
    items.set(key, { kind: mention.kind, code: mention.code, name: names.get(key) ?? '', basis: mention.basis });
  }
  return [...items.values()];
}

function applicationOf(record: CheckedRecord, file: number): string {
  const key = record.text(1);
  const claim = key !== '' ? ['key', key] : ['own', file, record.headLine];
  return JSON.stringify([...claim, readMonth(record.text(192))]);
}

export function loadedRecords(
  loaded: readonly StandingRecord[],
  sources: readonly SourceFile[],
  list: OwnLists['applications'],
  own: OwnReading = NOTHING_OWN,
): { records: OracleRecord[]; lines: readonly ListLine[]; waiting: OracleRecord[]; claims: readonly Claim[] } {
  const claims = loaded.map(({ file, record }): Claim => ({
    applicationId: applicationOf(record, file),
    key: record.text(1),
    requestMonth: readMonth(record.text(192)),
    feeTable: record.text(3),
  }));
  const lines = list === undefined ? [] : joinList(list, claims, own);
  const given = (id: string): Mention[] => lines.filter((line) => line.applications.has(id)).flatMap((line) => line.mentions);
  const mentions = loaded.map(({ record }, at) => mentionsIn(ITEM_FIELDS.map(record.text), ruledMentions(own, record.text), given(claims[at]?.applicationId ?? ''), own.names !== null));
  const names = new Map([...namesOfList(lines), ...chooseNames(mentions.flat()), ...(own.names ?? [])]);
  const records = loaded.map(({ file, record }, at): OracleRecord => {
    return {
      file: sources[file]?.name ?? '',
      line: record.line,
      applicationId: applicationOf(record, file),
      key: record.text(1),
      requestMonth: readMonth(record.text(192)),
      resultMonth: readMonth(record.text(205)),
      outcome: (ownHits(own, '審査結果', record.text)[0]?.result as Outcome | undefined) ?? outcomeOf(record.text),
      checkType: ownHits(own, '点検区分', record.text)[0]?.result ?? checkTypeOf(record.text),
      items: itemsOf(mentions[at] ?? [], names),
      points: readAmount(record.text(148)),
      continued: record.continued,
    };
  });
  return { records, lines, claims, waiting: waitingRecords(lines, claims, (found) => itemsOf(found, names)) };
}
