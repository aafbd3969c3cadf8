import { type Accessor, type JSX, Match, Show, Switch, createEffect, createMemo, on, onCleanup, onMount } from 'solid-js';
import icon from '../../../public/icon.svg?raw';
import { failureText } from '../../messages/failures.ts';
import { EXPORTING, SHELL } from '../../messages/ja.ts';
import { EMPTY } from '../../messages/result-texts.ts';
import type { Loaded } from '../../records/loaded.ts';
import type { Session } from '../../state/create-session.ts';
import { CheckTypesScreen } from '../check-types/CheckTypesScreen.tsx';
import { DecideScreen } from '../decide/DecideScreen.tsx';
import { DrillDialog } from '../drill/DrillDialog.tsx';
import { ExploreScreen } from '../explore/ExploreScreen.tsx';
import { ImportScreen } from '../import/ImportScreen.tsx';
import { MemoryDialog } from '../import/MemoryDialog.tsx';
import { createIntake } from '../import/create-intake.ts';
import { ItemsScreen } from '../items/ItemsScreen.tsx';
import { MappingScreen } from '../mapping/MappingScreen.tsx';
import { ReportScreen } from '../report/ReportScreen.tsx';
import { SafetyScreen } from '../safety/SafetyScreen.tsx';
import { ScopeBar } from '../scope/ScopeBar.tsx';
import { SummaryScreen } from '../summary/SummaryScreen.tsx';
import { ExportBar } from './ExportBar.tsx';
import { FileInputs } from './FileInputs.tsx';
import { Header } from './Header.tsx';
import { ProgressStrip } from './ProgressStrip.tsx';
import './shell.css';

/** The frame around the screens. */
export function Shell(props: { readonly session: Session }): JSX.Element {
  const { workbench, viewState } = props.session;
  const intake = createIntake(workbench);
  const screen = createMemo(() => viewState.view().screen);
  onMount(() => showIcon(icon));
  onMount(() => onCleanup(intake.listenTo(window)));
  let main!: HTMLElement;
  createEffect(on(screen, () => main.scrollTo(0, 0), { defer: true }));
  createEffect(() => {
    document.body.dataset.imports = String(workbench.finished());
    document.body.dataset.lists = String(props.session.lists.finished());
  });
  createEffect(() => {
    document.body.dataset.anonymised = String(props.session.report.setting().least !== null);
  });
  createEffect(() => {
    document.title = `${SHELL.screens[screen()]} – ${SHELL.product}`;
  });
  return (
    <>
      <FileInputs intake={intake} />
      <a class="skip" href="#main" onClick={skipToMain}>
        {SHELL.skip}
      </a>
      <Header session={props.session} />
      <EngineNotice session={props.session} />
      <ProgressStrip workbench={workbench} />
      <p class="not-printed">{EXPORTING.notPrinted}</p>
      <main ref={main} id="main" class={`screen screen-${screen()}`} classList={{ 'is-target': intake.isDragging() }} tabIndex={-1}>
        <Switch
          fallback={
            <Show when={workbench.loaded()} fallback={<NothingLoaded session={props.session} />}>
              {(loaded) => <Results session={props.session} loaded={loaded} />}
            </Show>
          }
        >
          <Match when={screen() === 'import'}>
            <ImportScreen session={props.session} intake={intake} />
          </Match>
          <Match when={screen() === 'mapping'}>
            <MappingScreen session={props.session} />
          </Match>
          <Match when={screen() === 'report'}>
            <ReportScreen session={props.session} />
          </Match>
          <Match when={screen() === 'safety'}>
            <SafetyScreen session={props.session} />
          </Match>
        </Switch>
      </main>
      <ExportBar session={props.session} />
      <DrillDialog session={props.session} />
      <MemoryDialog memory={workbench.memory} />
    </>
  );
}

function Results(props: { readonly session: Session; readonly loaded: Accessor<Loaded> }): JSX.Element {
  const screen = createMemo(() => props.session.viewState.view().screen);
  return (
    <>
      <ScopeBar session={props.session} loaded={props.loaded()} />
      <Switch>
        <Match when={screen() === 'summary'}>
          <SummaryScreen session={props.session} />
        </Match>
        <Match when={screen() === 'items'}>
          <ItemsScreen session={props.session} />
        </Match>
        <Match when={screen() === 'check-types'}>
          <CheckTypesScreen session={props.session} />
        </Match>
        <Match when={screen() === 'explore'}>
          <ExploreScreen session={props.session} />
        </Match>
        <Match when={screen() === 'decide'}>
          <DecideScreen session={props.session} />
        </Match>
      </Switch>
    </>
  );
}

function NothingLoaded(props: { readonly session: Session }): JSX.Element {
  return (
    <div class="empty" data-testid="nothing-loaded">
      <h1>{EMPTY.nothingLoaded}</h1>
      <p>{EMPTY.nothingLoadedHow}</p>
      <button type="button" class="primary" onClick={() => props.session.viewState.go('import')}>
        {EMPTY.toImport}
      </button>
    </div>
  );
}

function EngineNotice(props: { readonly session: Session }): JSX.Element {
  const engine = props.session.workbench.engine;
  const failed = () => {
    const now = engine();
    return now.state === 'failed' ? now.failure : null;
  };
  return (
    <div class="engine" data-testid="engine-state" data-state={engine().state}>
      <Show when={failed()}>
        {(failure) => (
          <p class="notice warn" role="alert">
            <strong>{SHELL.notStarted}</strong> {failureText(failure())}
          </p>
        )}
      </Show>
      <Show when={engine().state === 'restarting'}>
        <p class="notice warn" role="status">
          {SHELL.restarting}
        </p>
      </Show>
      <Show when={engine().state === 'starting'}>
        <p class="late engine-starting" role="status">
          {SHELL.starting}
        </p>
      </Show>
    </div>
  );
}

/** The hash is the app's, so the skip link moves the focus itself. */
function skipToMain(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** As data in the page: the one-file build has no file beside it. */
function showIcon(svg: string): void {
  const link = document.createElement('link');
  link.rel = 'icon';
  link.href = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  document.head.append(link);
}
