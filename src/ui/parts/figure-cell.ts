import { TABLE } from '../../messages/result-texts.ts';
import type { FigureColumn } from './figure-columns.ts';
import { RateBar } from './rate-bar.ts';
import type { ShownFigure } from './shown-figure.ts';

/** Where a cell stands in its grid. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly tabIndex: 0 | -1;
}

/**
 * One figure of a line: a count opens the records behind it, a rate has its n / D beneath. Drawn by hand: a screen has a
 * thousand of them, and as many components take several times as long.
 */
export class FigureCell {
  readonly element = document.createElement('td');
  readonly #look: FigureColumn['look'];
  readonly #place: CellPlace;
  readonly #onOpen: (figure: ShownFigure) => void;
  #figure: ShownFigure | null = null;
  #line = '';
  /** Opens the records; null in a cell that has none to show. */
  #button: HTMLButtonElement | null = null;
  #text = document.createTextNode('');
  #fraction: HTMLElement | null = null;
  #bar: RateBar | null = null;

  /** @param onOpen asked to show the records behind the figure */
  constructor(look: FigureColumn['look'], place: CellPlace, onOpen: (figure: ShownFigure) => void) {
    this.#look = look;
    this.#place = place;
    this.#onOpen = onOpen;
  }

  /** @param line the line in words */
  show(figure: ShownFigure, line: string): void {
    const before = this.#figure;
    if (before === figure && this.#line === line) return;
    const opens = figure.behind !== null;
    if (before === null || opens !== (this.#button !== null)) this.#begin(opens);
    this.#figure = figure;
    this.#line = line;
    if (this.#text.data !== figure.text) this.#text.data = figure.text;
    if (this.#button !== null) this.#button.setAttribute('aria-label', TABLE.open(line, figure.column.title, figure.text));
    else this.#showRate(figure);
  }

  #begin(opens: boolean): void {
    const { element } = this;
    // Focus and the tab stop stay where they are when a figure begins or ends to have records.
    const { activeElement } = document;
    const hadFocus = activeElement !== null && (activeElement === element || activeElement === this.#button);
    const { tabIndex } = this.#figure === null ? this.#place : (this.#button ?? element);
    const button = opens ? document.createElement('button') : null;
    for (const name of ['tabindex', 'data-row', 'data-column', 'title']) element.removeAttribute(name);
    element.className = this.#look;
    this.#fraction = null;
    this.#bar = null;
    this.#text = document.createTextNode('');
    if (button === null) {
      element.replaceChildren(this.#text);
    } else {
      button.type = 'button';
      button.className = 'figure';
      button.addEventListener('click', () => this.#figure !== null && this.#onOpen(this.#figure));
      button.append(this.#text);
      element.replaceChildren(button);
    }
    this.#button = button;
    const cell = button ?? element;
    cell.tabIndex = tabIndex;
    cell.dataset.row = String(this.#place.row);
    cell.dataset.column = String(this.#place.column);
    if (hadFocus) cell.focus();
  }

  #showRate({ fraction, bar, title }: ShownFigure): void {
    const { element } = this;
    if (fraction === '') {
      this.#fraction?.remove();
      this.#fraction = null;
    } else {
      if (this.#fraction === null) this.#text.after((this.#fraction = document.createElement('small')));
      if (this.#fraction.textContent !== fraction) this.#fraction.textContent = fraction;
    }
    if (bar === null) {
      this.#bar?.element.remove();
      this.#bar = null;
    } else {
      if (this.#bar === null) element.append((this.#bar = new RateBar()).element);
      this.#bar.show(bar);
    }
    element.classList.toggle('with-bar', bar !== null);
    if (title === undefined) element.removeAttribute('title');
    else element.title = title;
  }
}
