import { type ListedApplication, type ResolveName, listedItems } from '../classify/application-list.ts';
import type { FoundItem } from '../classify/item.ts';
import { byCodePoints } from '../core/text.ts';

/** The items of each line of a list, every item under one name: the commonest that the list has for it. */
export function itemsOfList(list: readonly ListedApplication[], resolve: ResolveName): readonly (readonly FoundItem[])[] {
  const known = new Map<string, readonly FoundItem[]>();
  const lines = list.map((line) => {
    const texts = `${line.code}\n${line.name}`;
    let items = known.get(texts);
    if (items === undefined) known.set(texts, (items = listedItems(line, resolve)));
    return items;
  });
  const names = commonestNames(lines);
  const named = new Map([...new Set(lines)].map((items) => [items, items.map((item) => ({ ...item, name: names.get(keyOf(item)) ?? '' }))]));
  return lines.map((items) => named.get(items) ?? items);
}

function commonestNames(lines: readonly (readonly FoundItem[])[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const item of lines.flat()) {
    if (item.name === '') continue;
    const names = counts.get(keyOf(item)) ?? new Map<string, number>();
    counts.set(keyOf(item), names.set(item.name, (names.get(item.name) ?? 0) + 1));
  }
  const order = ([a, times]: [string, number], [b, others]: [string, number]): number => others - times || byCodePoints(a, b);
  return new Map([...counts].map(([key, names]) => [key, [...names].toSorted(order)[0]?.[0] ?? '']));
}

function keyOf({ kind, code }: FoundItem): string {
  return `${kind}:${code}`;
}
