import { For, type JSX, createEffect, on } from 'solid-js';
import { formatMonth } from '../../core/months.ts';
import type { CalendarMonth } from '../../decide/calendar.ts';
import { CALENDAR } from '../../messages/decide-screen-texts.ts';
import { eraMonthText } from '../../messages/ja.ts';
import { percent } from '../parts/screen-value.ts';
import './calendar.css';

/** The months of application: what is decided of them, and what is due. */
export function CalendarStrip(props: { readonly months: readonly CalendarMonth[] }): JSX.Element {
  let strip!: HTMLOListElement;
  // The newest months stand in sight.
  createEffect(
    on(
      () => props.months.length,
      () => void (strip.scrollLeft = strip.scrollWidth),
    ),
  );
  return (
    <ol ref={strip} class="calendar" aria-label={CALENDAR.heading} title={CALENDAR.note} data-testid="calendar" tabIndex={0}>
      <For each={props.months}>
        {(each) => (
          <li
            classList={{ incomplete: !each.isComplete }}
            title={CALENDAR.title(each.month, each.pending, each.applications)}
            data-month={formatMonth(each.month)}
          >
            <span>
              <strong>{eraMonthText(each.month)}</strong> {each.isComplete ? CALENDAR.complete : CALENDAR.incomplete}
            </span>
            <small>{CALENDAR.decided(percent(each.applications - each.pending, each.applications))}</small>
            <small>{CALENDAR.applyBy(each.applyBy)}</small>
            <small>{CALENDAR.lastChance(each.lastChance)}</small>
          </li>
        )}
      </For>
    </ol>
  );
}
