import { isBlank } from './read-values';

export const OUTCOMES = ['査定', '返戻', '原審', '取下げ', '対象外', '未分類', '未決'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const UNCLASSIFIED = '未分類';

const OUTCOME_RULES: readonly (readonly [string, Outcome])[] = [
  ['原審', '原審'],
  ['査定', '査定'],
  ['減点', '査定'],
  ['返戻', '返戻'],
  ['取下', '取下げ'],
  ['取消', '取下げ'],
  ['対象外', '対象外'],
  ['審査不能', '対象外'],
  ['未決', '未決'],
  ['保留', '未決'],
];

const CHECK_TYPE_RULES: readonly (readonly [string, string])[] = [
  ['突合', '突合点検'],
  ['縦覧', '縦覧点検'],
  ['横覧', '横覧点検'],
  ['単月', '単月点検'],
];

type TextOf = (no: number) => string;

export function compared(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

export function outcomeOf(text: TextOf): Outcome {
  for (const no of [206, 207]) {
    const words = compared(text(no));
    const hit = OUTCOME_RULES.find(([word]) => words.includes(word));
    if (hit) return hit[1];
  }
  return [205, 206, 207].every((no) => isBlank(text(no))) ? '未決' : '未分類';
}

export function checkTypeOf(text: TextOf): string {
  const words = [193, 194, 195, 196].map((no) => compared(text(no)));
  for (const [word, checkType] of CHECK_TYPE_RULES) {
    if (words.some((said) => said.includes(word))) return checkType;
  }
  return [188, 189].some((no) => !isBlank(text(no))) ? '突合点検' : UNCLASSIFIED;
}
