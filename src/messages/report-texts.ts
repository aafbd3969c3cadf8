import type { ItemLevel } from '../classify/item.ts';
import type { Attribution, Denominator } from '../metrics/scope.ts';
import type { Grain } from '../records/grain.ts';
import { ATTRIBUTIONS, DENOMINATORS, GRAINS, grouped } from './ja.ts';
import { ITEM_LEVEL_NAMES } from './mapping-texts.ts';

// Words of what is handed in: workbook, preview, print.

export const PAPER = {
  title: '再審査申出結果報告書',
  total: '合計',
  noFingerprint: '（計算できません）',
  month: '年月',
  blankMonth: '（年月空欄）',
  axes: { request: '依頼年月別', result: '結果処理年月別' },
  others: (least: number) => `その他（${grouped(least)}件未満）`,
  nameless: (number: number) => `名称のみの項目 ${grouped(number)}`,
  all: '取り込んだすべての月',
  to: (from: string, to: string) => (from === to ? from : `${from}から${to}まで`),
  source: (files: string, scope: string, app: string, made: string) => `出典：${files}。${scope} ${app}、${made} 作成。`,
  files: (names: readonly string[]) => (names.length <= 3 ? names.join('、') : `${names.slice(0, 2).join('、')} ほか、全 ${grouped(names.length)} ファイル`),
  lists: (applications: string | null, exclusions: string | null) =>
    `${applications === null ? '' : `、申出データ ${applications}`}${exclusions === null ? '' : `、点検除外データ ${exclusions}`}`,
  manyFiles: (count: number) => `再審査申出結果 CSV ${grouped(count)} ファイル`,
  app: (version: string) => `再審査ワークベンチ ${version}`,
  hidden: (least: number) =>
    `匿名化：1 件から ${grouped(least - 1)} 件までの数、それに基づく率と点数、それらを逆算できる数を X としています。0 はそのまま載せています。レセプトの番号、医療機関、文章から読み取った名称は載せていません。`,
};

export const SHEETS = {
  cover: '表紙',
  summary: '結果総括（イ）',
  items: '診療行為・医薬品別（ウ）',
  upheld: '原審率の高い指摘対象（ウ）',
  checkTypes: '点検区分別（エ）',
  exclusions: '除外一覧',
  imports: '取込記録',
  definitions: '定義',
};

export const COVER = {
  facts: { period: '対象期間', insurer: '委託者', contractor: '受託者', date: '作成日', remarks: '備考' },
  period: (axis: string, period: string) => `${period}（${axis}）`,
  unfilled: '　',
  contents: '内容',
  summary: '概要',
  value: '値',
};

export const SUMMARY_SHEET = {
  note: '月次報告の対象は結果処理年月です。依頼年月別の表は、申出をした月ごとに結果を追うためのものです。結果処理年月の空欄は、まだ結果がない申出です。',
  chart: '査定率と原審率の月ごとの動き',
};

export const ITEM_SHEET = {
  heads: { kind: '種類', code: 'コード', name: '名称', mark: '印' },
  level: (level: ItemLevel) => `集計の水準：${ITEM_LEVEL_NAMES[level]}。`,
  attribution: (attribution: Attribution) => `1 件の申出が複数の項目を挙げると各行に数えます。点数の配分：${ATTRIBUTIONS[attribution]}。`,
  mark: '原審高',
  marked: (threshold: string, least: number) => `「原審高」：原審率が ${threshold} を超え、結果判明が ${grouped(least)} 件以上の項目。`,
};

export const UPHELD_SHEET = {
  heads: { reason: '理由', status: '状態' },
  undecided: '—',
  plain:
    '除外検討（見込みによる判断）の結果ではなく、原審率が高い項目をそのまま挙げています。',
  reason: (rate: string, upheld: number, decided: number) => `原審 ${grouped(upheld)} 件 ÷ 結果判明 ${grouped(decided)} 件 = ${rate}`,
  none: '当てはまる項目はありません。',
  without: '査定・原審の件数が X の項目は、当てはまるかどうかを載せません。',
};

