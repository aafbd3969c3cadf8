import type { Privacy } from '../layout/fields.ts';
import { grouped } from './ja.ts';

export const SAFETY = {
  heading: '安全：読み込んだもの、読んでいないもの、通信、保存、消去',
  state: 'このページの状態',
  memory: 'データはこのタブのメモリーの中だけにあり、タブを閉じるか「すべて消去」で消えます。',
  external: '外部への通信',
  files: '読み込んだファイル',
  records: 'レコード',
  applications: '申出',
  size: 'サイズ',
  requestUnit: '件',
  applicationUnit: '件',
  nothing: 'いまは何も読み込んでいません。',
};

export const ERASED = {
  /** `records` and `files` as they were counted before. */
  done: (time: string, files: number, records: number) =>
    `${time} に、${grouped(files)} ファイル・${grouped(records)} レコードと、そこから作った集計、入力した点検件数を消去しました。`,
  refused: (count: number) => `取り込めなかった ${grouped(count)} ファイルの一覧も消しました。`,
  note: 'この記録もメモリーの中だけにあり、タブを閉じると消えます。元のファイルと、書き出して保存したファイルはそのままです。',
};

export function timeText(time: Date): string {
  return time.toLocaleString('ja-JP', { month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', second: '2-digit' });
}

export const PRIVACIES: Readonly<Record<Privacy, string>> = {
  plain: '業務',
  identifier: '識別番号',
  free_text: '自由記載',
  personal: '個人',
  sensitive: '要配慮',
};

export const FIELDS_READ = {
  heading: '読み込む項目',
  count: (fields: number, all: number) => `${grouped(all)} 項目のうち ${grouped(fields)} 項目`,
  note: '自由記載の項目は、書かれている文をそのまま読みます。',
};

export const FIELDS_PASSED = {
  heading: '読んでいない項目',
  count: (fields: number) => `個人・要配慮の ${grouped(fields)} 項目。`,
  others: (fields: number) => `ほかの ${grouped(fields)} 項目は集計に使わず、明細で「全項目」を開いたレコードの分だけを、そのつど読みます（項番 200・204 は除く）。`,
  note: '文字に直す前に読み飛ばします。画面にも、集計にも、書き出すファイルにも入りません。同じレコードを見分けるための指紋（ハッシュ値）の計算にだけ、バイト列のまま使います。',
};

export const FIELD_HEADS = { number: '番号', name: '項目名', privacy: '区分' };

export const NETWORK = {
  heading: '通信',
  since: (time: string) => `${time} にこのページを開いてから`,
  heads: { kind: '要求した先', count: '件数', detail: '内訳' },
  kinds: {
    page: 'このページ自身',
    part: 'アプリの部品',
    inside: 'タブの中で作ったもの',
    extension: 'ブラウザーの拡張機能',
    elsewhere: '外部',
  },
  details: {
    page: '開いたときの読み込み',
    inside: '計算用プログラムの起動や画面の絵柄。通信はしません。',
    none: 'なし',
  },
  warning: '外部への要求がありました。取込を控え、内訳を管理者に知らせてください。',
  refused: '遮断された要求',
  refusal: (address: string, directive: string) => `${address}（${directive}）`,
  reach:
    'このタブの画面が出した要求を、ブラウザーの記録から数えています。計算用プログラム（ワーカー）には同じ制限が及びますが、その要求はこの記録に現れません。ブラウザー本体や拡張機能が自ら行う通信は含みません。',
};

export const SELF_TEST = {
  button: '遮断を確かめる',
  running: '確かめています…',
  /** Why it harms nobody. */
  meaning: '存在しない宛先 https://example.invalid/ へ、データを付けずに通信を試みます。',
  refused: (time: string, directive: string) => `${time}：ブラウザーが通信を拒否しました（${directive} による遮断）。外へは何も出ていません。`,
  failed: (time: string) =>
    `${time}：つながりませんでしたが、遮断によるものとは確かめられませんでした。配られたままのファイルを開いているか確かめてください。`,
  reached: (time: string) =>
    `${time}：通信が遮断されませんでした。このページは配られたままの状態ではありません。取込を控え、管理者に知らせてください。`,
};

export const POLICY = {
  heading: '効いている通信の制限',
  note: 'このページに書かれた Content-Security-Policy。ブラウザーが守らせるもので、アプリのプログラムからは緩められません。',
  heads: { directive: '制限', meaning: '意味' },
  missing: 'このページには通信の制限が書かれていません。配られたままのファイルではないので、取込を控えてください。',
};

const DIRECTIVES: Readonly<Record<string, string>> = {
  'default-src': '下に挙げていない種類の読み込み',
  'script-src': 'プログラム',
  'style-src': '見た目の指定',
  'worker-src': '計算用プログラム（ワーカー）',
  'connect-src': '通信の相手',
  'img-src': '画像',
  'font-src': '書体',
  'base-uri': 'アドレスの基準の書き換え',
  'form-action': 'フォームの送信先',
};

const SOURCES: Readonly<Record<string, string>> = {
  "'none'": '一切認めません',
  "'self'": 'このページと同じ置き場所のファイルだけ',
  'blob:': 'このタブの中で作ったもの',
  'data:': 'ページの中に書かれたもの',
  "'wasm-unsafe-eval'": '集計エンジン（WebAssembly）の起動。文字列をプログラムとして動かすことは認めません',
};
const HASHED = 'このファイルに書かれ、内容が配布時と一致するものだけ';

/** A directive in plain words; what is not known is quoted. */
export function policyText(directive: string, sources: readonly string[]): string {
  const allowed = sources.map((source) => (source.startsWith("'sha256-") ? HASHED : (SOURCES[source] ?? source)));
  return `${DIRECTIVES[directive] ?? directive}：${allowed.join('、')}。`;
}

export const STORAGE = {
  heading: '保存',
  note: 'このアプリは端末に何も保存しません。下は、ブラウザーの保存場所をいま調べた結果です。',
  heads: { place: '保存場所', found: '件数', meaning: '結果' },
  places: {
    local: 'localStorage',
    session: 'sessionStorage',
    databases: 'IndexedDB',
    cookies: 'Cookie',
    caches: 'Cache Storage',
    workers: 'Service Worker',
  },
  empty: '何もありません',
  foreign: 'このアプリが書いたものではありません。同じ場所から開いたほかのページのものです。',
  absent: 'このブラウザーでは調べられません（機能がありません）',
  closed: (why: string) => `ここでは使えない保存場所です（${why}）`,
  unknown: '—',
  address: 'アドレス欄',
  addressMeaning: '画面の名前と、選んだ条件（年月・区分・項目コードなど）だけ。レコードの中身は入りません。',
  saved: '端末に残るのは、「書き出し」で自ら保存したファイルだけです。',
};
