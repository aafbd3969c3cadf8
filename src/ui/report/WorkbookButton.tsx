import { type JSX, Show, createSignal } from 'solid-js';
import type { Failure } from '../../core/failure.ts';
import { failureText } from '../../messages/failures.ts';
import { EXPORTING } from '../../messages/ja.ts';
import { REPORT_SCREEN } from '../../messages/paper-texts.ts';
import type { Session } from '../../state/create-session.ts';
import { saveFile } from '../parts/save-file.ts';
import { drawPicture } from './draw-picture.ts';

const FILE = 'report.xlsx';

/** Makes the workbook and saves it; while it is made, tells how far it is and can be cancelled. */
export function WorkbookButton(props: { readonly session: Session; readonly testId: string }): JSX.Element {
  const { report, workbench } = props.session;
  const [failure, setFailure] = createSignal<Failure | null>(null);
  async function make(): Promise<void> {
    setFailure(null);
    const file = await report.makeWorkbook(drawPicture);
    if (file.ok) saveFile(FILE, file.value);
    else setFailure(file.failure);
  }
  const told = (why: Failure): string => (why.code === 'cancelled' ? EXPORTING.cancelled : failureText(why));
  return (
    <Show
      when={report.progress()}
      fallback={
        <>
          <Show when={failure()}>
            {(why) => (
              <span class="warn-text" role="alert">
                {told(why())}
              </span>
            )}
          </Show>
          <button
            type="button"
            class="export"
            data-testid={props.testId}
            title={EXPORTING.hintWorkbook}
            disabled={workbench.loaded() === null}
            onClick={() => void make()}
          >
            {EXPORTING.workbook} <span class="export-file">{FILE}</span>
          </button>
        </>
      }
    >
      {(now) => (
        <span class="workbook-progress" role="status">
          {REPORT_SCREEN.progress[now().phase]}
          <progress max={now().all} value={now().done} aria-label={EXPORTING.saving(FILE)} />
          {`${now().done} / ${now().all}`}
          <button type="button" data-testid={`${props.testId}-cancel`} onClick={() => report.cancel()}>
            {EXPORTING.cancel}
          </button>
        </span>
      )}
    </Show>
  );
}
