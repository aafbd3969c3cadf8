import type { ItemKind, PlantedItem, Values, Wording } from './application.ts';
import { MAKERS, type CatalogueItem, type DrawItem } from './item-catalogue.ts';
import { at, type Random } from './random.ts';

const REASONS: Readonly<Record<ItemKind, readonly string[]>> = {
  診療行為: ['の算定要件を満たさない', 'の回数過多', 'の算定間隔', 'に対する病名漏れ', 'の重複算定', 'は月１回の算定', 'の必要性'],
  医薬品: ['の用量過多', 'の適応病名なし', 'の投与日数超過', 'の併用投与', 'の用法違い', 'は適応外使用', 'の同効薬重複'],
  特定器材: ['の使用量過多', 'の算定誤り', 'の数量'],
  その他: ['の用量過多', 'の適応病名なし', 'の算定回数'],
};
const GENERAL = ['傷病名と診療内容の不一致', '診療実日数と再診回数の不一致', '初診料の算定不一致', '投薬に対する病名漏れ', '検査に対する病名漏れ'] as const;
const NOTES = ['前回も同様の申出あり', '要再考', '診療録の確認を願います', '過去６か月の請求を参照', '【１】参照', '照会番号 250012345', '電話0450000000'] as const;
const BETWEEN_CODE_AND_NAME = [[' ', 60], ['　', 15], ['：', 8], [':', 5], [' : ', 4], ['', 8]] as const;
const AFTER_NAME = [[' ', 70], ['　', 18], ['、', 12]] as const;
const AFTER_NAME_QUOTED = [...AFTER_NAME, [',', 6], ['\n', 3], ['\r\n', 1]] as const;

export interface WordingChoices {
  readonly random: Random;
  readonly draw: DrawItem;
  readonly feeTable: number;
  /** No commas, quotes or line breaks: the file is written bare. */
  readonly plain: boolean;
}

/** Item and reason in the fields a contractor writes: 195, 197, 198, 199; sometimes a name in brackets, sometimes nothing. */
export function wordRecord(choices: WordingChoices): Wording & { readonly drawn: CatalogueItem } {
  const { random } = choices;
  const first = choices.draw(random, choices.feeTable);
  const check = wordCheckType(random);
  const sort = random.weighted([['coded', 925], ['bracket', 35], ['mention', 15], ['none', 25]] as const);
  const values: Partial<Record<number, string>> = { ...check.values };
  let items: readonly PlantedItem[] = [];
  if (sort === 'coded') items = wordCodedItems(choices, first, values);
  else if (sort === 'bracket') items = [wordBracket(choices, values)];
  else if (sort === 'mention') values[197] = `${drugBaseName(choices)}「${random.pick(MAKERS)}」は不要`;
  values[195] ??= random.pick(GENERAL);
  wordRemarks(choices, first, values);
  return { values, items, checkType: check.name, drawn: first };
}

function wordCodedItems(choices: WordingChoices, first: CatalogueItem, values: Partial<Record<number, string>>): PlantedItem[] {
  const { random, draw, feeTable } = choices;
  const chosen = [first];
  for (let more = random.weighted([[0, 92], [1, 6], [2, 2]] as const); more > 0; more--) {
    const another = draw(random, feeTable);
    if (!chosen.includes(another)) chosen.push(another);
  }
  const apart = chosen.length > 1 && random.chance(0.4);
  const field = random.weighted([[195, 45], [197, 30], [198, 25]] as const);
  chosen.forEach((item, index) => {
    const target = apart && index > 0 ? 199 : field;
    const text = wordItem(choices, item);
    values[target] = values[target] ? `${values[target]}${random.pick(['、', ' ', '　'])}${text}` : text;
  });
  // Said again in another field: still one item of this record.
  if (random.chance(0.03) && field !== 198) values[198] = `${first.code} ${first.written}`;
  return chosen.map(({ kind, code, name }) => ({ kind, code, name }));
}

