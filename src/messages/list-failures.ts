import type { Failure } from '../core/failure.ts';
import type { ListFailureCode } from '../core/list-failure.ts';

const UNCHANGED = 'このファイルは使っていません。直前の状態のままです。';

const at = ({ line }: Failure['facts']): string => `${String(line)} 行目`;

/** Why a list of applications or of excluded claims was refused, where, and what to do. */
export const LIST_FAILURES: Readonly<Record<ListFailureCode, (facts: Failure['facts']) => string>> = {
  list_workbook: () => `Excel ブックか zip のようです。CSV（UTF-8 または Shift_JIS）で保存し直してください。${UNCHANGED}`,
  list_not_text: () => `文字のファイルではないようです。CSV を選んでください。${UNCHANGED}`,
  list_undecodable: (facts) => `${at(facts)}に文字として読めないバイトがあります。UTF-8 または Shift_JIS で保存し直してください。${UNCHANGED}`,
  list_empty: () => `見出しのほかに行がありません。${UNCHANGED}`,
  list_quote: (facts) => `${at(facts)}の引用符（"）の対応が取れません。${UNCHANGED}`,
  list_columns: ({ columns, expected, ...facts }) =>
    `${at(facts)}は ${String(columns)} 列で、見出しの ${String(expected)} 列と合いません。区切りのカンマや引用符を確かめてください。${UNCHANGED}`,
  list_headless: (facts) => `${at(facts)}が見出しではなくデータのようです。列の名前を書いた見出しの行を先頭に入れてください。${UNCHANGED}`,
  list_without_key: () => `レセプト全国共通キーの列が分かりません。列の役割でキーの列を選んでください。${UNCHANGED}`,
  list_key_damaged: (facts) =>
    `${at(facts)}のレセプト全国共通キーが指数の形（1.42E+19 など）になり、桁が失われています。Excel で開く前の元の CSV を選んでください。${UNCHANGED}`,
  list_month: ({ column, ...facts }) => `${at(facts)}の「${String(column)}」を年月として読めません。${UNCHANGED}`,
  list_points: ({ column, ...facts }) => `${at(facts)}の「${String(column)}」を点数として読めません。${UNCHANGED}`,
};
