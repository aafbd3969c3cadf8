import { For, type JSX, Show } from 'solid-js';
import { grouped } from '../../messages/ja.ts';
import { DRILL, SUMMARY, TABLE } from '../../messages/result-texts.ts';
import { METRICS, type MetricId, type Surroundings, type Value } from '../../metrics/catalogue.ts';
import type { Figures } from '../../metrics/figures.ts';
import { COUNT_METRICS } from '../../report/table-files.ts';
import type { Session } from '../../state/create-session.ts';
import { StatementButton } from '../explore/StatementButton.tsx';
import { Definitions } from '../parts/Definitions.tsx';
import { boundsOf, figureColumns, recordsBehind } from '../parts/figure-columns.ts';
import { interval, percent, screenValue } from '../parts/screen-value.ts';
import { isNothing } from '../parts/shown-figure.ts';

/** What stands before the first, the second and every other one. */
const SIGNS = ['', '=', '+'];
const RATES: readonly MetricId[] = ['decided', 'reducedRate', 'upheldRate', 'pointsDelta', 'reducedEffect', 'returnedEffect'];
const DEFINED = figureColumns([...COUNT_METRICS, ...RATES, 'reducedRateLower', 'upheldRateLower']);

interface HeadlineProps {
  readonly session: Session;
  readonly total: Figures;
  readonly isBusy: boolean;
}

/** The figures of everything in scope. */
export function Headline(props: HeadlineProps): JSX.Element {
  return (
    <section aria-label={SUMMARY.headline} aria-busy={props.isBusy} data-testid="headline">
      <div class="table-bar">
        <h1>{SUMMARY.headline}</h1>
        <p class="soft table-note">
          {SUMMARY.rateFootnote(props.session.viewState.denominator())}
        </p>
        <StatementButton session={props.session} dimension="total" table={SUMMARY.headline} />
        <Definitions columns={DEFINED} />
      </div>
      <dl class="headline sum">
        <For each={COUNT_METRICS}>{(id, index) => <Headfigure {...props} id={id} sign={SIGNS[Math.min(index(), 2)] ?? ''} />}</For>
      </dl>
      <dl class="headline">
        <For each={RATES}>{(id) => <Headfigure {...props} id={id} sign="" />}</For>
      </dl>
    </section>
  );
}

function Headfigure(props: HeadlineProps & { readonly id: MetricId; readonly sign: string }): JSX.Element {
  const around = (): Surroundings => ({
    total: props.total,
    denominator: props.session.viewState.denominator(),
    isSplit: false,
    inspected: null,
  });
  const valueOf = (id: MetricId): Value => METRICS[id].value(props.total, around());
  const title = (): string => METRICS[props.id].title;
  const text = (): string => screenValue(valueOf(props.id));
  const behind = () => (isNothing(valueOf(props.id)) ? null : recordsBehind(props.id, props.session.grain()));
  return (
    <div data-metric={props.id} data-sign={props.sign}>
      <dt title={METRICS[props.id].meaning}>{title()}</dt>
      <dd>
        <Show when={behind()} fallback={<span class="headline-value">{text()}</span>}>
          {(cell) => (
            <button
              type="button"
              class="figure headline-value"
              aria-label={TABLE.open(TABLE.total, title(), text())}
              onClick={() =>
                props.session.drill.show({
                  dimension: 'total',
                  cell: { line: 0, ...cell() },
                  title: DRILL.title(TABLE.total, title()),
                })
              }
            >
              {text()}
            </button>
          )}
        </Show>
        <span class="headline-unit">{SUMMARY.units[METRICS[props.id].unit]}</span>
        <small>{beneath(props.id, valueOf, props.total)}</small>
      </dd>
    </div>
  );
}

/** Beneath a rate n / D and its interval, beneath a count its share of all applications. */
function beneath(id: MetricId, valueOf: (id: MetricId) => Value, total: Figures): string {
  const value = valueOf(id);
  const bounds = boundsOf(id);
  if (value.kind === 'ratio' && bounds !== null) {
    const range = interval(valueOf(bounds[0]), valueOf(bounds[1]));
    return `${grouped(value.numerator)} / ${grouped(value.denominator)}${range === TABLE.noValue ? '' : SUMMARY.interval(range)}`;
  }
  if (value.kind !== 'count' || id === 'applications') return '';
  return percent(value.count ?? 0, total.applications);
}
