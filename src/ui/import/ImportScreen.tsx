import { type JSX, Show, createSignal } from 'solid-js';
import { INTAKE, MEMORY } from '../../messages/import-texts.ts';
import { MOST_MONTHS_TOLD } from '../../records/memory-forecast.ts';
import type { Session } from '../../state/create-session.ts';
import { FailureNotice } from '../parts/Notice.tsx';
import type { Intake } from './create-intake.ts';
import { FileDialog } from './FileDialog.tsx';
import { FilesTable } from './FilesTable.tsx';
import { Findings } from './Findings.tsx';
import { Imported } from './Imported.tsx';
import { QuarantineList } from './QuarantineList.tsx';
import { RefusedList } from './RefusedList.tsx';
import { WarningList } from './WarningList.tsx';
import '../parts/list.css';
import './import.css';

/** 取込: files in, and what became of every record. */
export function ImportScreen(props: { readonly session: Session; readonly intake: Intake }): JSX.Element {
  const workbench = props.session.workbench;
  const [openFile, setOpenFile] = createSignal<number | null>(null);
  return (
    <div class="import">
      <h1 class="unseen">{INTAKE.heading}</h1>
      <FailureNotice failure={workbench.failure()} />
      <Show when={props.intake.unread().length > 0}>
        <p class="notice warn" role="alert">
          {INTAKE.folderUnread(props.intake.unread().join('、'))}
        </p>
      </Show>
      <Show when={props.intake.isNothing()}>
        <p class="notice" role="status">
          {INTAKE.nothingDropped}
        </p>
      </Show>
      <DropZone session={props.session} intake={props.intake} />
      <RefusedList refused={workbench.refused()} onRetry={(refused, encoding) => workbench.retry(refused, encoding)} />
      <Show when={workbench.loaded()}>
        {(loaded) => (
          <>
            <Imported session={props.session} loaded={loaded()} />
            <div class="import-columns">
              <Findings session={props.session} loaded={loaded()} />
              <WarningList session={props.session} loaded={loaded()} />
            </div>
            <QuarantineList loaded={loaded()} />
            <FilesTable files={loaded().files} fingerprints={props.session.fingerprints} onOpen={setOpenFile} />
            <FileDialog session={props.session} file={openFile()} onClose={() => setOpenFile(null)} />
          </>
        )}
      </Show>
    </div>
  );
}

function DropZone(props: { readonly session: Session; readonly intake: Intake }): JSX.Element {
  const workbench = props.session.workbench;
  const isFirst = (): boolean => workbench.loaded() === null;
  const isOff = (): boolean => workbench.engine().state === 'failed';
  return (
    <section class="drop" classList={{ first: isFirst(), 'is-target': props.intake.isDragging() }} aria-label={INTAKE.heading} data-testid="drop-zone">
      <p class="drop-words">{isFirst() ? INTAKE.drop : INTAKE.dropMore}</p>
      <div class="drop-buttons">
        <button type="button" class="primary" data-testid="choose-files" disabled={isOff()} onClick={() => props.intake.chooseFiles()}>
          {INTAKE.chooseFiles}
        </button>
        <button type="button" data-testid="choose-folder" disabled={isOff()} onClick={() => props.intake.chooseFolder()}>
          {INTAKE.chooseFolder}
        </button>
        <button type="button" data-testid="load-samples" disabled={isOff()} onClick={() => workbench.addSamples()}>
          {INTAKE.samples}
        </button>
      </div>
      <Show when={workbench.memory.months() !== null}>
        <p class="drop-room" data-testid="months-that-fit">
          {MEMORY.months(workbench.memory.months() ?? 0, workbench.memory.months() === MOST_MONTHS_TOLD)}
        </p>
      </Show>
      <p class="soft drop-accepts">{INTAKE.accepts}</p>
      <p class="drop-privacy">{INTAKE.privacy}</p>
    </section>
  );
}
