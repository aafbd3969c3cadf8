/** A text as names are searched in it, and where each of its signs stands. */
export interface NameText {
  /** NFKC, lower case, dashes alike, without white space. */
  readonly signs: string;
  /** NFKC with its white space, a circled number being a dot. */
  readonly plain: string;
  /** For each sign its place in `plain`; null where the two have the same length. */
  readonly places: Int32Array | null;
}

/** Dashes that NFKC leaves apart, and the wave dash. */
const DASHES = /[\u00ad\u2010-\u2015\u2212]/gu;
const WAVE = /\u301c/gu;
const SPACE = /\s/u;

/** One sign stays one sign, so that places hold. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : Array.from(text, (sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign)).join('');
  return same.replace(DASHES, '-').replace(WAVE, '~');
}

/** Numbers in circles part words; NFKC would make digits of them that run into a name. */
const CIRCLED = /[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]/gu;

export function nameText(text: string): NameText {
  const plain = text.replace(CIRCLED, '・').normalize('NFKC');
  const signs = folded(plain);
  if (!SPACE.test(signs)) return { signs, plain, places: null };
  const places = new Int32Array(signs.length);
  let kept = '';
  let from = 0;
  let size = 0;
  for (let at = 0; at <= signs.length; at++) {
    if (at < signs.length && !SPACE.test(signs.charAt(at))) {
      places[size++] = at;
      continue;
    }
    kept += signs.slice(from, at);
    from = at + 1;
  }
  return { signs: kept, plain, places: places.slice(0, size) };
}

/** A name in the form in which it is searched. */
export function nameForm(name: string): string {
  return nameText(name).signs;
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