export const CHECK_TYPE_SHEET = {
  head: '点検区分',
  change: (month: string, before: string) => `構成比の動き：${month}と前月（${before}）`,
  heads: { now: '当月 申出件数', before: '前月 申出件数', shareNow: '当月 構成比', shareBefore: '前月 構成比', difference: '増減（ポイント）' },
  noChange: '前月との比較：対象期間に当月と前月がそろっていないため、載せていません。',
  hiddenChange: '前月との比較：少ない件数を含むため、匿名化した報告書には載せていません。',
  note: '1 件の申出が複数の点検区分に当たると各行に数えます。合計は 1 度だけ数えます。',
};

export const EXCLUSION_SHEET = {
  heads: { kind: '種類', code: 'コード', name: '名称', checkType: '点検区分', status: '状態', from: '適用開始', to: '適用終了', reason: '理由', review: '見直し期限' },
  withheld: '匿名化した報告書には、除外台帳を載せません。',
  none: '台帳に項目はありません。',
};

export const IMPORT_SHEET = {
  fileHeads: { name: 'ファイル', sha256: 'SHA-256', bytes: 'バイト数', encoding: '文字コード', records: 'レコード', loaded: '取込', quarantined: '除外', duplicates: '重複', superseded: '旧版' },
  files: 'ファイルごとの件数',
  check: 'どのファイルも レコード = 取込 + 除外 + 重複 + 旧版 です。',
  reasons: '除外したレコードの理由',
  reasonHeads: { reason: '理由', count: '件数' },
  noneQuarantined: '除外したレコードはありません。',
  coverage: '読み取れた割合',
  coverageFacts: { outcome: '審査結果', checkType: '点検区分', item: '項目' },
  anonymised: '匿名化した報告書には、ファイルごとの内訳と読み取れた割合を載せません。',
};

export const DEFINITION_SHEET = {
  heads: { name: '用語・数字', unit: '単位', meaning: '定義', absent: '0 と空欄' },
  conditions: 'この報告書の条件',
  facts: {
    scope: '対象',
    denominator: '率の分母',
    grain: '増減点数の単位',
    attribution: '点数の配分',
    rules: '対応表',
    masters: 'マスター',
    applications: '申出データ',
    exclusions: '点検除外データ',
    version: 'アプリの版',
    made: '作成日時',
    anonymised: '匿名化',
  },
  denominator: (denominator: Denominator) => DENOMINATORS[denominator],
  grain: (grain: Grain, isFound: boolean) => `${GRAINS[grain]}${isFound ? '（データから判断）' : '（指定）'}`,
  shippedRules: (version: string) => `同梱の既定（${version} のもの）だけを使っています。`,
  ownRules: (inForce: number, refused: number, sha256: string, version: string) =>
    `利用者の対応表の規則 ${grouped(inForce)} 行を先に、その後に同梱の既定（${version} のもの）を当てています。${refused === 0 ? '' : `規則として読めない ${grouped(refused)} 行は使っていません。`}対応表を保存したファイルの SHA-256：${sha256.slice(0, 16)}…`,
  masters: (masters: readonly { readonly name: string; readonly entries: number }[]) => masters.map(({ name, entries }) => `${name}（${grouped(entries)} 件）`).join('\n'),
  none: 'なし',
  applications: (name: string, lines: number, matched: number, waiting: number, isCounted: boolean) =>
    `${name}：${grouped(lines)} 行のうち ${grouped(matched)} 行を結果と結び付けました。結果のない申出 ${grouped(waiting)} 件は未決に${isCounted ? '数えています' : '数えていません'}。`,
  exclusions: (name: string, keys: number, applications: number, isKept: boolean) =>
    `${name}：${grouped(keys)} 件のキー。当たる申出 ${grouped(applications)} 件を${isKept ? '含めています' : '除いています'}。`,
  inUse: '使っています（匿名化のため名前と件数は載せません）',
  notAnonymised: 'なし（すべての数を載せています）',
  figures: '数字',
  terms: '用語',
};
