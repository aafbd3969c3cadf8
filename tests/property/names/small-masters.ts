/** Small masters in the official layouts, with invented codes. Names hold what makes searching hard: makers, one name in another, short names. */

function line(columns: number, cells: Readonly<Record<number, string>>): string {
  return Array.from({ length: columns }, (_, index) => `"${cells[index + 1] ?? '0'}"`).join(',');
}

const DRUGS: readonly (readonly [name: string, price: string, generic?: string])[] = [
  ...['トーワ', '架空', '模擬', 'ＡＢＣ'].map((maker) => [`クウソピン錠５ｍｇ「${maker}」`, '2171022F1', '【般】クウソピン錠５ｍｇ'] as const),
  ...['架空', '模擬'].map((maker) => [`クウソピンＯＤ錠５ｍｇ「${maker}」`, '2171022F3', '【般】クウソピン口腔内崩壊錠５ｍｇ'] as const),
  ['クウソピン錠１０ｍｇ「架空」', '2171022F2', '【般】クウソピン錠１０ｍｇ'],
  ['カクウール', '2171022F9'],
  ['カクウールテープ２０ｍｇ　７ｃｍ×１０ｃｍ', '2649843S1'],
  ['モギロン散２．５％', '2325003B2', '【般】モギチジン散２．５％'],
  ['モギロン注射液２０ｍｇ　２ｍＬ', '2325401A1'],
  ['サイコ', '5100045X1'],
  ['サイコ加竜骨牡蛎湯エキス顆粒', '5200050D1'],
  ['試験用食塩液「架空」', '3311401A1'],
  ['試験用食塩液「模擬」', '3311401A2'],
  ['カクウゾール注１０ｍｇ「架空」　２ｍＬ', '2190405A1'],
  ['カクウゾール注１０ｍｇ「模擬」　２ｍＬ', '2190405A2'],
  ['カクウゾール注１０ｍｇ「架空」　５ｍＬ', '2190405A3'],
  ['モギリット点滴静注「例示」', '3999412A1'],
  ['モギリット点滴静注「例示」', '3999412A2'],
  ['キュウソピット散', '3999001B1'],
  ['キュウソピットマイクロ散２５μｇ', '3999001B2'],
];

const PROCEDURES: readonly (readonly [name: string, basic: string, letter: string, number: string, branch?: string, kana?: string])[] = [
  ['ＣＲＰ', 'Ｃ反応性蛋白（ＣＲＰ）', 'D', '015'],
  ['ＣＲＰ定性', 'Ｃ反応性蛋白（ＣＲＰ）定性', 'D', '015'],
  ['ＡＣＥ', 'アンジオテンシンＩ転換酵素（ＡＣＥ）', 'D', '007'],
  ['架空血液一般', '架空血液一般検査', 'D', '005'],
  ['架空血液像（自動機械法）', '架空血液像（自動機械法）', 'D', '005'],
  ['架空血液像', '架空血液像（鏡検法）', 'D', '005'],
  ['模擬撮影（１・単純）', '模擬撮影', 'E', '002'],
  ['模擬撮影（２・造影）', '模擬撮影', 'E', '002'],
  ['再診料', '再診料', 'A', '001'],
  ['外来模擬管理加算', '外来模擬管理加算', 'A', '001'],
  ['Ｌ－架空蛋白（尿）', 'Ｌ型架空蛋白（尿）', 'D', '001', '02'],
  ['ＭＡｚ', 'モギアーゼ', 'D', '007'],
  ['モギアーゼアイソザイム', 'モギアーゼアイソザイム', 'D', '008', '00', 'ﾓｷﾞｱｰｾﾞ'],
  ['架空頸部撮影', '架空頸部撮影', 'E', '003'],
];

const MATERIALS: readonly (readonly [string, string])[] = [
  ['半切', 'フィルム・半切'],
  ['架空カテーテル（標準型）', '架空カテーテル・標準型'],
  ['架空カテーテル', '架空カテーテル・汎用型'],
];

/** The three files' texts. */
export const SMALL_MASTERS: readonly string[] = [
  DRUGS.map(([name, price, generic], index) =>
    line(40, {
      2: 'Y', 3: String(620_000_100 + index), 5: name, 7: '', 30: '20240401', 32: `${price}${String(index)}`.padEnd(12, '0'),
      35: name.replace(/　.*$/u, ''), 37: generic === undefined ? '' : `${price}ZZZ`, 38: generic ?? '',
    }),
  ),
  PROCEDURES.map(([name, basic, letter, number, branch, kana], index) =>
    line(150, { 2: 'S', 3: String(160_000_100 + index), 5: name, 7: kana ?? '', 85: letter, 87: '20240601', 92: number, 93: branch ?? '00', 113: basic }),
  ),
  MATERIALS.map(([name, basic], index) => line(38, { 2: 'T', 3: String(710_000_100 + index), 5: name, 7: '', 28: '20240601', 37: basic })),
].map((lines) => `${lines.join('\r\n')}\r\n`);
