import type { Axis, Denominator } from '../metrics/scope.ts';
import type { Grain } from '../records/grain.ts';
import { LIST_SCOPE } from './list-texts.ts';
import { ATTRIBUTIONS, AXES, DENOMINATORS, GRAINS, grouped, monthText } from './ja.ts';

export const SCOPE = {
  heading: '対象範囲',
  axis: '期間の軸',
  from: 'から',
  to: 'まで',
  first: '最初の月',
  last: '最後の月',
  feeTables: '点数表',
  region: '県内・県外',
  regions: { '': 'すべて', in: '県内', out: '県外' },
  checkTypes: '点検区分',
  results: '審査結果',
  denominator: '率の分母',
  grain: '増減点数の単位',
  automatic: (grain: Grain) => `自動（${GRAINS[grain]}）`,
  attribution: '点数の配分',
  items: '項目',
  providers: '医療機関',
  reset: '対象を元に戻す',
  all: 'すべて',
  none: 'なし',
  chosen: (names: readonly string[]) => (names.length <= 2 ? names.join('・') : `${String(names.length)} 種`),
};

/** Picking from a long list. */
export const PICK = {
  chosen: (count: number) => `${grouped(count)} 件`,
  search: (label: string) => `${label}をコード・名称で検索`,
  more: (count: number) => `ほか ${grouped(count)} 件（検索で絞れます）`,
  blank: (dimension: 'item' | 'provider') => (dimension === 'item' ? '項目なし（未分類）' : '医療機関コードなし'),
};

/** The scope as one can read it out. */
export interface SpokenScope {
  readonly axis: Axis;
  readonly from: number | null;
  readonly to: number | null;
  readonly feeTables: readonly string[] | null;
  readonly region: 'in' | 'out' | null;
  readonly checkTypes: readonly string[] | null;
  readonly results: readonly string[] | null;
  readonly items: number | null;
  readonly providers: number | null;
  /** Each filter by column in words. */
  readonly columns: readonly string[];
  /** Applications of excluded claims, null where their count is not told; null without such a list. */
  readonly excluded: { readonly applications: number | null; readonly isKept: boolean } | null;
  /** Listed applications without a result, likewise; null where they are not to be counted. Some scopes leave them out nevertheless. */
  readonly waiting: { readonly applications: number | null; readonly isCounted: boolean } | null;
  readonly denominator: Denominator;
  readonly grain: Grain;
}

export function scopeSentence(scope: SpokenScope): string {
  const lists: readonly (readonly [string, readonly string[] | null])[] = [
    [SCOPE.feeTables, scope.feeTables],
    [SCOPE.checkTypes, scope.checkTypes],
    [SCOPE.results, scope.results],
  ];
  const unchosen = lists.find(([, names]) => names?.length === 0);
  if (unchosen !== undefined) return `${unchosen[0]}が 1 つも選ばれていないため、対象になる申出はありません。`;
  const [feeTables, checkTypes, results] = lists.map(([label, names]) => (names === null ? '' : `${label}が${names.join('または')}`));
  const region = scope.region === null ? '' : SCOPE.regions[scope.region];
  const items = scope.items === null ? '' : `選ばれた ${grouped(scope.items)} 項目`;
  const providers = scope.providers === null ? '' : `選ばれた ${grouped(scope.providers)} 医療機関`;
  const narrowed = [spokenPeriod(scope), feeTables, region, checkTypes, results, items, providers, ...scope.columns].filter((part) => part !== '');
  const about = narrowed.length === 0 ? '取り込んだすべての申出' : `${narrowed.join('、')}の申出`;
  return `${about}について、${spokenLists(scope)}率は${DENOMINATORS[scope.denominator]}で割り、増減点数は${GRAINS[scope.grain]}に数えています。`;
}

function spokenLists({ excluded, waiting }: SpokenScope): string {
  const leftOut = excluded === null ? '' : excluded.isKept ? LIST_SCOPE.kept(excluded.applications) : LIST_SCOPE.leftOut(excluded.applications);
  const counted = waiting === null ? '' : waiting.isCounted ? LIST_SCOPE.counted(waiting.applications) : LIST_SCOPE.notCounted(waiting.applications);
  return [leftOut, counted].filter((part) => part !== '').map((part) => `${part}、`).join('');
}

function spokenPeriod({ axis, from, to }: SpokenScope): string {
  if (from === null && to === null) return '';
  if (from === to && from !== null) return `${AXES[axis]}が${monthText(from)}`;
  const start = from === null ? '' : `${monthText(from)}から`;
  const end = to === null ? '' : `${monthText(to)}まで`;
  return `${AXES[axis]}が${start}${end}`;
}

export const EMPTY = {
  nothingLoaded: 'まだ何も取り込んでいません',
  nothingLoadedHow: '再審査申出結果 CSV を取り込むと、ここに集計が出ます。',
  toImport: '取込へ',
  nothingInScope: 'この対象範囲に当たる申出はありません',
  nothingInScopeHow: '期間や絞り込みを広げてください。',
  periodReversed: '期間の始まりが終わりより後になっています。',
  noLines: '検索に当たる行はありません',
  counting: '集計しています…',
};

