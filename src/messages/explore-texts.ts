import type { ColumnForm } from '../records/columns.ts';
import type { VariableName } from '../metrics/scope.ts';
import { grouped, monthText } from './ja.ts';

export const EXPLORE = {
  heading: '調べる',
  parts: { columns: '列', sql: 'SQL' },
  partsLabel: '調べ方',
  preparing: '調べる準備をしています。取り込んだ後の最初だけ、数秒かかることがあります…',
  notes: {
    columns: '対象範囲のレコードの数です（申出の数ではありません）。値を選ぶと、対象範囲がその値に絞られます。',
    sql: 'SELECT 文を 1 つ実行できます。読み取りだけで、データは変わりません。',
  },
  counting: '数えています…',
  searchColumns: '列名・値で検索',
  searchHint: '/ キーで検索欄へ。取り込んだ値の中も探します',
  count: (shown: number, all: number) => (shown === all ? `${grouped(all)} 列` : `${grouped(shown)} / ${grouped(all)} 列`),
  heads: { field: '項番', name: '列', form: '種類', filled: '記入', distinct: '値の種類' },
  derived: '判定',
  derivedHint: '分類の規則やコードから判定した列です',
  forms: { text: '文字', month: '年月', number: '数' } satisfies Record<ColumnForm, string>,
  hits: (values: number) => `値 ${grouped(values)} 種類に一致`,
  nothingFound: '一致する列も値もありません。',
  choose: '左の列を選ぶと、値ごとのレコード数が出ます。',
};

export const PROFILE = {
  heading: (field: number | null, name: string) => (field === null ? name : `${String(field)} ${name}`),
  records: '対象レコード',
  filled: '記入あり',
  blankRecords: '空欄',
  distinct: '値の種類',
  lifted: 'この列の絞り込みだけを外して数えています。',
  values: '値とレコード数',
  heads: { value: '値', records: 'レコード', share: '割合' },
  searchValues: 'この列の値を検索',
  blank: '（空欄）',
  more: (shown: number, found: number) => `多い順に ${grouped(shown)} 種類（全 ${grouped(found)} 種類）`,
  allShown: (found: number) => `${grouped(found)} 種類`,
  choose: (value: string) => `「${value}」に絞る`,
  clear: 'この列の絞り込みを外す',
  spread: '分布',
  quantiles: { least: '最小', lowerQuartile: '第 1 四分位', median: '中央値', upperQuartile: '第 3 四分位', most: '最大' },
  bin: (range: string, records: string) => `${range}：${records} レコード。この範囲に絞る`,
  range: (from: string, to: string) => (from === to ? from : `${from} ～ ${to}`),
  binNotes: {
    month: '棒を押すと、その月に絞れます。',
    number: '棒を押すと、その範囲に絞れます。離れた値は両端の棒にまとめています。',
  },
  statement: 'この集計の SQL',
};

/** What the scope's filters by column say. */
export const COLUMN_FILTER = {
  remove: (words: string) => `絞り込み「${words}」を外す`,
  blank: '空欄',
  values(column: string, values: readonly string[]): string {
    const shown = values.slice(0, 3).map((value) => (value === '' ? '空欄' : `「${value}」`));
    return `${column}が${shown.join('または')}${values.length > 3 ? ` ほか ${grouped(values.length - 3)} 値` : ''}`;
  },
  range: (column: string, from: string, to: string) => (from === to ? `${column}が ${from}` : `${column}が ${from} から ${to}`),
};

