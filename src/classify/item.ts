/** The kinds of what an application is about (項目), as they stand in files. */
export const ITEM_KINDS = ['診療行為', '医薬品', '特定器材', 'その他'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What tells an item from all others. */
export interface ItemIdentity {
  readonly kind: ItemKind;
  /** Nine digits; for a group the code of what its members share; for その他 the comparable form of the name. */
  readonly code: string;
}

/** An item found in a text. */
export interface FoundItem extends ItemIdentity {
  /** The name that stood in the text, or the master's; empty where there is none. */
  readonly name: string;
}

/** The key of an item, as scopes and links name it. */
export function itemKey({ kind, code }: ItemIdentity): string {
  return `${kind}:${code}`;
}

/** How far items are rolled up: products and procedures; generics and sections; classes and sections. */
export const ITEM_LEVELS = ['product', 'generic', 'class'] as const;
export type ItemLevel = (typeof ITEM_LEVELS)[number];
