import { For, type JSX } from 'solid-js';
import { REPORT_SCREEN } from '../../messages/paper-texts.ts';
import { type Drawing, type Mark, pointsText, svgText } from '../../report/charts/drawing.ts';
import { saveFile } from '../parts/save-file.ts';
import { drawPicture } from './draw-picture.ts';

/** A chart, with its words for those who do not see it and the files one can save of it. */
export function DrawingView(props: { readonly drawing: Drawing }): JSX.Element {
  const name = (): string => `chart-${props.drawing.id}`;
  async function savePng(): Promise<void> {
    const { png } = await drawPicture(props.drawing);
    saveFile(`${name()}.png`, png);
  }
  return (
    <figure class="drawing" data-testid={name()}>
      <figcaption>
        {props.drawing.title}
        <span class="drawing-buttons">
          <button type="button" class="quiet" aria-label={REPORT_SCREEN.savePicture(props.drawing.title, REPORT_SCREEN.png)} onClick={() => void savePng()}>
            {REPORT_SCREEN.png}
          </button>
          <button
            type="button"
            class="quiet"
            aria-label={REPORT_SCREEN.savePicture(props.drawing.title, REPORT_SCREEN.svg)}
            onClick={() => saveFile(`${name()}.svg`, svgText(props.drawing))}
          >
            {REPORT_SCREEN.svg}
          </button>
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${props.drawing.width} ${props.drawing.height}`} role="img" aria-label={`${props.drawing.title}。${props.drawing.description}`}>
        <For each={props.drawing.marks}>{(mark) => <MarkView mark={mark} />}</For>
      </svg>
    </figure>
  );
}

function MarkView(props: { readonly mark: Mark }): JSX.Element {
  const mark = props.mark;
  switch (mark.kind) {
    case 'path':
      return <polyline class={`line-${mark.tone}`} points={pointsText(mark.points)} stroke-width={mark.width} stroke-dasharray={mark.dash ? '5 3' : undefined} />;
    case 'bar':
      return <rect class={`area-${mark.tone}`} x={mark.x} y={mark.y} width={mark.width} height={mark.height} />;
    case 'dot':
      return mark.shape === 'circle' ? (
        <circle class={`area-${mark.tone}`} cx={mark.x} cy={mark.y} r="4" />
      ) : (
        <rect class={`square-${mark.tone}`} x={mark.x - 4} y={mark.y - 4} width="8" height="8" />
      );
    case 'text':
      return (
        <text class={`area-${mark.tone}`} x={mark.x} y={mark.y} text-anchor={mark.anchor}>
          {mark.text}
        </text>
      );
  }
}
