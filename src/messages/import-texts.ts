import type { Encoding } from '../import/encoding.ts';
import type { Newline } from '../import/file-block.ts';
import type { Axis } from '../metrics/scope.ts';
import type { Grain, GrainFinding } from '../records/grain.ts';
import { AXES, GRAINS, grouped, megabytes, monthText } from './ja.ts';

export const PROGRESS = {
  label: '取込の進み具合',
  phases: {
    reading: 'ファイルを読んでいます',
    tables: '集計できる形にしています',
    showing: '集計を入れ替えています',
  },
  files: (done: number, all: number) => `${grouped(done)} / ${grouped(all)} ファイル`,
  bytes: (done: number, all: number) => `${megabytes(done)} / ${megabytes(all)} MB`,
  records: (records: number) => `${grouped(records)} レコード`,
  queued: (files: number) => `次に ${grouped(files)} ファイル`,
  cancel: '取込を中止',
};

export const INTAKE = {
  heading: '再審査申出結果 CSV の取込',
  drop: 'ここへファイルやフォルダーをドロップ',
  dropMore: '追加するファイルやフォルダーをここへドロップ',
  accepts: '国保連合会から受け取った CSV（210 項目）をそのまま。テキスト・zip も、何ファイルでも一度に選べます。',
  chooseFiles: 'ファイルを選ぶ',
  chooseFolder: 'フォルダーを選ぶ',
  samples: 'サンプルデータで試す',
  privacy:
    'ファイルはこの端末のブラウザーの中だけで読みます。外へ送るもの、端末に残すものはありません。氏名・生年月日・被保険者番号などは読み込みません。',
  folderUnread: (names: string) =>
    `ドロップしたフォルダー（${names}）をこのブラウザーでは開けませんでした。「フォルダーを選ぶ」から選んでください。`,
  nothingDropped: 'ドロップしたものの中に CSV・テキスト・zip がありませんでした。',
};

export const MEMORY = {
  /** `isMore`: more would fit than is told. */
  months: (months: number, isMore: boolean) => {
    if (months === 0) return 'メモリーの目安：同じくらいの月をこれ以上読み込むと、足りなくなるおそれがあります。';
    return `メモリーの目安：同じくらいの月なら、あと${isMore ? ` ${grouped(months)} か月分以上` : `約 ${grouped(months)} か月分`}読み込めます。`;
  },
  heading: 'メモリーが足りなくなるおそれがあります',
  body: (bytes: number) =>
    `選んだファイルは展開して ${megabytes(bytes)} MB あり、目安ではこの端末のブラウザーが使えるメモリーに収まりません。読み込むと、途中で止まるか、集計エンジンが始め直しになることがあります。`,
  advice: '期間を分けて選ぶか、使い終わった月を先に外すと収まることがあります。目安なので、そのまま読み込むこともできます。',
  goOn: 'このまま読み込む',
  stop: '読み込まない',
};

export const IMPORTED = {
  heading: '取込結果',
  equation: {
    records: 'レコード',
    loaded: '取込',
    quarantined: '除外',
    duplicates: '重複',
    superseded: '旧版',
  },
  files: 'ファイル',
  applications: '申出',
  applicationUnit: '件',
  continued: 'うち続き',
  blank: '空行',
  months: (axis: Axis, first: number, last: number) => `${AXES[axis]} ${monthText(first)}${first === last ? '' : ` ～ ${monthText(last)}`}`,
  meanings: {
    records: 'ファイルにあったレコードの数。= 取込 + 除外 + 重複 + 旧版',
    loaded: '集計の対象になったレコード',
    quarantined: '読めないなどの理由で除いたレコード。理由は「除外されたレコード」にあります。',
    duplicates: '取り込み済みのレコードと全項目が同じもの。同じファイルを 2 度選ぶと全件が重複になります。',
    superseded: '同じ申出で、より新しい結果処理年月のレコードがあるもの',
    continued: '直前のレコードの続きとして読んだレコード（取込に含まれます）',
    blank: '何も書かれていない行（レコードに数えません）',
  },
};

export const CLEARING = {
  open: 'すべて消去',
  heading: '取り込んだデータをすべて消去しますか',
  body:
    '取込データ・集計・点検件数・申出データ・点検除外データと、対応表・マスター・除外検討の設定と台帳を、このページから消します。' +
    '残したい対応表と設定は、先に保存してください。元のファイルはそのままで、もう一度選べば取り込めます。',
  confirm: '消去する',
  keep: 'やめる',
};

