import type { NameText } from './name-text.ts';

/** Names so short need a sign on both sides that they are a word of their own. */
const SHORT = 4;

const LATIN = /[\p{Script=Latin}\p{Script=Greek}]/u;
const DIGIT = /\d/u;
const KATAKANA = /[\p{Script=Katakana}ー]/u;
const ALL_KATAKANA = /^[\p{Script=Katakana}-]+$/u;
const ONE_SCRIPT_WORD = /^[\p{Script=Katakana}\p{Script=Latin}\p{Script=Greek}\-\d]+$/u;
const LATIN_WORD = /^[\p{Script=Latin}\p{Script=Greek}\-\d]+$/u;
const WORD = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;
const HIRAGANA = /\p{Script=Hiragana}/u;
const DOSE_END = /\d(?:mg|ml|g|μg|cm|mm|l|%)$/u;

/** What is said of an item right behind its name. */
const SAID_OF_ITEM =
  /^(?:検査|測定|算定|実施|施行|投与|使用|処方|請求|申出|過剰|過量|過多|重複|回数|頻回|適応|必要|査定|減点|病名|同月|同日|同時|併用|併算定|連日|連月|毎月|毎日|月[0-9一二]|週[0-9一二]|[0-9]+回|要件|目的|理由|対象|項目|分(?![圧画布泌析類])|等|他|及|並|又|または)/u;
/** What stands right before the name of an item. */
const BEFORE_ITEM = /(?:当該|今回|同日|同月|当月|毎月|連月|連日|毎回|過剰|重複|上記|標記|下記|対象|項目|月[0-9]回|及|並|又|等|他)$/u;
/** Behind a name of one word these make another word of it: a finding, a class of drugs, a therapy. */
const OTHER_WORD = /^(?:高値|低値|陽性|陰性|上昇|低下|異常|増加|減少|産生|欠乏|欠損|抵抗性|依存|血症|尿症|中毒|阻害|拮抗|作動|受容体|抗体|抗原|遺伝子|分泌|療法|製剤|関連|起因|誘発|喘息|アレルギ-|過敏|様|系|剤|薬)/u;
const OTHER_TESTS = String.raw`(?:(?:[/・や]|及び|および)[\p{Script=Latin}\p{Script=Greek}\-\d]+)`;
const IS_FOUND = '(?:高値|低値|陽性|陰性|上昇|低下|異常|増加|減少)';
const FOUND_VALUE = String.raw`[:=(]?(?:\d+(?:\.\d+)?(?:[munpμ]?g/(?:[dm]?l)|i?u/m?l|m?eq/l|[mnpμ]?mol/l|%)|\d*\+|\d+\.\d+(?=$|[、。,)\s]))`;
/** A finding is told of a test, or of several at once (AST/ALT上昇, CRPが高い, CRP 12.5mg/dL). */
const FINDING = new RegExp(String.raw`^(?:${OTHER_TESTS}+の?${IS_FOUND}|[のはがも](?:${IS_FOUND}|[高低][いく])|${FOUND_VALUE})`, 'u');

/**
 * Whether what was found at these signs stands there as a word of its own: no word, number or dose is cut; a name of four
 * signs or fewer has a change of script or a bracket on both sides, and one word is not part of a finding or of a class of
 * drugs (ACE in ACE阻害薬, CRP in CRP高値).
 */
export function isOwnWord(text: NameText, begin: number, end: number): boolean {
  const { signs } = text;
  const name = signs.slice(begin, end);
  const isOpenBefore = begin > 0 && !isParted(text, begin);
  const isOpenBehind = end < signs.length && !isParted(text, end);
  if (isOpenBefore && cuts(signs, begin)) return false;
  if (isOpenBehind && cuts(signs, end) && !(DOSE_END.test(name) && LATIN.test(signs.charAt(end)))) return false;
  if (ONE_SCRIPT_WORD.test(name) && OTHER_WORD.test(signs.slice(end))) return false;
  if (LATIN_WORD.test(name) && FINDING.test(signs.slice(end))) return false;
  if (ALL_KATAKANA.test(name)) {
    if (isOpenBefore && KATAKANA.test(plainSign(text, begin - 1))) return false;
    if (isOpenBehind && KATAKANA.test(plainSign(text, end))) return false;
  }
  if (end - begin > SHORT) return true;
  return (!isOpenBefore || isBorderBefore(signs, begin)) && (!isOpenBehind || isBorderBehind(signs, end));
}

/** Whether white space stands before this sign. */
function isParted({ places }: NameText, at: number): boolean {
  return places !== null && (places[at] as number) - (places[at - 1] as number) > 1;
}

/** A sign as it was before dashes were made alike. */
function plainSign({ plain, places }: NameText, at: number): string {
  return plain.charAt(places?.[at] ?? at);
}

/** Whether a number or a Latin word goes on across this place. */
function cuts(signs: string, at: number): boolean {
  const [before, behind] = [signs.charAt(at - 1), signs.charAt(at)];
  if (LATIN.test(before) && LATIN.test(behind)) return true;
  if (DIGIT.test(before) && DIGIT.test(behind)) return true;
  if (before === '.' && DIGIT.test(behind)) return DIGIT.test(signs.charAt(at - 2));
  return DIGIT.test(before) && behind === '.' && DIGIT.test(signs.charAt(at + 1));
}

function isBorderBefore(signs: string, begin: number): boolean {
  const before = signs.charAt(begin - 1);
  if (before === '-') return begin < 2 || !WORD.test(signs.charAt(begin - 2));
  if (!WORD.test(before) || HIRAGANA.test(before) || BEFORE_ITEM.test(signs.slice(0, begin))) return true;
  return HAN.test(before) && !HAN.test(signs.charAt(begin));
}

function isBorderBehind(signs: string, end: number): boolean {
  const behind = signs.charAt(end);
  if (behind === '-') return !WORD.test(signs.charAt(end + 1));
  return !WORD.test(behind) || HIRAGANA.test(behind) || SAID_OF_ITEM.test(signs.slice(end));
}