function wordItem({ random, plain }: WordingChoices, item: CatalogueItem): string {
  const code = random.chance(0.12) ? fullWidthDigits(item.code) : item.code;
  // Only for items seen so often that their commonest wording stays the name.
  if (item.rank < 12 && random.chance(0.04)) return random.chance(0.5) ? code : `${code} ${item.written}${random.pick(REASONS[item.kind])}`;
  const after = random.weighted(plain ? AFTER_NAME : AFTER_NAME_QUOTED);
  let reason = random.pick(REASONS[item.kind]);
  if (!plain && random.chance(0.02)) reason = `"${reason.slice(1)}"の疑い`;
  return code + random.weighted(BETWEEN_CODE_AND_NAME) + item.written + after + reason;
}

/** A name without a code stands in brackets; a maker's bracket within it belongs to the name. */
function wordBracket(choices: WordingChoices, values: Partial<Record<number, string>>): PlantedItem {
  const { random } = choices;
  const base = drugBaseName(choices);
  const written = random.chance(0.3) ? `${base}「${at(MAKERS, base.length % MAKERS.length)}」` : base;
  const [open, close] = random.pick([['「', '」'], ['『', '』'], ['【', '】']] as const);
  values[random.pick([197, 198])] = `${open}${written}${close}${random.pick(REASONS['その他'])}`;
  const name = written.normalize('NFKC');
  return { kind: 'その他', code: name, name };
}

/** One of the usual drugs, without capitals, so that case folding leaves the name as it is. */
function drugBaseName({ random, draw }: WordingChoices): string {
  for (;;) {
    const item = draw(random, 4);
    if (item.kind === '医薬品' && item.rank < 400 && !item.written.includes('ＯＤ')) return item.written.replace(/「.*」/, '');
  }
}

function wordRemarks({ random, plain }: WordingChoices, item: CatalogueItem, values: Partial<Record<number, string>>): void {
  values[196] ??= random.pick(['A', 'B', 'K']) + random.digits(2);
  if (values[199] === undefined && random.chance(0.08)) values[199] = random.pick(NOTES);
  if (values[199] === undefined && !plain && random.chance(0.03)) values[199] = `1,234点,要確認${random.pick(['\n', '\r\n'])}"別紙"のとおり`;
  // Field 200 is not searched: what it names is no item of the record.
  if (random.chance(0.01)) values[200] = `${item.code} の件は電話で連絡済`;
  if (random.chance(0.05)) values[203] = random.pick(['架空性高血圧症', '模擬性胃炎', '想定糖尿病', '仮性結膜炎']);
  if (random.chance(0.02)) values[204] = random.pick(['次回確認', '担当者へ連絡のこと']);
}

function wordCheckType(random: Random): { name: string; values: Values } {
  const name = random.weighted([['単月', 58], ['縦覧', 18], ['突合', 13], ['横覧', 8], ['', 3]] as const);
  const matched = { 188: `144${random.digits(7)}`, 189: `143${random.digits(17)}` };
  if (name === '') return { name: '未分類', values: { 193: '再審査申出' } };
  if (name === '突合' && random.chance(0.2)) return { name: '突合点検', values: { 193: '再審査申出', 194: '調剤', ...matched } };
  const form = random.weighted([['193', 80], ['194', 13], ['196', 7]] as const);
  const values: Record<number, string> = { 193: '再審査申出' };
  if (form === '193') values[193] = random.chance(0.7) ? `${name}点検` : name;
  else if (form === '194') values[194] = `${name}${random.pick(['', '点検', '（算定）'])}`;
  else values[196] = `${name}${random.digits(2)}`;
  // The word comes before the other claim's number: now and then a claim is matched and longitudinal at once.
  if (name === '突合' ? random.chance(0.95) : name === '縦覧' && random.chance(0.02)) Object.assign(values, matched);
  return { name: `${name}点検`, values };
}

export function fullWidthDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
