import type { ListRole } from '../classify/application-list-roles.ts';
import type { Join } from '../records/applications-joined.ts';
import type { ListSide } from '../records/list-sides.ts';
import { grouped } from './ja.ts';

/** How a line of the list was joined, or why it was not. */
export const JOIN_NAMES: Readonly<Record<Join, string>> = {
  exact: 'キーが一致',
  normalised: '表記をそろえて一致',
  no_key: 'キーが空',
  unknown_key: '結果にないキー',
  other_month: 'キーはあるが年月が違う',
  ambiguous: '表記をそろえると複数のキーに当たる',
};

export const ROLE_NAMES: Readonly<Record<ListRole, string>> = {
  key: 'レセプト全国共通キー',
  month: '依頼年月',
  code: 'コード',
  name: '名称',
  checkType: '点検区分',
  points: '点数',
};

export const APPLICATION_LIST = {
  heading: '申出データとの突合',
  why: '受託者の申出の一覧を、レセプト全国共通キー（と依頼年月）で結果と突き合わせます。コードも名称も書かれていないレコードに、一覧の項目を当てます。',
  choose: '申出データを選ぶ',
  chooseOther: '別の申出データを選ぶ',
  dropHere: 'ここへ CSV をドロップしても読めます。',
  input: '申出データ（CSV）',
  remove: '外す',
  reading: '申出データを読んでいます…',
  refused: (name: string) => `${name} は使えません。`,
  noRecords: (lines: string) => `${lines}。結果 CSV を取り込むと突き合わせます。`,
  roles: '列の役割',
  rolesNote: '見出しから推定しました。違うときは選び直してください。選んだ列だけを読み、ほかの列は読みません。',
  noColumn: '（なし）',
  column: (place: number, head: string) => (head === '' ? `${String(place + 1)} 列目` : `${String(place + 1)} ${head}`),
  keyMissing: 'キーの列を選んでください',
};

/** The counts of a joined list, in the order of the equation they make. */
export const LIST_COUNTS = {
  lines: '一覧の行',
  matched: '突合できた行',
  unmatched: '突合できない行',
  exact: (lines: number) => `一致 ${grouped(lines)}`,
  normalised: (lines: number) => `表記そろえ ${grouped(lines)}`,
  applications: '結果のある申出',
  listed: '一覧にある申出',
  unlisted: '一覧にない申出',
  given: (records: number) => `一覧から項目を当てたレコード ${grouped(records)} 件`,
  waiting: (applications: number, lines: number) => `結果がまだない申出 ${grouped(applications)} 件（${grouped(lines)} 行）`,
  unresolved: (lines: number) => `コードが分からず名称のまま数える行 ${grouped(lines)} 行`,
  waitingSwitch: '結果がまだない申出を未決に数える',
};

export const EXCLUSION_LIST = {
  heading: '点検除外データ',
  why: '保険者が点検の対象から外すレセプトの全国共通キーの一覧です。書かれたとおりのキーで突き合わせ、当たった申出を集計から除きます。',
  choose: '点検除外データを選ぶ',
  chooseOther: '別の点検除外データを選ぶ',
  dropHere: 'ここへ CSV をドロップしても読めます。',
  input: '点検除外データ（CSV）',
  remove: '外す',
  reading: '点検除外データを読んでいます…',
  keys: '一覧のキー',
  matched: '結果にあるキー',
  unmatched: '結果にないキー',
  applications: '当たった申出',
  leaveOut: '当たった申出を集計から除く',
};

export const SIDES: Readonly<Record<ListSide, { readonly heading: string; readonly none: string; readonly save: string }>> = {
  unmatched_lines: { heading: '突合できない行（一覧）', none: 'ありません。一覧のすべての行が結果に当たりました。', save: '突合できない行を CSV で保存' },
  unlisted: { heading: '一覧にない申出（結果）', none: 'ありません。結果のすべての申出が一覧にあります。', save: '一覧にない申出を CSV で保存' },
  excluded: { heading: '点検除外データに当たった申出', none: 'ありません。', save: '当たった申出を CSV で保存' },
  unmatched_keys: { heading: '結果にないキー（点検除外データ）', none: 'ありません。', save: '結果にないキーを CSV で保存' },
};

export const SIDE_TABLE = {
  heads: {
    place: 'ファイル・行',
    key: 'レセプト全国共通キー',
    month: '依頼年月',
    code: 'コード',
    name: '名称',
    checkType: '点検区分',
    points: '点数',
    join: '理由',
    records: 'レコード',
  },
  place: (file: string, line: number) => `${file} の ${grouped(line)} 行目`,
  count: (all: number) => `${grouped(all)} 件`,
  pages: (first: number, last: number, all: number) => `${grouped(first)}–${grouped(last)} / ${grouped(all)} 件`,
  previous: '前へ',
  next: '次へ',
  blank: '—',
};

/** What stands beside the scope about the lists in force. */
export const LIST_SCOPE = {
  keep: '点検除外データの申出を含める',
  count: '結果のない申出を未決に数える',
  leftOut: (applications: number | null) => `点検除外データの申出${ofAll(applications)}を除き`,
  kept: (applications: number | null) => `点検除外データの申出${ofAll(applications)}も含め`,
  counted: (applications: number | null) => `結果のない申出${ofAll(applications)}を未決に数え`,
  notCounted: (applications: number | null) => `結果のない申出${ofAll(applications)}はこの絞り込みに当たる値を持たないため数えず`,
};

/** @param applications null where the count is not told */
function ofAll(applications: number | null): string {
  return applications === null ? '' : `（全体で ${grouped(applications)} 件）`;
}
