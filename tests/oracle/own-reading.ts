import { compared } from './classify';
import type { Mention } from './find-items';

/** A line of a user's table that looks for a word in fields (含む). */
export interface OwnRule {
  readonly target: '審査結果' | '点検区分' | '項目';
  readonly fields: readonly number[];
  readonly word: string;
  readonly result: string;
  readonly code?: string;
  readonly name?: string;
}

/** What a user gave for reading texts: rules before the shipped ones, and masters' names, none of which stands in a record's texts. */
export interface OwnReading {
  readonly rules: readonly OwnRule[];
  /** Names by `種類 コード`; null without masters. */
  readonly names: ReadonlyMap<string, string> | null;
}

export const NOTHING_OWN: OwnReading = { rules: [], names: null };

type TextOf = (no: number) => string;

export function ownHits({ rules }: OwnReading, target: OwnRule['target'], text: TextOf): readonly OwnRule[] {
  return rules.filter((rule) => rule.target === target && rule.fields.some((no) => compared(text(no)).includes(compared(rule.word))));
}

export function ruledMentions(own: OwnReading, text: TextOf): readonly Mention[] {
  return ownHits(own, '項目', text).map(({ result, code = '', name = '' }) => ({ kind: result, code, name, basis: '対応表' }));
}

/** The item that the masters call so. */
export function namedByMaster({ names }: OwnReading, name: string): Mention | null {
  const [key] = [...(names ?? [])].find(([, each]) => compared(each) === compared(name)) ?? [];
  if (key === undefined) return null;
  const [kind = '', code = ''] = key.split(' ');
  return { kind, code, name, basis: '一覧' };
}
