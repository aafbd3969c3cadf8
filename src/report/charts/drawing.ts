/** What a mark is drawn in. Series differ in shape or pattern too, so that grey print and every eye can tell them apart. */
export type Tone = 'ink' | 'soft' | 'rule' | 'first' | 'second' | 'pale';

export type Mark =
  | { readonly kind: 'path'; readonly points: readonly (readonly [x: number, y: number])[]; readonly tone: Tone; readonly dash: boolean; readonly width: number }
  | { readonly kind: 'bar'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly tone: Tone }
  | { readonly kind: 'dot'; readonly x: number; readonly y: number; readonly shape: 'circle' | 'square'; readonly tone: Tone }
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly anchor: 'start' | 'middle' | 'end'; readonly tone: Tone };

/** A chart as data, in pixels of its own; the table it is drawn from stands beside it. */
export interface Drawing {
  readonly id: 'months' | 'pareto' | 'check-types';
  readonly title: string;
  /** What it shows, in words, for those who do not see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

export const TEXT_SIZE = 13;

/** Colours on white paper; on the screen they come from the style sheet. */
const PAPER_COLOURS: Readonly<Record<Tone, string>> = {
  ink: '#1b2127',
  soft: '#555e67',
  rule: '#c9cdc8',
  first: '#14568c',
  second: '#b3590a',
  pale: '#a9c4dc',
};

/** The chart as an SVG file that stands alone. */
export function svgText(drawing: Drawing): string {
  const { width, height, title, description, marks } = drawing;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<g font-family="Yu Gothic UI, Meiryo UI, Hiragino Sans, Noto Sans JP, sans-serif" font-size="${TEXT_SIZE}">`,
    ...marks.map(markText),
    '</g></svg>',
  ].join('\n');
}

function markText(mark: Mark): string {
  const colour = PAPER_COLOURS[mark.tone];
  switch (mark.kind) {
    case 'path':
      return `<polyline points="${pointsText(mark.points)}" fill="none" stroke="${colour}" stroke-width="${mark.width}"${mark.dash ? ' stroke-dasharray="5 3"' : ''}/>`;
    case 'bar':
      return `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" fill="${colour}"/>`;
    case 'dot':
      return mark.shape === 'circle'
        ? `<circle cx="${mark.x}" cy="${mark.y}" r="4" fill="${colour}"/>`
        : `<rect x="${mark.x - 4}" y="${mark.y - 4}" width="8" height="8" fill="#ffffff" stroke="${colour}" stroke-width="2"/>`;
    case 'text':
      return `<text x="${mark.x}" y="${mark.y}" text-anchor="${mark.anchor}" fill="${colour}">${escaped(mark.text)}</text>`;
  }
}

export function pointsText(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y]) => `${x},${y}`).join(' ');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
