import type { ItemKind } from './item.ts';

/** What stands above an item when items are rolled up. */
export interface ItemGroup {
  readonly code: string;
  readonly name: string;
}

/** One line of a master. Texts are as the master has them; empty where it has none. */
export interface MasterEntry {
  readonly kind: ItemKind;
  /** Nine digits. */
  readonly code: string;
  readonly name: string;
  readonly basicName: string;
  /** Half-width kana, cut by the master after twenty signs. */
  readonly kana: string;
  /** Drugs: generic code and name (一般名). */
  readonly generic: ItemGroup | null;
  /** Drugs: first four digits of the 薬価基準コード. */
  readonly drugClass: string;
  /** Procedures: letter, number and branch of the section (区分), as `D006-2`. */
  readonly section: string;
  /** Date of the last change, yyyymmdd. */
  readonly changed: string;
}

/** The official masters by their layout, and those read by chosen columns. */
export type MasterLayout = '医科診療行為' | '医薬品' | '特定器材' | '列の指定';

/** A master that was read. */
export interface Master {
  readonly layout: MasterLayout;
  readonly entries: readonly MasterEntry[];
  /** Lines left out because their code is none: how many, and the first one, 1-based. */
  readonly leftOut: { readonly count: number; readonly firstLine: number };
}

/** Where a master of another layout has its code and name, columns from 0, and what its items are. */
export interface MasterColumns {
  readonly kind: ItemKind;
  readonly code: number;
  readonly name: number;
}

/** The first cells of a master whose layout is not known, for choosing columns. */
export interface MasterPreview {
  readonly columns: number;
  readonly lines: readonly (readonly string[])[];
}
