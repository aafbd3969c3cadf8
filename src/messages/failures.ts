import type { Failure, FailureCode } from '../core/failure.ts';
import type { Fault, QuarantineCode } from '../import/quarantine.ts';
import type { WarningKind } from '../records/describe.ts';
import { sqlProblem } from './explore-texts.ts';
import { grouped } from './ja.ts';
import { LIST_FAILURES } from './list-failures.ts';
import { MAPPING_FAILURES } from './mapping-failures.ts';

type Facts = Failure['facts'];

const SQL_REFUSED =
  'この欄で実行できるのは SELECT 文 1 つだけです。データを変える文、ファイルを読み書きする文、設定を変える文、2 つ以上の文は実行しません。データはそのままです。';

/** What happened, why, and what to do, for everything that can be refused. */
const FAILURES: Readonly<Record<FailureCode, (facts: Facts) => string>> = {
  looks_xlsx: () =>
    'Excel ブック（xlsx）のようです。このアプリは再審査申出結果 CSV をそのまま読みます。国保連合会から受け取った元の CSV を選んでください。',
  looks_xls: () => 'Excel ブック（xls）などの Office 文書のようです。国保連合会から受け取った元の CSV を選んでください。',
  looks_pdf: () => 'PDF のようです。再審査申出結果の CSV を選んでください。',
  looks_compressed: () => 'zip 以外の圧縮ファイルのようです。展開してから CSV を選んでください。',
  looks_binary: () => '文字のファイルではないようです。再審査申出結果の CSV を選んでください。',
  encrypted_zip: () => 'パスワード付きの zip です。展開してから、中の CSV を選んでください。',
  broken_zip: () => 'zip が壊れているか、途中で切れています。受け取り直してください。',
  empty_zip: () => 'zip の中に .csv も .txt もありません。',
  utf16_without_bom: () =>
    'UTF-16 のようですが、先頭に印（BOM）がないため読み方を決められません。CSV（Shift_JIS または UTF-8）で保存し直してください。',
  excel_damaged: ({ example, line }) =>
    `Excel で保存されたファイルのようです。レセプト全国共通キーが指数の形（${String(example ?? '1.42E+19')} など）になり、桁が失われています` +
    `${line === undefined ? '' : `（${String(line)} 行目）`}。Excel で開く前の元の CSV を選んでください。`,
  missing_columns: ({ missing, missingCount, columns }) =>
    `見出しに必要な項目がありません（${String(columns)} 列、不足 ${String(missingCount)} 項目）: ${String(missing)}${Number(missingCount) > 20 ? ' ほか' : ''}。` +
    '210 項目の再審査申出結果 CSV を選んでください。',
  too_few_fields: ({ columns }) =>
    `項目が ${String(columns)} 列しかありません。再審査申出結果 CSV は 210 項目です。別の様式の CSV ではないか確かめてください。`,
  unknown_layout: ({ columns }) =>
    columns === 0
      ? '引用符（"）の対応が取れる行がなく、項目の並びを確かめられません。受け取ったままの CSV か確かめてください。'
      : `${String(columns)} 列ありますが、依頼年月・結果処理年月の位置に年月がありません。再審査申出結果 CSV の項目の並びと異なります。`,
  unsupported_type: () => 'CSV・テキスト・zip 以外のファイルです。',
  file_changed: ({ since }) =>
    since === 'import'
      ? '取り込んだ後にファイルが変更・移動または削除されたため、このレコードを読めません。集計は取り込んだときのままです。読むには、「取込」でこのファイルを外し、選び直してください。'
      : '読んでいる間にファイルが変更または削除されました。このファイルは取り込んでいません。選び直してください。',
  reader_stopped: () => 'このファイルの読み取りが途中で止まりました。このファイルは取り込んでいません。もう一度選んでください。',
  report_stopped: () => '報告書を作る計算が途中で止まりました。もう一度お試しください。',
  report_too_narrow: () =>
    '項目・医療機関・列の値で絞り込んだまま、匿名化した書類は作れません。少ない件数を伏せきれないためです。対象範囲の絞り込みを外してください。',
  not_anonymised: () =>
    '匿名化しているため、取り出せるのは「報告書」の書類と、月別・項目別・点検区分別の表だけです。レコードの一覧や SQL の結果は、匿名化を外してから書き出してください。',
  engine_stopped: () => '集計エンジンが止まりました。ページを開き直して、もう一度取り込んでください。',
  engine_failed: ({ detail }) => `集計中に問題が起きました（${String(detail)}）。直前の状態はそのまま残っています。`,
  engine_unavailable: ({ detail }) =>
    `このブラウザーでは集計エンジンを始められません（${String(detail)}）。Edge または Chrome の新しい版で開いてください。`,
  asset_missing: ({ name }) =>
    `アプリの一部（${String(name)}）を読めません。フォルダーから直接開くときは saishinsa-workbench.html を開いてください。サーバーに置いたときは dist の中身がすべてあるか確かめてください。`,
  sql_refused: ({ function: call }) =>
    call === undefined ? SQL_REFUSED : `${String(call)} は、この欄では使えない関数です（取り込んだデータの外を読むか、エンジンの状態を変えるもの）。実行していません。データはそのままです。`,
  sql_wrong: ({ detail }) => sqlProblem(String(detail)),
  settings_not_json: () => '設定ファイルとして読めません（JSON として壊れています）。設定は元のままです。保存したままのファイルを選んでください。',
  settings_foreign: () => 'このアプリの設定ファイルではありません。設定は元のままです。「設定を保存」で作ったファイルを選んでください。',
  settings_newer: ({ version }) => `より新しい版のアプリで保存された設定ファイルです（形式 ${String(version)}）。設定は元のままです。アプリを新しくしてください。`,
  settings_damaged: ({ place }) => `設定ファイルの値が正しくありません（${String(place)}）。全体を読み込まず、設定は元のままです。`,
  already_excluded: ({ name }) => `${String(name)} は、すでに台帳に終わっていない除外があります。`,
  step_not_allowed: () => 'この状態からその手続きには進めません。',
  cancelled: () => '中止しました。取込前の状態に戻しました。',
  ...LIST_FAILURES,
  ...MAPPING_FAILURES,
};

