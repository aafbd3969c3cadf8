import type { JSX } from 'solid-js';
import { DECIDE } from '../../messages/decide-screen-texts.ts';
import { saveFile } from '../parts/save-file.ts';

/** What a drawing looks like is said by the page's style sheet; in a file of its own each element says it itself. */
const LOOKS = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-size', 'font-family', 'text-anchor'] as const;

/** Saves a chart as a picture (SVG). */
export function PictureButton(props: { readonly name: string; drawing(): SVGSVGElement }): JSX.Element {
  return (
    <button type="button" class="quiet" data-testid={`picture-${props.name}`} onClick={() => saveFile(`${props.name}.svg`, pictureOf(props.drawing()))}>
      {DECIDE.picture}
    </button>
  );
}

function pictureOf(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const shown = [drawing, ...drawing.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, index) => {
    const looks = getComputedStyle(shown[index] ?? drawing);
    for (const look of LOOKS) element.setAttribute(look, looks.getPropertyValue(look));
    element.removeAttribute('class');
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const { width, height } = drawing.viewBox.baseVal;
  copy.setAttribute('width', String(width * 2));
  copy.setAttribute('height', String(height * 2));
  const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  sheet.setAttribute('width', '100%');
  sheet.setAttribute('height', '100%');
  sheet.setAttribute('fill', getComputedStyle(drawing).backgroundColor);
  copy.prepend(sheet);
  return new XMLSerializer().serializeToString(copy);
}
