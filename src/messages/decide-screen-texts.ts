import type { WatchReason } from '../decide/propose.ts';
import type { Status } from '../decide/ledger.ts';
import type { LimitGroup } from '../decide/learning.ts';
import { eraMonthText, grouped, monthText } from './ja.ts';

export const STATUS_TEXTS: Readonly<Record<Status, string>> = {
  proposed: '提案',
  approved: '承認',
  in_force: '除外中',
  lifted: '解除',
  rejected: '却下',
};

export const GROUP_TEXTS: Readonly<Record<LimitGroup, string>> = { medical: '県内医科・DPC・調剤', dental: '県内歯科', outside: '県外' };

export const WATCH_TEXTS: Readonly<Record<WatchReason, string>> = {
  no_evidence: '結果なし',
  limit_reached: '枠の上限',
  needs_more: '件数不足',
  about_average: '平均なみ',
};

export const DECIDE = {
  heading: '除外検討',
  tabs: { lines: '項目の判断', scenarios: '見通し', backtest: '検証', ledger: '除外台帳' },
  tabList: '除外検討の表示',
  nothingDecided: 'この対象範囲には、査定となった申出がまだないため、判断の材料がありません。',
  narrowedByResult: '審査結果で絞っているため、査定の確率が偏り、判断に使えません。「審査結果」を「すべて」に戻してください。',
  rolledUp: (level: string) =>
    `項目を「${level}」にまとめて判断しています。判断と除外台帳はまとめた項目に付きます。まとめ方は「診療行為・医薬品」の画面で切り替えます。`,
  picture: '図を保存',
  withheld: '匿名化しているため書き出せません。書き出すには「報告書」で匿名化を外してください',
  settingsWithheld: '少ない件数に基づく判断・理由・台帳が入るため、匿名化しているときは設定を保存できません（「報告書」で外せます）。',
  undo: '元に戻す',
  redo: 'やり直す',
  settings: '設定ファイル',
  load: '設定を読み込む',
  save: '設定を保存',
  loaded: '設定を読み込みました。「元に戻す」で前の設定に戻れます。',
  tableOf: (heading: string) => `${heading}の表`,
  export: (name: string) => `${name} を保存`,
};

export const CALENDAR = {
  heading: '依頼年月の暦',
  decided: (share: string) => `結果 ${share}`,
  complete: '完了',
  incomplete: '未完',
  applyBy: (month: number) => `申出 ${eraMonthText(month)}中旬`,
  lastChance: (month: number) => `6か月 ${eraMonthText(month)}`,
  title: (month: number, pending: number, applications: number) =>
    `${monthText(month)}: 申出 ${grouped(applications)}件のうち未決 ${grouped(pending)}件。この月を審査月とする申出は ${monthText(nextMonths(month, 3))}中旬まで、6か月の期限は ${monthText(nextMonths(month, 6))}。`,
  note: '完了 = 未決 2% 以下。期限はその月を審査月とした場合。',
};

function nextMonths(month: number, distance: number): number {
  const number = Math.floor(month / 100) * 12 + (month % 100) - 1 + distance;
  return Math.floor(number / 12) * 100 + (number % 12) + 1;
}

export const POLICY = {
  heading: '判断の基準',
  button: '基準',
  threshold: '基準A 医学的原審率のしきい値（%）',
  thresholdCertainty: '基準A 確からしさ（%）',
  fewestDecided: '基準A 最少の結果判明件数',
  certainty: '基準B 平均未満の確率（%）',
  maxFreed: '基準B 空ける枠の上限（%）',
  keepBelow: '継続とする平均未満の確率（%未満）',
  halfLife: '半減期（月、空欄は全期間同じ重み）',
  unreadable: '範囲内の数で入れてください',
  summary: (freed: string, byEffect: string) => `除外候補で空く枠 ${freed}（うち基準B ${byEffect}）`,
};

