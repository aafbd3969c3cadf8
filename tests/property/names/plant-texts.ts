import { Random } from '../../../tools/sample/random.ts';
import type { Truth } from './true-names.ts';

/** A text and the items that were planted in it, as `種類:コード`. */
export interface PlantedText {
  readonly text: string;
  readonly items: readonly string[];
}

const BEFORE = ['', '病名からみて', '当月の', '本例における', '前月に引き続き', '※', '・', '①', '査定対象：', '（', '「', '『', '【', '上記の', '検査値に比し', '入院中の', 'ACE阻害薬に加え、', 'CRP高値で、', 'サイコセラピーのほか、'];
const BEHIND = ['', 'の算定', 'は過剰と思われます', 'の適応病名がありません。', 'について', 'を査定願います', ' 過量', '、病名漏れ', '（重複）', 'の必要性', 'の回数過多', '\nご審査願います', 'は適応外使用', 'と同効薬の重複', 'については、CRP高値の記載のみ', 'は、ACE阻害薬との併用'];
const BETWEEN = ['、', '，', ' と ', 'と', '及び', '\n', '　', '；', '」と「', 'および', '並びに', ' / '];
const CLOSING: Readonly<Record<string, string>> = { '「': '」', '『': '』', '【': '】', '（': '）' };

/** Texts that name no item, however much they look like it. */
const DISTRACTORS = [
  'ACE阻害薬', 'CRP高値', 'サイコセラピー', 'ＡＣＥ阻害薬の併用', 'ＣＲＰ高値が続くため', 'ｻｲｺｾﾗﾋﾟｰの実施', '病名なし', '縦覧点検の結果、回数過多',
  'レセプト摘要欄に記載がありません', '前回申出と同一の内容です', 'ACE 阻害薬', 'インスリン抵抗性', '添付資料不足',
];

/** Plants names in texts as people write them. */
export function plantTexts(truth: Truth, count: number, seed: number): readonly PlantedText[] {
  const random = new Random(`names ${String(seed)}`);
  return Array.from({ length: count }, () => (random.chance(0.15) ? { text: distracting(random), items: [] } : planted(truth, random)));
}

function distracting(random: Random): string {
  const text = random.pick(DISTRACTORS);
  return random.chance(0.5) ? text : `${random.pick(['本例は', '前医で', '経過中'])}${text}${random.pick(['。', 'のため', ''])}`;
}

function planted(truth: Truth, random: Random): PlantedText {
  const names = Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => truth.pick(random));
  const before = random.pick(BEFORE);
  let text = before;
  names.forEach(({ written }, index) => {
    text += (index === 0 ? '' : random.pick(BETWEEN)) + inWriting(written, random);
  });
  return { text: text + (CLOSING[before] ?? '') + random.pick(BEHIND), items: [...new Set(names.map(({ item }) => item))] };
}

function inWriting(name: string, random: Random): string {
  switch (random.below(6)) {
    case 0:
      return fullWidth(name);
    case 1:
      return halfWidth(name);
    case 2:
      return halfWidthKana(name);
    case 3:
      return spaced(name, random);
    default:
      return name;
  }
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　');
}

function halfWidth(text: string): string {
  return text.replace(/[！-～]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll('　', ' ');
}

const HALF_KANA: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 0xff9e - 0xff61 }, (_, index) => String.fromCharCode(0xff61 + index)).flatMap((half) =>
    ['', 'ﾞ', 'ﾟ'].flatMap((mark) => {
      const whole = (half + mark).normalize('NFKC');
      return whole.length === 1 ? [[whole, half + mark] as const] : [];
    }),
  ),
);

function halfWidthKana(text: string): string {
  return Array.from(text, (sign) => HALF_KANA.get(sign) ?? sign).join('');
}

function spaced(text: string, random: Random): string {
  const signs = Array.from(text);
  if (signs.length < 2) return text;
  const at = random.between(1, signs.length - 1);
  return [...signs.slice(0, at), random.pick([' ', '　']), ...signs.slice(at)].join('');
}
