import { For, type JSX, Show, createMemo, createSignal } from 'solid-js';
import { formatMonth, monthsBetween } from '../../core/months.ts';
import { halfWidth } from '../../core/text.ts';
import { eraMonthText, grouped, monthText } from '../../messages/ja.ts';
import { INSPECTED } from '../../messages/result-texts.ts';
import type { Session } from '../../state/create-session.ts';

/** 点検件数 by month, typed in; gives 申出率. */
export function InspectedForm(props: { readonly session: Session }): JSX.Element {
  const { workbench, viewState, inspected } = props.session;
  const months = createMemo(() => {
    const { axis, from, to } = viewState.view().scope;
    const period = axis === 'request' ? [from, to].filter((month) => month !== null) : [];
    const all = [...(workbench.loaded()?.requestMonths ?? []), ...(workbench.loaded()?.lists.applications?.waitingMonths ?? []), ...period];
    return all.length === 0 ? [] : monthsBetween(Math.min(...all), Math.max(...all));
  });
  const missing = (): number => months().filter((month) => !inspected.claims().has(month)).length;
  return (
    <section class="inspected" aria-label={INSPECTED.heading}>
      <div class="table-bar">
        <h2>{INSPECTED.heading}</h2>
        <p class="soft table-note">
          {INSPECTED.why}
          <Show when={missing() > 0 && missing() < months().length}>{INSPECTED.missing(missing())}</Show>
        </p>
      </div>
      <div class="inspected-months">
        <For each={months()}>{(month) => <MonthInput session={props.session} month={month} />}</For>
      </div>
    </section>
  );
}

function MonthInput(props: { readonly session: Session; readonly month: number }): JSX.Element {
  const [isUnreadable, setUnreadable] = createSignal(false);
  const inspected = props.session.inspected;
  const shown = (): string => {
    const claims = inspected.claims().get(props.month);
    return claims === undefined ? '' : grouped(claims);
  };
  // From then on the field is the user's; it is set in order when they leave it.
  const first = shown();
  function read(text: string): void {
    const plain = halfWidth(text).replace(/[\s,、]/gu, '');
    const claims = /^\d{1,15}$/u.test(plain) ? Number(plain) : null;
    setUnreadable(claims === null && plain !== '');
    inspected.set(props.month, claims);
  }
  return (
    <label class="field">
      <span>
        {monthText(props.month)} <small>{eraMonthText(props.month)}</small>
      </span>
      <input
        type="text"
        inputmode="numeric"
        autocomplete="off"
        class="number"
        data-testid={`inspected-${formatMonth(props.month)}`}
        aria-label={INSPECTED.label(props.month)}
        aria-invalid={isUnreadable()}
        title={isUnreadable() ? INSPECTED.unreadable : undefined}
        value={first}
        onInput={(event) => read(event.currentTarget.value)}
        onBlur={(event) => {
          if (!isUnreadable()) event.currentTarget.value = shown();
        }}
      />
      <Show when={isUnreadable()}>
        <small class="warn-text" role="alert">
          {INSPECTED.unreadable}
        </small>
      </Show>
    </label>
  );
}
