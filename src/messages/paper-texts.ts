import { grouped } from './ja.ts';

// Words of the papers beside 再審査申出結果報告書.

export const INSPECTION = {
  title: 'レセプト点検結果報告書（ア）',
  heads: { month: '月', feeTable: '点数表', inspected: '点検レセプト件数', registered: '再審査申出登録件数', rate: '申出率' },
  allMonths: '全期間',
  fromList: (lines: number, applications: number, leftOut: number) =>
    `再審査申出登録件数は、申出データ（${grouped(lines)} 行）から、レセプトと依頼年月ごとに 1 件と数えた ${grouped(applications)} 件です。点数表は、読み込んだ結果にあるレセプトのものです。結果にないレセプトは点数表が分からず、「不明」の行に数えます。${leftOut === 0 ? '' : `点検除外データのレセプトの ${grouped(leftOut)} 件は除いています。`}`,
  fromResults: '申出データ（申出の一覧）が読み込まれていないため、再審査申出登録件数は再審査申出結果の依頼年月ごとの申出から数えています。結果がまだ届いていない申出は含みません。',
  missing: '点検件数が空欄の行は、点検件数が入力されていません（申出率も空欄です）。月の合計は総括画面の「点検件数の入力」で、点数表ごとの件数は「点検件数 CSV を読む」で入れられます。',
  withheld: 'この書類は委託者へ出すもので、月と点数表ごとの件数をそのまま載せます。匿名化しているときは作れません。',
  file: '点検件数 CSV を読む',
  fileLabel: '点検件数の CSV（月,点数表,点検件数）',
  read: (lines: number) => `${grouped(lines)} 行を読みました。`,
  unread: (lines: readonly number[]) => `読めない行：${lines.slice(0, 8).join('、')} 行目${lines.length > 8 ? ' ほか' : ''}。月,点数表,点検件数 の 3 列で書いてください。`,
};

export const ERASURE = {
  title: 'データ消去記録',
  statement: '下のファイルから読み込んだデータと、そこから作った集計を、計算用プログラム（ワーカー）を終わらせて端末のメモリーからすべて消去したことを記録します。',
  facts: { erasedAt: '消去日時', files: '対象', how: '方法', app: '使用したアプリ', insurer: '委託者', contractor: '受託者', person: '消去した者' },
  count: (files: number, records: number) => `${grouped(files)} ファイル・${grouped(records)} レコード`,
  how: 'データを持つワーカーの終了。アプリは端末の記憶装置にデータを保存しません。',
  list: '消去したファイル',
  heads: { name: 'ファイル', sha256: 'SHA-256', bytes: 'バイト数', records: 'レコード', importedAt: '取込日時' },
  outside: 'この記録は、アプリの外にある元のファイルと、書き出して保存したファイルについては何も述べません。それぞれの媒体の返却・消去は別に記録してください。',
  none: 'このページを開いてから「すべて消去」は行われていません。消去すると、ここに記録ができます。タブを閉じる前に印刷または保存してください。',
};

export const HANDLING = {
  title: '個人情報の取扱いについて',
  intro: '個人情報の取扱いに関する特記仕様書の条項に対し、このアプリが何を読み、何を残し、何を写し、何を送り、どう消すか、それをどう確かめられるかを述べます。',
  heads: { clause: '条項', answer: 'このアプリの扱い', check: '確かめ方' },
  clauses: (read: number, passed: number, all: number): readonly (readonly [string, string, string])[] => [
    [
      '収集の制限・目的の範囲',
      `再審査申出結果 CSV の ${grouped(all)} 項目のうち、集計に使う ${grouped(read)} 項目だけを読みます。個人・要配慮の ${grouped(passed)} 項目（氏名、生年月日、被保険者番号など）は、文字に直す前に読み飛ばします。`,
      '「安全」画面の項目一覧。検査では、読まない項目に印を入れたファイルを使い、画面・ファイル・通信のどこにも印が出ないことを確かめています。',
    ],
    [
      '目的外利用・第三者提供の禁止',
      'データはブラウザーのタブの中だけで扱い、どこへも送りません。ページの Content-Security-Policy が外部への通信をブラウザーに拒否させます。',
      '「安全」画面の「遮断を確かめる」、ブラウザーの開発者ツールの通信記録、回線を切った状態での動作。',
    ],
    ['複写・複製の禁止', '作業領域への写しは作りません。端末に残るのは、利用者が自ら保存したファイルだけです。', '「安全」画面の「保存」。localStorage、IndexedDB などが空であること。'],
    [
      '端末への保存の禁止（仕様書 6(9)ウ）',
      'レセプトのデータを記憶装置に書きません。設定を保存するファイルに入るのは書類の表題・当事者・備考や判断の記録だけで、レセプトのデータは入りません。',
      '設定ファイルはそのまま読める文字のファイルです。',
    ],
    ['持ち出し・引渡しの制限', '外へ渡す資料には匿名化を選べます。少ない件数と、それを逆算できる数を伏せ、番号・医療機関・文章から読み取った名称を除きます。', '匿名化した書類の「定義」シート。逆算を試みる検査をプログラムとともに公開しています。'],
    ['廃棄・消去と報告（仕様書 8(5)）', '「すべて消去」でデータを持つワーカーを終わらせ、メモリーから消します。タブを閉じても消えます。', '「データ消去記録」を印刷または保存し、廃棄証明書に添えられます。'],
    ['再委託', '外部のサービスを使いません。サーバーも要りません。', '配布物は静的なファイルだけです。'],
    ['事故時の対応', '取り込めない記録は捨てずに、ファイル・行・理由を示します。値は、個人の項目でないと確かなものだけを出します。', '「取込」画面の除外一覧、rejected.csv。'],
    ['検査・調査への協力', 'プログラムと検査はすべて公開されています。版と作成日時は、どの書類にも入ります。', '書類の末尾の行。'],
  ],
  limits: 'この書面はアプリの働きを述べるものです。端末・媒体・執務室の管理、従事者の監督、元のファイルの返却と消去は、受託者が別に定めて行ってください。',
};

export const REPORT_SCREEN = {
  heading: '報告書',
  papers: { report: '再審査申出結果報告書', inspection: '点検結果報告書（ア）', erasure: 'データ消去記録', handling: '個人情報の取扱い', guide: '手引き' },
  choosePaper: '書類',
  setting: '書類の設定',
  fields: { title: '表題', insurer: '委託者', contractor: '受託者', date: '作成日', person: '消去した者', remarks: '備考' },
  datePlaceholder: '空欄なら作った日',
  calendar: '暦',
  calendars: { era: '和暦', western: '西暦' },
  least: '匿名化',
  leastUnit: '件未満を伏せる',
  leastUnreadable: '3 以上の整数で入れてください',
  encoding: 'CSV の文字コード',
  encodings: { 'utf-8': 'UTF-8', cp932: 'Shift_JIS（CP932）' },
  print: '印刷',
  save: '文書として保存',
  preview: '書類の見本',
  composing: '書類を作っています…',
  progress: { tables: '集計しています', pictures: '図を描いています', sheets: 'シートを書いています' },
  png: 'PNG',
  svg: 'SVG',
  savePicture: (title: string, format: string) => `図「${title}」を ${format} で保存`,
  more: (shown: number, all: number) => `画面では先頭の ${grouped(shown)} 行と合計を見せています。印刷と report.xlsx には全 ${grouped(all)} 行が入ります。`,
  note: 'ここに入れたものは、このページを閉じると消えます。「除外検討」の「設定を保存」で設定ファイルに残せます。',
};
