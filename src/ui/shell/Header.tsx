import { For, type JSX, Show } from 'solid-js';
import { SHELL, grouped } from '../../messages/ja.ts';
import type { Session } from '../../state/create-session.ts';
import { type Screen, toHash } from '../../state/scope-hash.ts';

const RESULT_SCREENS = ['summary', 'items', 'check-types'] as const;

/** Where one is, where one can go, and how much is in scope. */
export function Header(props: { readonly session: Session }): JSX.Element {
  const { workbench, total } = props.session;
  const applications = (): string => {
    const known = total().value;
    return known === null ? '' : grouped(known.total.applications);
  };
  return (
    <header class="top">
      <span class="product">{SHELL.product}</span>
      <nav class="screens" aria-label={SHELL.navigation}>
        <ScreenLink session={props.session} screen="import">
          <Show when={workbench.refused().length}>{(count) => <span class="count-mark">{SHELL.refused(count())}</span>}</Show>
        </ScreenLink>
        <ScreenLink session={props.session} screen="mapping" />
        <span class="group" aria-hidden="true">
          {SHELL.results}
        </span>
        <For each={RESULT_SCREENS}>{(screen) => <ScreenLink session={props.session} screen={screen} />}</For>
        <span class="group-end" aria-hidden="true" />
        <ScreenLink session={props.session} screen="decide" />
        <ScreenLink session={props.session} screen="report" />
        <span class="group-end" aria-hidden="true" />
        <ScreenLink session={props.session} screen="explore" />
        <ScreenLink session={props.session} screen="safety" />
      </nav>
      <p class="in-scope" classList={{ known: applications() !== '' }} aria-busy={total().isPending}>
        {SHELL.inScope} <span data-testid="applications-total">{applications()}</span> {SHELL.applications}
      </p>
      <p class="stays">{SHELL.stays}</p>
    </header>
  );
}

function ScreenLink(props: { readonly session: Session; readonly screen: Screen; readonly children?: JSX.Element }): JSX.Element {
  const viewState = props.session.viewState;
  function follow(event: MouseEvent): void {
    if (event.ctrlKey || event.shiftKey || event.metaKey) return;
    event.preventDefault();
    viewState.go(props.screen);
  }
  return (
    <a
      href={toHash({ ...viewState.view(), screen: props.screen })}
      aria-current={viewState.view().screen === props.screen ? 'page' : undefined}
      data-testid={`nav-${props.screen}`}
      onClick={follow}
    >
      {SHELL.screens[props.screen]}
      {props.children}
    </a>
  );
}
