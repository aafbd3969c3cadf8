import { type Figures, decided } from './figures.ts';
import { wilson } from './intervals.ts';
import type { Denominator } from './scope.ts';

/** A figure's value, exact as far as it can be; null where it has none. */
export type Value =
  | { readonly kind: 'count'; readonly count: number | null }
  /** numerator / denominator; no value over 0. */
  | { readonly kind: 'ratio'; readonly numerator: number; readonly denominator: number }
  /** A bound of an interval, 0 to 1. */
  | { readonly kind: 'bound'; readonly share: number | null }
  /** Points in hundredths; `isSplit` where they may not be whole. */
  | { readonly kind: 'points'; readonly hundredths: number | null; readonly isSplit: boolean };

/** What a figure of a line needs beside the line's own figures. */
export interface Surroundings {
  readonly total: Figures;
  readonly denominator: Denominator;
  /** Whether points of this line may be split between items. */
  readonly isSplit: boolean;
  /** 点検件数 of the line; null where it was not given. */
  readonly inspected: number | null;
}

/** One figure: the one place that says how it is computed and what it means. */
export interface Metric {
  /** Column head on the screen, in files and in the workbook. */
  readonly title: string;
  readonly unit: '件' | '割合' | '点';
  /** What it says, in plain words. */
  readonly meaning: string;
  /** When it is 0, and when it has no value. */
  readonly absent: string;
  value(figures: Figures, around: Surroundings): Value;
}

const NEVER_BLANK = '該当がなければ 0 です。';
const BLANK_OVER_NOTHING = '分母が 0 のときは値がありません（画面は「—」、ファイルは空欄）。';

function count(title: string, meaning: string, of: (figures: Figures) => number): Metric {
  return { title, unit: '件', meaning, absent: NEVER_BLANK, value: (figures) => ({ kind: 'count', count: of(figures) }) };
}

function points(title: string, meaning: string, of: (figures: Figures) => number): Metric {
  return {
    title,
    unit: '点',
    meaning,
    absent: NEVER_BLANK,
    value: (figures, { isSplit }) => ({ kind: 'points', hundredths: of(figures), isSplit }),
  };
}

/** D: what the rates are divided by. */
export function denominatorOf(figures: Figures, denominator: Denominator): number {
  return denominator === 'decided' ? decided(figures) : figures.applications;
}

function rate(title: string, of: (figures: Figures) => number): Metric {
  return {
    title,
    unit: '割合',
    meaning: `${title.slice(0, 2)}件数 ÷ 分母。分母は結果判明件数（切替で申出件数）。`,
    absent: BLANK_OVER_NOTHING,
    value: (figures, { denominator }) => ({
      kind: 'ratio',
      numerator: of(figures),
      denominator: denominatorOf(figures, denominator),
    }),
  };
}

function bound(title: string, side: 'lower' | 'upper', of: (figures: Figures) => number): Metric {
  return {
    title,
    unit: '割合',
    meaning: `${title.slice(0, 3)}の 95% 信頼区間（ウィルソンのスコア法）の${side === 'lower' ? '下限' : '上限'}。件数が少ないほど幅が広くなります。`,
    absent: BLANK_OVER_NOTHING,
    value: (figures, { denominator }) => ({
      kind: 'bound',
      share: wilson(of(figures), denominatorOf(figures, denominator))?.[side] ?? null,
    }),
  };
}

/** Every figure of the tables. The codes of results and their precedence stand in `definitions/figures.sql`. */
export const METRICS = {
  applications: count(
    '申出件数',
    'レセプト全国共通キーと依頼年月の組の数。1 件のレセプトに複数の項目やレコードがあっても 1 件と数えます。',
    (figures) => figures.applications,
  ),
  share: {
    title: '構成比',
    unit: '割合',
    meaning: 'この行の申出件数 ÷ 表全体の申出件数。1 件の申出が複数の行に入る表では、合計が 100% を超えます。',
    absent: BLANK_OVER_NOTHING,
    value: (figures, { total }) => ({
      kind: 'ratio',
      numerator: figures.applications,
      denominator: total.applications,
    }),
  },
  reduced: count('査定件数', '結果が査定（減点）となった申出。査定のレコードが 1 つでもあれば査定と数えます。', (figures) => figures.reduced),
  returned: count('返戻件数', '査定がなく、返戻のレコードがある申出。', (figures) => figures.returned),
  upheld: count('原審件数', '査定・返戻がなく、原審どおりのレコードがある申出。', (figures) => figures.upheld),
  withdrawn: count('取下件数', '査定・返戻・原審がなく、取下げのレコードがある申出。', (figures) => figures.withdrawn),
  outOfScope: count('対象外件数', '査定・返戻・原審・取下げがなく、審査対象外のレコードがある申出。', (figures) => figures.outOfScope),
  pending: count('未決件数', '結果がまだない申出。', (figures) => figures.pending),
  unclassified: count('未分類件数', '審査結果の文言を対応づけられなかった申出。', (figures) => figures.unclassified),
  decided: count('結果判明件数', '査定件数 + 返戻件数 + 原審件数。', decided),
  reducedRate: rate('査定率', (figures) => figures.reduced),
  reducedRateLower: bound('査定率下限', 'lower', (figures) => figures.reduced),
  reducedRateUpper: bound('査定率上限', 'upper', (figures) => figures.reduced),
  upheldRate: rate('原審率', (figures) => figures.upheld),
  upheldRateLower: bound('原審率下限', 'lower', (figures) => figures.upheld),
  upheldRateUpper: bound('原審率上限', 'upper', (figures) => figures.upheld),
  pointsDelta: points('増減点数', '項番 148 の合計。減点は負の数。空欄は何も足しません。', (figures) => figures.pointsDelta),
  reducedEffect: points('査定効果点数', '査定となった分の −増減点数 の合計。1 点は 10 円です。', (figures) => figures.reducedEffect),
  returnedEffect: points(
    '返戻効果点数',
    '返戻となった分の −増減点数 の合計。再請求されることが多く、確定した効果ではありません。',
    (figures) => figures.returnedEffect,
  ),
  effectPerApplication: {
    title: '申出1件当たり効果点数',
    unit: '点',
    meaning: '査定効果点数 ÷ 申出件数。点数を「1 項目のみ」で数えるときは、1 項目だけを挙げた申出で割ります。',
    absent: BLANK_OVER_NOTHING,
    value: (figures) => ({ kind: 'points', hundredths: figures.effectPerApplication, isSplit: true }),
  },
  inspected: {
    title: '点検件数',
    unit: '件',
    meaning: 'その月に点検したレセプトの件数（入力された値）。',
    absent: '入力がなければ値がありません。',
    value: (_, { inspected }) => ({ kind: 'count', count: inspected }),
  },
  applicationRate: {
    title: '申出率',
    unit: '割合',
    meaning: '申出件数 ÷ 点検件数。対象のすべての月に点検件数が入力されているときだけ出します。',
    absent: BLANK_OVER_NOTHING,
    value: (figures, { inspected }) => ({
      kind: 'ratio',
      numerator: figures.applications,
      denominator: inspected ?? 0,
    }),
  },
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricId = keyof typeof METRICS;