export const LINES = {
  heading: '項目の判断',
  select: (name: string) => `${name}を選ぶ`,
  selectAll: '絞り込んだ行をすべて選ぶ',
  heads: {
    name: '項目',
    verdict: '判断',
    applications: '申出件数',
    upheldRate: '原審率',
    trend: '推移',
    uphold: '医学的原審',
    effect: '期待効果',
    below: '平均未満',
    gain: '月の効果差',
    reason: '理由',
  },
  meanings: {
    upheldRate: '項目別の表と同じ原審率（n / D）。線は 95% 区間。',
    uphold: '査定 + 返戻 + 医学的原審に占める医学的原審の確率（事後平均）。形式の不備による原審・取下げ・対象外は除く。',
    effect: '申出 1 件（枠 1 つ）が持ち帰る見込みの点数 E = 審査に至る割合 q × 査定の確率 p × 査定時の点数 m。線は 90% 区間（対数目盛）、縦線は残す項目の平均。',
    below: '期待効果が、残す項目の平均を下回る確率。',
    gain: '空いた枠が平均並みの申出に替わったときの、月当たりの効果の増減（点）。下は除外したとき月に空く申出の件数（ほかの項目も挙げる申出は、すべての項目が除外されるときだけ空く）。',
  },
  decided: '判明',
  freed: (count: string) => `月 ${count}件`,
  filters: { verdict: '判断', kind: '種類', mark: '印', all: 'すべて' },
  marks: { overridden: '変更あり', changing: '率の変化', byUphold: '基準A', byEffect: '基準B' },
  changing: '率の変化',
  changingNote: '月ごとの医学的原審率に偏りのある増減があります（コクラン・アーミテージ検定、項目数を BH 法で補正、偽発見率 5%）。',
  overridden: '変更',
  count: (shown: number, all: number) => `${grouped(shown)} / ${grouped(all)} 項目`,
  basis: (basis: string) => `基準${basis}`,
  shared: (several: number, unnamed: number) =>
    `複数の項目を挙げる申出 ${grouped(several)}件は各項目に等分して数えています。項目のない申出 ${grouped(unnamed)}件は判断の対象外です。`,
};

export const BULK = {
  heading: 'まとめて変更',
  chosen: (count: number) => `選択 ${grouped(count)} 項目を`,
  reason: '理由',
  reasonHint: '理由（必須）',
  set: '変更',
  restore: '提案に戻す',
  enter: '台帳に提案',
  done: (count: number) => `${grouped(count)} 項目を変更しました。「元に戻す」で取り消せます。`,
};

export const PLOT = {
  heading: '原審率と期待効果',
  x: '原審率',
  y: '期待効果（点、対数）',
  hint: '点を押すとその項目を選びます。同じ内容は表にあります。',
  text: (count: number, excluded: number) =>
    `横軸は原審率、縦軸は 1 件当たり期待効果。${grouped(count)} 項目のうち除外候補 ${grouped(excluded)} 項目を菱形で示す。`,
  mean: '残す項目の平均',
};

export const DETAIL = {
  heading: '選んだ項目',
  none: '表の行か図の点を選ぶと、ここに根拠が出ます。',
  beside: '判断に入れていない結果',
  formal: '形式の原審',
  withdrawn: '取下げ',
  outOfScope: '対象外',
  returned: '返戻 1 件当たりの点数（参考）',
  unpaid: '点数のない査定',
  chance: '査定の確率 p',
  reach: '審査に至る割合 q',
  points: '査定時の点数 m',
  share: '枠の割合 s',
  below: '平均未満の確率',
  records: '明細を開く',
};