export const SQL_PANE = {
  heading: 'SQL',
  editor: 'SQL の入力欄。Ctrl+Enter で実行、Ctrl+Space で候補、Esc で欄を出ます',
  keys: 'Ctrl+Enter 実行 ・ Ctrl+Space 候補 ・ Esc で欄を出る',
  first: 'SELECT 点検区分, 審査結果, count(*) AS レコード, sum(増減点数) AS 増減点数\nFROM 対象レコード\nGROUP BY ALL\nORDER BY 点検区分, レコード DESC',
  run: '実行',
  cancel: '中止',
  running: (seconds: number) => `実行中… ${grouped(seconds)} 秒`,
  cancelled: '中止しました。データはそのままです。',
  stopped: 'この SQL で集計エンジンのメモリーか時間が足りなくなったため、エンジンを始め直して同じファイルを読み直しています。データと対象範囲はそのままです。',
  rows: (rows: number, isCut: boolean) => (isCut ? `先頭 ${grouped(rows)} 行（続きがあります）` : `${grouped(rows)} 行`),
  took: (milliseconds: number) => `${(milliseconds / 1000).toLocaleString('ja-JP', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} 秒`,
  result: '実行結果',
  export: 'CSV に保存',
  file: 'sql-result.csv',
  withheld: '匿名化しているため、SQL の結果は書き出せません。書き出すには「報告書」で匿名化を外してください。',
  isNull: 'NULL',
  page: (first: string, last: string, all: string) => `${first}–${last} / ${all} 行`,
  engineSays: 'エンジンのメッセージ',
  tables: '使える表と列',
  tablesNote: '名前を押すと入力欄に入ります。',
  tableNotes: {
    レコード: '取り込んだすべてのレコード',
    対象レコード: '上の対象範囲に入るレコード',
    項目: 'レコードが挙げる項目（レコード番号でつなぐ）',
  } as Readonly<Record<string, string>>,
  phrases: { Completions: '候補' } as Readonly<Record<string, string>>,
};

export const STATEMENT = {
  open: 'SQL',
  openLabel: (table: string) => `${table}の SQL を表示`,
  heading: (table: string) => `${table}の SQL`,
  note: 'この表の数字は、この 1 つの SQL で集計しています。選んだ対象は変数（getvariable）として渡しています。',
  variables: '渡している値',
  heads: { name: '変数', literal: '値', words: '意味' },
  copy: 'コピー',
  copied: 'コピーしました',
  toPane: '調べるで開く',
  names: {
    axis: '期間の軸（request 依頼年月、result 結果処理年月）',
    period_from: '期間の最初の月',
    period_to: '期間の最後の月',
    fee_tables: '点数表の番号',
    region: '県内（in）・県外（out）',
    own_prefecture: '県内とする都道府県の番号',
    check_types: '点検区分の番号',
    results: '審査結果の番号',
    providers: '医療機関の番号',
    items: '項目の番号',
    column_filters: '列による絞り込みの数（該当レコードは filtered_record）',
    keeps_excluded: '点検除外データの申出を含めるか（1 含める）',
    counts_listed: '申出データにあって結果のない申出を未決に数えるか（1 数える）',
    attribution: '点数の配分（full 全額、equal 等分、single 1 項目のみ）',
  } as Readonly<Partial<Record<VariableName, string>>>,
  chosen: (name: string, words: readonly string[]) => `${name}：${words.slice(0, 5).join('・')}${words.length > 5 ? ' ほか' : ''}`,
  notNarrowed: (name: string) => `${name}：絞り込みなし`,
};

/** The engine's first words, and what they mean to who wrote the statement. */
const SQL_PROBLEMS: readonly (readonly [RegExp, string])[] = [
  [/^Parser Error/u, 'SQL の書き方に誤りがあります。かっこ・カンマ・引用符と、語の順を確かめてください。'],
  [/^(?:Catalog|Binder) Error/u, '表・列・関数の名前か、使い方が違います。候補（Ctrl+Space）から選べます。'],
  [/^Conversion Error/u, '値をその型に変えられません。文字の列を数として扱うときは TRY_CAST を使ってください。'],
  [/^Out of Range Error/u, '計算の途中で数が大きくなりすぎました。'],
  [/^(?:Invalid Input|Not implemented) Error/u, 'エンジンがこの書き方を受け付けません。'],
];

export function sqlProblem(detail: string): string {
  return SQL_PROBLEMS.find(([start]) => start.test(detail))?.[1] ?? 'この SQL は実行できませんでした。';
}

/** A value of a column for eyes. */
export function columnValueText(form: ColumnForm, value: string): string {
  if (value === '') return PROFILE.blank;
  if (form === 'month') return monthText(Number(value));
  return form === 'number' ? grouped(Number(value)) : value;
}
