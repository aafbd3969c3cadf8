import { eraMonthText, grouped } from './ja.ts';

/** Words in charts. */
export const CHARTS = {
  months: {
    title: '査定率・原審率（結果処理年月別、縦線は 95% 区間）',
    description: (from: string, to: string) => `${from}から${to}までの査定率（丸・実線）と原審率（四角・破線）。数値は同じシートの表にあります。`,
  },
  pareto: {
    title: (lines: number) => `査定効果点数の多い項目（上位 ${String(lines)}）`,
    cumulative: '累積割合',
    description: (lines: number, share: string) =>
      lines === 0 ? '査定効果点数を示せる項目はありません。' : `上位 ${String(lines)} 項目で、表の項目の査定効果点数の和の ${share} を占めます。数値は同じシートの表にあります。`,
  },
  checkTypes: {
    title: (isCompared: boolean) => (isCompared ? '点検区分の構成比（当月と前月）' : '点検区分の構成比'),
    now: '当月',
    before: '前月',
    description: (told: readonly string[]) => (told.length === 0 ? '構成比を示せる点検区分はありません。' : `構成比は ${told.join('、')}。数値は同じシートの表にあります。`),
  },
  nothing: '示せる数がありません',
  eraMonth: (month: number) => eraMonthText(month),
  westernMonth: (month: number) => `${String(Math.floor(month / 100))}-${String(month % 100).padStart(2, '0')}`,
  percent: (share: number) => `${(share * 100).toFixed(1)}%`,
  points: (points: number) => `${grouped(Math.round(points))} 点`,
  change: (difference: number) => `（前月比 ${difference < 0 ? '−' : '+'}${Math.abs(difference * 100).toFixed(1)} ポイント）`,
};
