/** A text as names are searched in it, and where each of its signs stands. */
export interface NameText {
  /** NFKC, lower case, signs that stand for one another alike, without white space. */
  readonly signs: string;
  /** NFKC with its white space, a circled number being a dot. */
  readonly plain: string;
  /** For each sign its place in `plain`; null where the two have the same length. */
  readonly places: Int32Array | null;
}

const SPACE = /\s/u;
const SPACES = /\s+/gu;

/**
 * Signs that stand for one another, each with the one it becomes: dashes and what is typed for a prolonged sound, brackets,
 * small kana that old systems write large, and variants of Han that JIS X 0208 and 0213 part.
 */
const ALIKE: ReadonlyMap<string, string> = new Map(
  [
    ['-', '\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212ー'],
    ['~', '\u301c'],
    ['(', '[〔'],
    [')', ']〕'],
    ...pairs('アイウエオツヤユヨワ', 'ァィゥェォッャュョヮ'),
    ...pairs('頸嚢剥填頬痩掻鉤弯蝋', '頚囊剝塡頰瘦搔鈎彎蠟'),
  ].flatMap(([sign = '', others = '']) => Array.from(others, (other) => [other, sign] as const)),
);
const UNLIKE = new RegExp(`[${[...ALIKE.keys()].map((sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`).join('')}]`, 'gu');
/** Letters for signs that keyboards lack: 7cmx10cm, 25ug. */
const TIMES = /(?<=[\dm])×(?=\d)/gu;
const MICRO = /(?<=\d)ug/gu;

function pairs(signs: string, others: string): string[][] {
  return Array.from(signs, (sign, at) => [sign, others.charAt(at)]);
}

function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : Array.from(text, (sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign)).join('');
}

/** Numbers in circles part words; NFKC would make digits of them that run into a name. */
const CIRCLED = /[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]/gu;

export function nameText(text: string): NameText {
  const plain = text.replace(CIRCLED, '・').normalize('NFKC');
  const signs = alike(plain);
  if (!SPACE.test(signs)) return { signs: withoutLetters(signs), plain, places: null };
  const places = new Int32Array(signs.length);
  let size = 0;
  for (let at = 0; at < signs.length; at++) if (!isSpace(signs.charCodeAt(at))) places[size++] = at;
  return { signs: withoutLetters(signs.replace(SPACES, '')), plain, places: places.subarray(0, size) };
}

/** One sign stays one sign, so that places hold. */
function alike(plain: string): string {
  return lowered(plain).replace(UNLIKE, (sign) => ALIKE.get(sign) ?? sign);
}

/** What `\s` is, of what NFKC leaves of it. */
function isSpace(code: number): boolean {
  return code === 0x20 || (code <= 0x0d && code >= 0x09) || code === 0x1680 || code === 0x2028 || code === 0x2029 || code === 0xfeff;
}

function withoutLetters(signs: string): string {
  const times = signs.includes('×') ? signs.replace(TIMES, 'x') : signs;
  return times.includes('ug') ? times.replace(MICRO, 'μg') : times;
}

/** A name in the form in which it is searched. */
export function nameForm(name: string): string {
  return withoutLetters(alike(name.replace(CIRCLED, '・').normalize('NFKC')).replace(SPACES, ''));
}

/** A stem as the code of those that share it, which people read: NFKC and lower case without white space, dashes alike. */
export function stemCode(stem: string): string {
  return lowered(stem.replace(CIRCLED, '・').normalize('NFKC')).replace(/\s/gu, '').replace(/[\u00ad\u2010-\u2015\u2212]/gu, '-').replace(/\u301c/gu, '~');
}

/**
 * Where each UTF-16 unit of {@link NameText.plain} stands in the text: for place i of the form, the text from `starts[i]` to
 * `ends[i]` made it. For marking what was found in the text as written.
 */
export function originalPlaces(text: string): { readonly starts: Int32Array; readonly ends: Int32Array } {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index } of text.replace(CIRCLED, '・').matchAll(/[\s\S][\p{M}\uff9e\uff9f]*/gu)) {
    const length = cluster.normalize('NFKC').length;
    for (let i = 0; i < length; i++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}
