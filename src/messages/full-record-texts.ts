import type { LeftOutReason } from '../layout/readable.ts';
import { grouped } from './ja.ts';

/** The blocks of the layout, each from a field number up to the next block's. */
export const FIELD_BLOCKS: readonly { readonly from: number; readonly heading: string }[] = [
  { from: 1, heading: 'レセプト' },
  { from: 19, heading: '資格・給付・受診' },
  { from: 43, heading: '決定（審査前）' },
  { from: 93, heading: '法別番号・保険区分・付箋' },
  { from: 127, heading: '確定（審査後）' },
  { from: 188, heading: '突合・担当' },
  { from: 192, heading: '申出' },
  { from: 205, heading: '審査結果' },
];

export const FULL_RECORD = {
  open: '全項目',
  openOf: (file: string, line: string) => `${file} ${line} 行目の全項目を開く`,
  title: (file: string, line: string) => `${file} ${line} 行目 — 全項目`,
  list: '全項目の一覧',
  reading: 'ファイルから読んでいます…',
  heads: { number: '項番', name: '項目名', value: '値' },
  source: 'ファイルのこのレコードだけを読み直し、書かれたままの値を表示しています。続きのレコードの空欄も補っていません。',
  counts: (filled: number, blank: number) => `値のある項目 ${grouped(filled)}、空欄の項目 ${grouped(blank)}（表示していません）`,
  privacy: '個人情報の項目は読んでいません。',
  leftOut: (count: number) => `読んでいない ${grouped(count)} 項目とその理由`,
  reasons: {
    personal: '個人を特定できる項目のため',
    sensitive: '病名・診療日・公費負担者番号など、個人の事情が分かる項目のため',
    note: '集計に使わず、氏名などが書かれうる自由記載のため',
  } satisfies Readonly<Record<LeftOutReason, string>>,
};
