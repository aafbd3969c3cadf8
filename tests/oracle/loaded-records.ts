import type { CheckedRecord } from './check-rows';
import { checkTypeOf, outcomeOf } from './classify';
import { byCodePoints } from './code-points';
import { ITEM_FIELDS, mentionsIn, type Mention } from './find-items';
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
    if (mention.name === '') continue;
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

function itemsOf(mentions: readonly Mention[], names: ReadonlyMap<string, string>): OracleItem[] {
  const items = new Map<string, OracleItem>();
  for (const mention of mentions) {
    const key = itemKey(mention);
    items.set(key, { kind: mention.kind, code: mention.code, name: names.get(key) ?? '' });
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
): OracleRecord[] {
  const mentions = loaded.map(({ record }) => mentionsIn(ITEM_FIELDS.map(record.text)));
  const names = chooseNames(mentions.flat());
  return loaded.map(({ file, record }, at): OracleRecord => {
    return {
      file: sources[file]?.name ?? '',
      line: record.line,
      applicationId: applicationOf(record, file),
      key: record.text(1),
      requestMonth: readMonth(record.text(192)),
      resultMonth: readMonth(record.text(205)),
      outcome: outcomeOf(record.text),
      checkType: checkTypeOf(record.text),
      items: itemsOf(mentions[at] ?? [], names),
      points: readAmount(record.text(148)),
      continued: record.continued,
    };
  });
}
