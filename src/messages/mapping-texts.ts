import type { MasterLayout } from '../classify/master.ts';
import type { Match, Target } from '../classify/rule.ts';
import type { RuleFault } from '../classify/rule-table.ts';
import type { Basis } from '../records/item-basis.ts';
import { grouped } from './ja.ts';

export const RULE_HEADER = ['対象', '項番', '照合', '値', '結果', '結果コード', '備考'] as const;

export const COVERAGE = {
  heading: '対応の状況',
  note: '取り込んだすべてのレコードについて数えています。行を選ぶと、下に未分類の文言が出ます。点数は増減点数の絶対値の合計です。',
  heads: { target: '対象', records: 'レコード', points: '点数', left: '未分類', how: '根拠' },
  share: (part: number, whole: number) => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`),
  of: (part: number, whole: number) => `${grouped(part)} / ${grouped(whole)}`,
  causeNote: '原審のレコードのうち、規則が文言で判断したもの（残りは「常に 医学」）。',
  nothing: '結果の CSV を取り込むと、対応の状況が出ます。',
};

export const BASIS_NAMES: Readonly<Record<Basis, string>> = { code: 'コード', name: '名称', rule: '対応表', list: '一覧', bracket: '括弧' };

export const UNCLASSIFIED_TEXTS = {
  heading: (target: Target) => `未分類の文言: ${target}`,
  counts: (records: number, groups: number, shown: number) =>
    `${grouped(records)} レコード・${grouped(groups)} 通り${shown < groups ? `（多い順に ${grouped(shown)} 通り）` : ''}`,
  heads: { field: '項番', text: '文言', records: 'レコード', points: '点数' },
  alike: (more: number) => `ほか ${grouped(more)} 通りの表記`,
  blank: (records: number) => `どの項目も空のレコードが ${grouped(records)} 件あります。「空」または「常に」の規則で対応づけられます。`,
  none: '未分類の文言はありません。',
  choose: '文言を選ぶと、そのレコードと規則の下書きがここに出ます。',
  records: 'この文言のレコード',
  place: (file: string, line: number) => `${file} ${grouped(line)} 行目`,
  classes: '分類',
  selected: '選択した文字で規則を書く',
  selectHint: '文中の文字を選ぶと、その文字を「値」にできます。',
};

export const RULE_FORM = {
  heading: '規則を書く',
  headingOld: (line: number) => `対応表 ${grouped(line)} 行目を書き直す`,
  add: '対応表の先頭に加える',
  replace: '書き直す',
  cancel: 'やめる',
  preview: 'この規則を加えると',
  hits: (records: number, points: number, texts: number) =>
    `${grouped(records)} レコード（${grouped(points)} 点）に当たります${texts > 0 ? `。文言は ${grouped(texts)} 通り` : ''}。`,
  changes: '変わる分類',
  noChange: '分類は変わりません。',
  change: (from: string, to: string) => (from === '' ? `項目 ${to} が加わる` : `${from} → ${to}`),
  collisions: 'ほかの規則との重なり',
  wins: '先に当たり、この規則より優先',
  loses: 'この規則が優先',
  examples: '当たる文言',
  records: (count: number) => `${grouped(count)} レコード`,
  counting: '数えています…',
};

export const RULES = {
  heading: '対応表',
  note: '上から順に当て、審査結果・点検区分・原審要因は最初に当たった規則で決まります。項目は当たったすべてが加わります。変更はすぐ集計に反映されます。',
  own: 'あなたの規則',
  shipped: '初めからある規則（あなたの規則の後に当たります）',
  none: 'まだ規則はありません。未分類の文言から書くか、対応表ファイルを読み込んでください。',
  load: '対応表を読む',
  input: '対応表（CSV、UTF-8 または Shift_JIS）',
  save: '対応表を保存',
  fileName: '対応表.csv',
  undo: '元に戻す',
  redo: 'やり直す',
  newRule: '行を加える',
  remove: '削除',
  up: '上へ',
  down: '下へ',
  actions: '操作',
  line: '行',
  records: '分類したレコード',
  cell: (line: number, head: string) => `${grouped(line)} 行目の${head}`,
  moved: (line: number, what: string) => `${grouped(line)} 行目を${what}`,
  refusedCount: (count: number) => `読めない行が ${grouped(count)} 行あります。ほかの行は使っています。`,
  applying: '反映しています…',
  shippedRule: '初めからある規則',
  lineRule: (line: number) => `対応表 ${grouped(line)} 行目`,
};

export const MATCH_HINTS: Readonly<Record<Match, string>> = {
  一致: '項目の全体が値と同じ',
  含む: '項目のどこかに値がある',
  前方一致: '項目が値で始まる',
  正規表現: '正規表現に当たる',
  空でない: '項目に何か書かれている',
  空: '挙げた項目がすべて空',
  常に: 'いつでも当たる',
};

const PATTERN_CAUSES: readonly (readonly [RegExp, string])[] = [
  [/missing closing \)|missing parenthesis/u, '閉じ括弧「)」がありません'],
  [/unexpected \)/u, '開き括弧「(」がありません'],
  [/missing closing \]/u, '閉じ括弧「]」がありません'],
  [/repetition operator/u, '繰返し（* + ?）の前に繰り返すものがありません'],
  [/repeat count/u, '繰返しの回数が大きすぎます'],
  [/character class range/u, '文字の範囲（[ ] の中）が正しくありません'],
  [/escape sequence|trailing backslash/u, '「\\」の使い方が正しくないか、後方参照は使えません'],
  [/Perl syntax/u, '先読み・後読みは使えません'],
];

function patternCause(found: string): string {
  return PATTERN_CAUSES.find(([pattern]) => pattern.test(found))?.[1] ?? found;
}

const RULE_FAULTS: Readonly<Record<RuleFault, (found: string) => string>> = {
  unknown_target: (found) => `対象「${found}」はありません（審査結果・点検区分・項目・原審要因のどれか）。`,
  unknown_match: (found) => `照合「${found}」はありません（一致・含む・前方一致・正規表現・空でない・空・常にのどれか）。`,
  unknown_field: (found) => `項番「${found}」は読んでいない項目です。「206/207」のように書いてください。`,
  missing_value: () => '値がありません。',
  bad_pattern: (found) => `正規表現として読めません（${patternCause(found)}）。`,
  unknown_result: (found) => `結果「${found}」はこの対象にはありません。`,
  missing_result: () => '結果がありません。',
  missing_code: () => '項目の結果コードがありません。',
};

export function ruleFaultText(reason: RuleFault, found: string): string {
  return RULE_FAULTS[reason](found);
}

export const MASTERS = {
  heading: 'マスター',
  note: '支払基金の医科診療行為・医薬品・特定器材マスター（CSV または zip のまま）を選ぶと、文中の名称から項目を見つけ、正式な名称を出し、一般名・薬効・区分でまとめられます。この端末のメモリにだけ置きます。',
  choose: 'マスターを選ぶ',
  input: 'マスター（CSV・zip、複数可）',
  heads: { name: 'ファイル', layout: '種類', entries: '件数', leftOut: '読まなかった行' },
  layouts: { 医科診療行為: '医科診療行為', 医薬品: '医薬品', 特定器材: '特定器材', 列の指定: '列を指定' } satisfies Record<MasterLayout, string>,
  leftOut: (count: number, line: number) => (count === 0 ? '0' : `${grouped(count)}（${grouped(line)} 行目から）`),
  none: 'マスターは使っていません。コードと括弧の中の名称だけから項目を見つけます。',
  remove: '外す',
  removeOf: (name: string) => `${name} を外す`,
  reading: (files: number) => `${grouped(files)} ファイルのマスターを読み、文中の名称を探しています…`,
  refused: (name: string) => `${name} は使えません。`,
  columns: (name: string) => `${name} の列を選んでください`,
  columnsNote: '支払基金のマスターの様式ではありません。コード（9 桁）と名称の列を選ぶと読めます。',
  kind: '種類',
  code: 'コードの列',
  name: '名称の列',
  column: (place: number) => `${grouped(place + 1)} 列目`,
  use: 'この列で読む',
  cancel: 'やめる',
};

export const ITEM_LEVEL = 'まとめ方';
export const ITEM_LEVEL_NAMES = { product: '品目・行為', generic: '一般名・区分', class: '薬効・区分' } as const;
