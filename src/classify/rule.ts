import { ITEM_KINDS } from './item.ts';

/** What a rule decides. */
export const TARGETS = ['審査結果', '点検区分', '項目', '原審要因'] as const;
export type Target = (typeof TARGETS)[number];

export const MATCHES = ['一致', '含む', '前方一致', '正規表現', '空でない', '空', '常に'] as const;
export type Match = (typeof MATCHES)[number];

/** The results a target knows; null where any name will do. */
export const RESULTS: Readonly<Record<Target, readonly string[] | null>> = {
  審査結果: ['査定', '返戻', '原審', '取下げ', '対象外', '未決'],
  点検区分: null,
  項目: ITEM_KINDS,
  原審要因: ['形式', '医学'],
};

/** One line of a 対応表. */
export interface Rule {
  readonly target: Target;
  /** Field numbers: any of them, for 空 all of them; none for 常に. */
  readonly fields: readonly number[];
  readonly match: Match;
  /** As written; compared after NFKC, case folding and removal of spaces. */
  readonly value: string;
  readonly result: string;
  /** The item's code; empty for other targets. */
  readonly resultCode: string;
  /** The item's name; a remark for other targets. */
  readonly note: string;
}
