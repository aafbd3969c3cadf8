import { at, type Random } from './random.ts';

/** Everything here is made up: persons are named after words like 見本 (specimen), institutions after nothing. */
export const WARDS: readonly string[] = [
  '中区', '西区', '南区', '北区', '東区', '港区', '緑区', '泉区', '旭区', '栄区', '青葉区', '若葉区', '花見区', '桜区', '浜区', '丘区',
  '川辺区', '森区',
];

export const OWN_PREFECTURE = '14';

const OTHER_PREFECTURES = ['13', '11', '12', '22', '08', '19', '27', '01'] as const;

const FAMILY = [
  ['見本', 'ﾐﾎﾝ'], ['架空', 'ｶｸｳ'], ['模擬', 'ﾓｷﾞ'], ['仮名', 'ｶﾒｲ'], ['例示', 'ﾚｲｼﾞ'], ['試作', 'ｼｻｸ'], ['空想', 'ｸｳｿｳ'], ['雛形', 'ﾋﾅｶﾞﾀ'],
] as const;
const FAMILY_END = [['', ''], ['田', 'ﾀﾞ'], ['山', 'ﾔﾏ'], ['川', 'ｶﾜ'], ['沢', 'ｻﾜ'], ['原', 'ﾊﾗ']] as const;
const GIVEN = [
  ['一号', 'ｲﾁｺﾞｳ'], ['二号', 'ﾆｺﾞｳ'], ['三葉', 'ﾐﾂﾊﾞ'], ['花例', 'ﾊﾅﾚ'], ['太例', 'ﾀﾚｲ'], ['次例', 'ｼﾞﾚｲ'], ['例子', 'ﾚｲｺ'], ['見子', 'ﾐｺ'],
  ['仮男', 'ｶﾘｵ'], ['空美', 'ｿﾗﾐ'],
] as const;

export function person(random: Random): { kanji: string; kana: string } {
  const family = random.pick(FAMILY);
  const end = random.pick(FAMILY_END);
  const given = random.pick(GIVEN);
  return { kanji: `${family[0]}${end[0]}　${given[0]}`, kana: `${family[1]}${end[1]} ${given[1]}` };
}

export interface Institution {
  readonly name: string;
  /** Field 4 as this institution's records write it: 10, 9 or 7 digits. */
  readonly code: string;
  readonly inPrefecture: boolean;
}

const PLACE = ['みほん', 'かくう', 'もぎ台', 'さんぷる', 'つくり野', 'れいじ', 'ひながた', 'ゆめみ坂', 'そらまめ', 'にせ丘', 'ためし', 'なぞ川'] as const;
const MIDDLE = ['中央', '駅前', '第一', '第二', '東', '西', '南', '北', '緑', '海岸', '記念', ''] as const;
const CLINICS = ['クリニック', '内科医院', '整形外科', '病院', '眼科', '皮フ科', '医院', '小児科'] as const;
const HOSPITALS = ['総合病院', '病院', '医療センター'] as const;
const DENTISTS = ['歯科', '歯科医院', 'デンタルクリニック'] as const;
const PHARMACIES = ['薬局', '調剤薬局', 'ファーマシー'] as const;

/** Institutions by fee table (index 0 is 1 医科), the busy ones first. */
export function inventInstitutions(random: Random, perTable: number): readonly (readonly Institution[])[] {
  return [CLINICS, HOSPITALS, DENTISTS, PHARMACIES].map((endings, index) => {
    const list: Institution[] = [];
    for (let i = 0; i < perTable; i++) list.push(inventInstitution(random, endings, index + 1, i));
    return list;
  });
}

function inventInstitution(random: Random, endings: readonly string[], table: number, serial: number): Institution {
  const place = at(PLACE, serial % PLACE.length);
  const name = `${place}${random.pick(MIDDLE)}${random.pick(endings)}`;
  const inPrefecture = random.chance(0.92);
  const prefecture = inPrefecture ? OWN_PREFECTURE : random.pick(OTHER_PREFECTURES);
  const number = `99${String(serial).padStart(4, '0')}${random.below(10)}`;
  const form = random.weighted([['ten', 90], ['nine', 7], ['seven', inPrefecture ? 3 : 0]] as const);
  const code = { ten: `${prefecture}${table}${number}`, nine: `${prefecture}${number}`, seven: number }[form];
  return { name, code, inPrefecture };
}

/** 00144xxx, or 67144xxx for the retired. */
export function insurerNumber(ward: number, retired: boolean): string {
  return `${retired ? '67' : '00'}${OWN_PREFECTURE}4${String(101 + ward * 7)}`;
}