/** In the order in which they are offered. */
export const ENCODINGS: Readonly<Record<Encoding, string>> = {
  cp932: 'Shift_JIS',
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};
const NEWLINES: Readonly<Record<Newline, string>> = { crlf: 'CRLF', lf: 'LF', cr: 'CR', mixed: '混在', none: 'なし' };

export const FILES = {
  takingFingerprint: '計算中',
  noFingerprint: '計算できません',
  noFingerprintWhy: '取り込んだあとにファイルが変更または削除されたため、SHA-256 を計算できません。',
  heading: 'ファイル',
  heads: {
    name: 'ファイル名',
    encoding: '文字コード',
    newline: '改行',
    header: '見出し',
    sha256: 'SHA-256',
    bytes: 'サイズ',
    records: 'レコード',
    loaded: '= 取込',
    quarantined: '+ 除外',
    duplicates: '+ 重複',
    superseded: '+ 旧版',
    continued: 'うち続き',
    blank: '空行',
    notes: '備考',
  },
  encoding: (encoding: Encoding) => ENCODINGS[encoding],
  newline: (newline: Newline) => NEWLINES[newline],
  header: (has: boolean) => (has ? 'あり' : 'なし'),
  extraFields: (count: number) => `余分な ${grouped(count)} 列は読まず`,
  reordered: '列順が異なり見出し名で対応',
  noRecords: 'レコードなし',
  total: (files: number) => `合計 ${grouped(files)} ファイル`,
};

export const FILE_DIALOG = {
  open: (name: string) => `${name} の読み方と先頭のレコード`,
  encoding: '文字コード',
  automatic: (found: string) => `自動（${found}）`,
  encodingNote: '文字が化けているときは選び直してください。ファイルを読み直します。',
  first: '先頭のレコード（読み込んだ項目のみ。氏名などは読んでいません）',
  none: '取り込んだレコードはありません。',
  field: '項目',
  line: (line: number) => `${grouped(line)} 行目`,
  remove: 'このファイルを外す',
};

export const REFUSED = {
  retry: '文字コードを選んで読み直す',
  heading: '取り込めなかったファイル',
  note: 'ほかのファイルの取込には影響しません。',
};

export const WARNINGS_LIST = {
  heading: '確認してほしいこと',
  none: '特にありません。',
  /** `file:line`; a warning about files names their first line. */
  example: (place: string) => `例: ${place.replace(/:(\d+)$/u, ' の $1 行目')}`,
};

export const QUARANTINE = {
  heading: '除外されたレコード',
  all: (faults: number) => `理由 ${grouped(faults)} 件。集計には入っていません。下の「書き出し」の除外 rejected.csv に保存できます。`,
  shown: (shown: number, all: number) =>
    `理由 ${grouped(all)} 件のうち最初の ${grouped(shown)} 件です。集計には入っていません。すべては下の「書き出し」の除外 rejected.csv に保存できます。`,
  heads: { file: 'ファイル', line: '行', field: '項目', reason: '理由', value: '値' },
  field: (number: number, name: string) => `${String(number)} ${name}`,
  wholeRecord: 'レコード全体',
  noValue: '—',
};

export const FINDINGS = {
  heading: '分類率と集計の前提',
  outcome: '審査結果の分類率',
  checkType: '点検区分の分類率',
  item: '項目の分類率',
  grain: '増減点数の単位',
  ownPrefecture: '自県',
  ownPrefectureWhy: '保険者番号の都道府県で最も多いもの。県内・県外はこれで分けます。',
  ownPrefectureNone: '保険者番号から決められません。選ぶまでは、都道府県のない医療機関コードだけを県内とします。',
  automatic: (name: string) => `自動（${name}）`,
  chosenGrain: (grain: Grain) => `いまは「${GRAINS[grain]}」を選んで集計しています。`,
};

/** Why this grain was found. `share` is how many of those looked at repeat one figure, as a percentage. */
export function grainReason({ grain, looked, single, isAssumed }: GrainFinding, share: string): string {
  if (isAssumed) return `見分けに使える申出が ${grouped(looked)} 件と少ない（20 件未満）ため、レコードごととみなしました。`;
  const threshold = grain === 'receipt' ? '95% 以上なのでレセプトごと' : '95% 未満なのでレコードごと';
  return `2 レコード以上ある申出 ${grouped(looked)} 件のうち、増減点数がどれも同じものは ${grouped(single)} 件（${share}）。${threshold}とみなしました。`;
}
