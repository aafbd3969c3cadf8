/** A rate and its interval; shares of 1. */
export interface Shares {
  readonly rate: number;
  readonly lower: number;
  readonly upper: number;
}

const SVG = 'http://www.w3.org/2000/svg';

let model: SVGElement | null = null;

/** A rate as a bar from 0, on a line that is 100 % long, and its interval as a whisker. Drawn by hand, as {@link FigureCell} is. */
export class RateBar {
  readonly element = (model ??= drawModel()).cloneNode(true) as SVGElement;

  show({ rate, lower, upper }: Shares): void {
    const [from, to] = [percentOf(lower), percentOf(upper)];
    const [, share, range, start, end] = this.element.children;
    share?.setAttribute('width', percentOf(rate));
    place(range, from, to);
    place(start, from, from);
    place(end, to, to);
  }
}

function drawModel(): SVGElement {
  const model = draw('svg', { class: 'rate-bar', 'aria-hidden': 'true' });
  model.append(
    draw('line', { class: 'rate-whole', x1: '0', x2: '100%', y1: '6', y2: '6' }),
    draw('rect', { class: 'rate-share', x: '0', y: '3', height: '3' }),
    draw('line', { class: 'rate-range', y1: '4.5', y2: '4.5' }),
    draw('line', { class: 'rate-range', y1: '2', y2: '7' }),
    draw('line', { class: 'rate-range', y1: '2', y2: '7' }),
  );
  return model;
}

function draw(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function place(line: Element | undefined, from: string, to: string): void {
  line?.setAttribute('x1', from);
  line?.setAttribute('x2', to);
}

function percentOf(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
