import type { Failure } from '../core/failure.ts';
import type { MasterFailureCode, RuleFailureCode } from '../core/mapping-failure.ts';

const RULES_UNCHANGED = '対応表は読み込んでいません。直前の状態のままです。';
const UNCHANGED = 'マスターは読み込んでいません。直前の状態のままです。';

/** Why a master or a rule table was refused, where, and what to do. */
export const MAPPING_FAILURES: Readonly<Record<MasterFailureCode | RuleFailureCode, (facts: Failure['facts']) => string>> = {
  master_undecodable: ({ line }) => `${String(line)} 行目に文字として読めないバイトがあります。受け取ったままのファイルか確かめてください。${UNCHANGED}`,
  master_empty: () => `行がありません。${UNCHANGED}`,
  master_quote: ({ line }) => `${String(line)} 行目の引用符（"）の対応が取れません。${UNCHANGED}`,
  master_columns: ({ line, columns, expected }) =>
    `${String(line)} 行目は ${String(columns)} 列しかありません（このマスターは ${String(expected)} 列以上）。途中で切れていないか確かめてください。${UNCHANGED}`,
  master_no_code: ({ line }) => `選んだ列に 9 桁のコードと名称のある行がありません（${String(line)} 行目から）。列を選び直してください。${UNCHANGED}`,
  master_claims: () => `列が多く、レセプトのデータのようです。マスターとしては読みません。${UNCHANGED}`,
  master_layout: () => `支払基金の医科診療行為・医薬品・特定器材マスターの様式ではありません。コードと名称の列を選んでください。${UNCHANGED}`,
  rules_header: ({ found }) =>
    `1 行目が対応表の見出し（対象,項番,照合,値,結果,結果コード,備考）ではありません（「${String(found)}」）。${RULES_UNCHANGED}`,
  rules_columns: ({ line, columns }) => `${String(line)} 行目は ${String(columns)} 列あります。対応表は 7 列です。値にカンマがあれば引用符（"）で囲んでください。${RULES_UNCHANGED}`,
};