export const SCENARIOS = {
  heading: '見通しの比較（月当たり）',
  none: '除外なし',
  figure: '見込み',
  current: '今の判断',
  name: '名前',
  keep: '今の判断に名前を付けて残す',
  remove: (name: string) => `${name}を消す`,
  refill: '空いた枠を埋めるもの',
  refills: { mean: '残りの平均', none: '埋めない', given: '指定の点数' },
  given: '1 件当たり点数',
  rows: {
    lines: '除外する項目',
    applications: '申出件数',
    freed: '空く件数',
    reducedRate: '見込み査定率',
    upheldRate: '見込み原審率',
    perSlot: '1 件当たり効果（点）',
    perMonth: '月の効果（点）',
    difference: '除外なしとの差（点）',
  },
  rateNote: '査定と医学的原審を合わせた件数に占める割合。区間は 90%。',
  limits: '申出件数の下限と上限（月）',
  floor: '全体の下限',
  over: '上限超',
  under: '下限未満',
  toward: (today: string, then: string, limit: string) => `${today} → ${then} / 上限 ${limit}`,
};

export const SHARES = {
  heading: '点検区分の配分',
  room: '動かせる幅（±ポイント）',
  heads: { name: '点検区分', today: '今の割合', effect: '1 件当たり期待効果（点）', proposed: '提案', change: '差' },
  gain: (today: string, proposed: string) => `全体の 1 件当たり期待効果: 今 ${today}点 → 提案 ${proposed}点`,
  nothing: '点検区分の分かる申出の結果がまだありません。',
  note: '件数は項目別と同じ考え方で、1 件の申出が複数の区分に当たるときは等分します。未分類は除きます。',
};

export const BACKTEST = {
  heading: '過去での検証',
  what: '各月末までに処理された結果だけで除外を決め、翌月の申出の実際の結果で確かめます。それより後の結果は使いません。',
  run: '検証する',
  again: 'もう一度検証する',
  cancel: '中止',
  progress: (done: number, of: number) => `${grouped(done)} / ${grouped(of)} か月`,
  tooShort: '検証には、前に 6 か月以上、後に 1 か月の申出が必要です。',
  heads: {
    month: '申出の月',
    applications: '申出件数',
    ended: '結果の出た割合',
    freed: '外す件数',
    excluded: '外した申出',
    kept: '残した申出',
    all: '除外なし',
    naiveExcluded: '単純な基準で外した申出',
    naiveKept: '単純な基準で残した申出',
    below: '平均を下回った項目',
  },
  unit: '1 件当たり効果（点）',
  overall: '全体',
  left: '全体に入れない',
  leftNote: '結果が 8割出ていない月は、全体の成績に入れません。',
  chart: '月ごとの 1 件当たり効果',
  chartText: (months: number) => `${grouped(months)} か月の 1 件当たり効果を、残した申出・除外なし・外した申出について示す折れ線。数値は下の表と同じ。`,
  series: { kept: '残した申出', all: '除外なし', excluded: '外した申出', naive: '単純な基準で残した申出' },
};

export const LEDGER = {
  heading: '除外台帳',
  empty: '台帳にはまだ何もありません。「項目の判断」で項目を選び、「台帳に提案」を押してください。',
  who: '担当者',
  month: '適用・解除の月',
  heads: {
    item: '項目',
    checkType: '点検区分',
    status: '状態',
    then: '提案時の数字',
    from: '適用開始',
    to: '適用終了',
    reviewBy: '見直し期限',
    trialQuota: '試行枠（月）',
    successor: '後継コード',
    reason: '理由',
    steps: '経過',
    next: '次の手続き',
  },
  anyCheckType: 'すべて',
  then: (applications: string, upheld: string, decided: string, effect: string, below: string) =>
    `申出 ${applications}、原審 ${upheld}/${decided}、期待効果 ${effect}点、平均未満 ${below}`,
  due: '期限到来',
  remove: '行を消す',
  exportMonth: '書き出す月',
  export: '適用中の除外を書き出す',
  inForce: (count: number, month: string) => `${month}に適用中 ${grouped(count)} 件`,
  violations: '除外中の項目への申出',
  noViolations: '適用期間中に、除外した項目を挙げる申出はありません。',
  violationHeads: { item: '項目', month: '月', applications: '申出', trials: '試行枠の内', violations: '違反' },
  open: '対象範囲を絞って明細を見る',
};
