import { For, type JSX, Show } from 'solid-js';
import type { DecidedLine } from '../../decide/decided-line.ts';
import { BULK, DETAIL } from '../../messages/decide-screen-texts.ts';
import { VERDICT_TEXTS, overrideText, pointsText, probabilityText, tenths } from '../../messages/decide-texts.ts';
import { TABLE } from '../../messages/result-texts.ts';
import type { Session } from '../../state/create-session.ts';
import { FailureNotice } from '../parts/Notice.tsx';
import { sharePercent, withoutGaiji } from '../parts/screen-value.ts';

interface LineDetailProps {
  readonly session: Session;
  readonly line: DecidedLine | null;
  reasonOf(line: DecidedLine): string;
}

/** The grounds of one item, and what was left out of them. */
export function LineDetail(props: LineDetailProps): JSX.Element {
  return (
    <section class="line-detail" aria-label={DETAIL.heading} data-testid="line-detail">
      <Show when={props.line} fallback={<p class="soft">{DETAIL.none}</p>}>
        {(line) => (
          <>
            <h2>{withoutGaiji(line().line.name || line().line.code)}</h2>
            <p>
              <strong>{VERDICT_TEXTS[line().verdict]}</strong> {overrideText(line())}
            </p>
            <p data-testid="line-reason">{props.reasonOf(line())}</p>
            <Figures rows={grounds(line())} />
            <h3>{DETAIL.beside}</h3>
            <Figures rows={beside(line())} />
            <button
              type="button"
              onClick={() => props.session.ledger.propose([line()], (each) => each.override?.reason ?? props.reasonOf(each))}
            >
              {BULK.enter}
            </button>
            <FailureNotice failure={props.session.ledger.failure()} />
          </>
        )}
      </Show>
    </section>
  );
}

type Rows = readonly (readonly [string, string])[];

function Figures(props: { readonly rows: Rows }): JSX.Element {
  return (
    <dl class="detail-figures">
      <For each={props.rows}>
        {([title, value]) => (
          <div>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}

function grounds({ estimate: { chance, reach, points, slots }, proposal }: DecidedLine): Rows {
  return [
    [DETAIL.chance, `${sharePercent(chance.mean)}（${sharePercent(chance.lower)}–${sharePercent(chance.upper)}）`],
    [DETAIL.reach, sharePercent(reach.mean)],
    [DETAIL.points, pointsText(points.expected)],
    [DETAIL.share, sharePercent(slots.share)],
    [DETAIL.below, probabilityText(proposal.belowReference)],
  ];
}

function beside({ estimate: { tally } }: DecidedLine): Rows {
  return [
    [DETAIL.formal, tenths(tally.formal)],
    [DETAIL.withdrawn, tenths(tally.withdrawn)],
    [DETAIL.outOfScope, tenths(tally.outOfScope)],
    [DETAIL.unpaid, tenths(tally.unpaid)],
    [DETAIL.returned, tally.returned === 0 ? TABLE.noValue : pointsText(tally.returnedEffect / tally.returned)],
  ];
}