export function failureText({ code, facts }: Failure): string {
  return FAILURES[code](facts);
}

const FAULTS: Readonly<Record<QuarantineCode, (fault: Fault) => string>> = {
  field_count: ({ fieldCount }) =>
    `項目数が ${String(fieldCount)} 個で、ファイルの項目数と合いません。区切りのカンマや引用符を確かめてください。`,
  unbalanced_quote: () => '引用符（"）の対応が取れません。この行だけを除き、次の行から読み取りを続けました。',
  undecodable: () => '文字として読めないバイトがあります。',
  unreadable_month: () => '年月として読めません。',
  unreadable_amount: () => '点数として読めません。',
  field_too_long: () => '1 MiB を超える項目があります。',
  orphan_continuation: () => '続きの行ですが、直前のレコードが除外されたため、どのレセプトの続きか確定できません。',
};

export function faultText(fault: Fault): string {
  return FAULTS[fault.code](fault);
}

const WARNINGS: Readonly<Record<WarningKind, (count: string) => string>> = {
  empty_key: (count) => `レセプト全国共通キーが空のレコードが ${count} 件あります。それぞれ 1 件の申出と数えました。`,
  unknown_request_month: (count) => `依頼年月が空のレコードが ${count} 件あります。年月不明として取り込みました。`,
  points_mismatch: (count) => `増減点数（項番 148）が 確定点数 − 決定点数（150 − 51）と合わないレコードが ${count} 件あります。値は直していません。`,
  same_identity_other_content: (count) =>
    `同じ申出・同じ結果処理年月で内容の異なるレコードが ${count} 件あります。すべて取り込みました。`,
  gaiji: (count) => `外字が ${count} 文字あります。画面では 〓 と表示します。`,
  few_for_grain: (count) =>
    `増減点数がレコードごとかレセプトごとかを見分けるための申出が ${count} 件と少ないため、レコードごととみなしました。`,
  provider_without_prefecture: (count) => `医療機関コードが 7 桁で都道府県のないレコードが ${count} 件あります。県内として数えました。`,
  extra_fields: (count) => `210 項目より後ろに余分な列のあるファイルが ${count} 個あります。余分な列は読んでいません。`,
  reordered: (count) => `列の並びが仕様と異なるファイルが ${count} 個あります。見出しの名前で対応づけました。`,
};

export function warningText(kind: WarningKind, count: number): string {
  return WARNINGS[kind](grouped(count));
}
