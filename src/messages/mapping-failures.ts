import type { Failure } from '../core/failure.ts';
import type { MasterFailureCode } from '../core/master-failure.ts';

const UNCHANGED = 'マスターは読み込んでいません。直前の状態のままです。';

/** Why a master was refused, where, and what to do. */
export const MASTER_FAILURES: Readonly<Record<MasterFailureCode, (facts: Failure['facts']) => string>> = {
  master_empty: () => `行がありません。${UNCHANGED}`,
  master_quote: ({ line }) => `${String(line)} 行目の引用符（"）の対応が取れません。${UNCHANGED}`,
  master_columns: ({ line, columns, expected }) =>
    `${String(line)} 行目は ${String(columns)} 列しかありません（このマスターは ${String(expected)} 列以上）。途中で切れていないか確かめてください。${UNCHANGED}`,
  master_no_code: ({ line }) => `選んだ列に 9 桁のコードと名称のある行がありません（${String(line)} 行目から）。列を選び直してください。${UNCHANGED}`,
  master_claims: () => `列が多く、レセプトのデータのようです。マスターとしては読みません。${UNCHANGED}`,
  master_layout: () => `支払基金の医科診療行為・医薬品・特定器材マスターの様式ではありません。コードと名称の列を選んでください。${UNCHANGED}`,
};
