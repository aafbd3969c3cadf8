import type { ReviewResult } from '../core/review-result.ts';
import type { Attribution, Axis, Denominator } from '../metrics/scope.ts';
import type { Grain } from '../records/grain.ts';

// Words and texts that more than one screen uses, and those of the frame around the screens.

export function grouped(count: number): string {
  return GROUPED.format(count);
}

const GROUPED = new Intl.NumberFormat('ja-JP');

/** `202404` → 2024年4月. */
export function monthText(month: number): string {
  return `${String(Math.floor(month / 100))}年${String(month % 100)}月`;
}

/** `202404` → R6.4, the way months stand on paper. */
export function eraMonthText(month: number): string {
  const year = Math.floor(month / 100);
  const era = month >= 201905 ? `R${String(year - 2018)}` : `H${String(year - 1988)}`;
  return `${era}.${String(month % 100)}`;
}

export const RESULTS: Readonly<Record<ReviewResult, string>> = {
  reduced: '査定',
  returned: '返戻',
  upheld: '原審',
  withdrawn: '取下げ',
  out_of_scope: '対象外',
  pending: '未決',
  unclassified: '未分類',
};

export const AXES: Readonly<Record<Axis, string>> = { request: '依頼年月', result: '結果処理年月' };
export const GRAINS: Readonly<Record<Grain, string>> = { row: 'レコードごと', receipt: 'レセプトごと' };
export const DENOMINATORS: Readonly<Record<Denominator, string>> = { decided: '結果判明件数', applied: '申出件数' };
export const ATTRIBUTIONS: Readonly<Record<Attribution, string>> = {
  full: '各項目に全額',
  equal: '項目で等分',
  single: '1 項目のみ',
};

export const SHELL = {
  product: '再審査ワークベンチ',
  skip: '本文へ移動',
  navigation: '画面',
  screens: {
    import: '取込',
    mapping: '対応づけ',
    summary: '総括',
    items: '診療行為・医薬品',
    'check-types': '点検区分',
    explore: '調べる',
    decide: '除外検討',
    report: '報告書',
    safety: '安全',
  },
  results: '結果',
  stays: 'データはこの端末の外に出ません',
  inScope: '申出',
  applications: '件',
  refused: (count: number) => `取込不可 ${grouped(count)}`,
  starting: '集計エンジンを始めています…',
  restarting: '集計エンジンが止まったため、始め直して同じファイルを読み直しています。範囲と画面はそのままです。',
  waiting: (files: number) => `集計エンジンの準備ができ次第、${grouped(files)} ファイルを取り込みます。`,
  notStarted: '集計エンジンを始められませんでした。',
  files: 'ファイルの選択',
  fileInput: '取り込むファイル（CSV・テキスト・zip、複数可）',
  folderInput: '取り込むフォルダー',
};

export const EXPORTING = {
  heading: '書き出し',
  names: {
    'monthly.csv': '月別',
    'items.csv': '項目別',
    'check-types.csv': '点検区分別',
    'recognised.csv': '項目の根拠',
    'rejected.csv': '除外',
    'import.json': '取込記録',
  },
  all: 'まとめて',
  zip: 'saishinsa.zip',
  hintAll: (isAnonymised: boolean) =>
    isAnonymised ? '左の表の 3 つのファイルを、匿名化して 1 つの zip に保存します' : '左の 5 つのファイルを 1 つの zip に保存します',
  hint: (name: string) => `${name} を保存します（表示中の対象範囲）`,
  hintImport: (name: string) => `${name} を保存します（取り込んだものすべて）`,
  saved: (name: string) => `${name} を保存しました`,
  saving: (name: string) => `${name} を作っています…`,
  workbook: '報告書',
  hintWorkbook: 'report.xlsx を保存します（表示中の対象範囲、報告書の設定）',
  cancelled: '報告書の作成を中止しました',
  cancel: '中止',
  setting: (least: number | null, isCp932: boolean) => [least === null ? '' : `匿名化 k=${String(least)}`, isCp932 ? 'Shift_JIS（CP932）' : ''].filter((part) => part !== '').join('・'),
  notPrinted: '匿名化しているため、この画面は印刷しません。「報告書」から印刷してください。',
  withheld: '1 レコードごとの一覧なので、匿名化しているときは書き出せません',
  unencodable: (name: string, count: number, signs: string) => `${name} を保存しました。CP932 にない文字 ${grouped(count)} 個（${signs}）を 〓 とし、一覧を別のファイルに書きました`,
  unencodableFile: (name: string) => `${name.replace(/\.csv$/u, '')}-cp932にない文字.csv`,
};

export const DIALOG = { close: '閉じる' };

export function megabytes(bytes: number): string {
  return (bytes / 1e6).toLocaleString('ja-JP', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${String(bytes)} B`;
  if (bytes < 1e6) return `${(bytes / 1000).toLocaleString('ja-JP', { maximumFractionDigits: 0 })} KB`;
  return `${megabytes(bytes)} MB`;
}

/** JIS X 0401, from 1. */
export const PREFECTURES = (
  '北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県 福井県 ' +
  '山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 ' +
  '香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県'
).split(' ');

export function prefectureText(number: number): string {
  const name = PREFECTURES[number - 1];
  return name === undefined ? '不明' : `${String(number).padStart(2, '0')} ${name}`;
}