interface MonthlyRate {
  readonly month: number;
  readonly rate: string;
}

export const TABLE = {
  total: '合計',
  totalNote: '対象範囲の全体',
  totalWhileSearching: '検索によらず対象範囲の全体',
  few: '少数',
  fewNote: '分母が 10 件未満です。率は大きく動きます。',
  noValue: '—',
  definitions: '定義',
  definitionsHeading: 'この表の数字の定義',
  keys: '矢印キーで移動、Enter で明細',
  open: (line: string, figure: string, value: string) => `${line}の${figure} ${value}、明細を開く`,
  intervalHead: (rate: string) => `${rate}の95%区間`,
  intervalText: (range: string) => `95% 信頼区間 ${range}`,
  columns: (hidden: number) => (hidden === 0 ? '列' : `列（${String(hidden)} 列は非表示）`),
  columnsHeading: '表示する列',
  /** Figures are compared as numbers: −300 is less than 0. */
  orderedByHidden: (column: string, isDescending: boolean) => `並び順：${column}の${isDescending ? '大きい' : '小さい'}順（非表示の列）`,
  allColumns: 'すべて表示',
  firstColumns: '初めの列に戻す',
  trend: '推移',
  trendScale: '原審率 0–100%',
  trendTitle: '推移（原審率の月ごと）',
  trendMeaning: '期間の軸の月ごとの原審率（原審件数 ÷ 結果判明件数）。縦は 0–100% で固定。結果の判明した申出がない月は線が切れます。',
  trendText: (first: MonthlyRate, last: MonthlyRate, least: string, most: string) =>
    first.month === last.month
      ? `原審率 ${monthText(first.month)} ${first.rate}`
      : `原審率 ${monthText(first.month)} ${first.rate} → ${monthText(last.month)} ${last.rate}（最小 ${least}、最大 ${most}）`,
  noTrend: '結果の判明した申出がある月はありません',
  lines: (shown: number, all: number) => (shown === all ? `${grouped(all)} 行` : `${grouped(shown)} / ${grouped(all)} 行`),
  search: 'コード・名称で検索',
  searchHint: '/ キーで検索欄へ',
  unknownMonth: '空欄',
  unclassified: '未分類',
};

export const ITEMS = {
  heading: '診療行為・医薬品別',
  heads: { kind: '種類', code: 'コード', name: '名称' },
  notes: {
    full: `複数の項目を挙げた申出は各行に数え、点数は${ATTRIBUTIONS.full}です。行の和は合計を超え得ます。`,
    equal: '複数の項目を挙げた申出は各行に数えます。点数は項目の数で等分しています。',
    single: '複数の項目を挙げた申出は各行に数えます。点数は 1 項目だけを挙げたものに限ります。',
  },
};

export const CHECK_TYPES = {
  heading: '点検区分別',
  heads: { name: '点検区分' },
  note: '1 件の申出が複数の点検区分に当たると、各行に数えます。合計は 1 度だけ数えます。',
};

export const SUMMARY = {
  headings: { request: '依頼年月別', result: '結果処理年月別' },
  axes: AXES,
  notes: {
    request: '申出をした月ごと。新しい月は結果がまだ揃っていないことがあります。',
    result: '結果が処理された月ごと。月次報告はこの表です。',
  },
  heads: { name: '年月' },
  headline: '総括',
  units: { 件: '件', 点: '点', 割合: '' },
  rateFootnote: (denominator: Denominator) => `率の下は n / D（D は${DENOMINATORS[denominator]}）と 95% 信頼区間。件数の下は申出件数に占める割合。`,
  interval: (range: string) => `（${range}）`,
};

export const INSPECTED = {
  heading: '点検件数の入力',
  why: '月ごとの点検件数（レセプト）を入れると申出率が出ます。このページを閉じると消えます。',
  label: (month: number) => `${monthText(month)}の点検件数`,
  unreadable: '0 以上の整数で入れてください',
  missing: (months: number) => `未入力 ${grouped(months)} か月。全月そろうと合計の申出率が出ます。`,
};

export const DRILL = {
  title: (line: string, figure: string) => `${line}の${figure} — 明細`,
  applications: '申出',
  records: 'レコード',
  count: '件',
  list: '明細の一覧',
  pages: (first: string, last: string, all: string) => `${first}–${last} / ${all} レコード`,
  previous: '前へ',
  next: '次へ',
  heads: {
    place: 'ファイル・行',
    resultMonth: '結果処理年月',
    result: '審査結果',
    points: '増減点数',
    kinds: '申出種別・疑義種別',
    texts: '理由・備考',
  },
  line: (line: string) => `${line} 行目`,
  blank: '—',
  noKey: '（共通キーなし）',
  recordsOfClaim: (count: string) => `${count} レコード`,
  personal: '値は CSV に書かれたままです。氏名などの個人項目は読み込んでいないため、ここにも出ません。',
  anonymised: '匿名化しているため、レセプトの番号と「全項目」は出しません。この一覧は書き出しも複写もできません。',
};
