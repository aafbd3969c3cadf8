import { For, type JSX } from 'solid-js';
import type { Bin, Spread } from '../../explore/profile.ts';
import { grouped } from '../../messages/ja.ts';
import { PROFILE, columnValueText } from '../../messages/explore-texts.ts';
import type { RecordColumn } from '../../records/columns.ts';
import type { Session } from '../../state/create-session.ts';

interface SpreadFigureProps {
  readonly session: Session;
  readonly column: RecordColumn;
  readonly spread: Spread;
}

const QUANTILES = ['least', 'lowerQuartile', 'median', 'upperQuartile', 'most'] as const;

/** Quartiles, and a bar for each range of values; a bar narrows the scope to its range. */
export function SpreadFigure(props: SpreadFigureProps): JSX.Element {
  const text = (value: number): string => columnValueText(props.column.form, String(value));
  const most = (): number => Math.max(...props.spread.bins.map(({ records }) => records));
  const label = ({ from, to, records }: Bin): string => PROFILE.bin(PROFILE.range(text(from), text(to)), grouped(records));
  const isChosen = ({ from, to }: Bin): boolean => {
    const chosen = props.session.explore.chosen();
    return chosen !== null && chosen.from === from && chosen.to === to;
  };
  return (
    <section aria-label={PROFILE.spread}>
      <div class="table-bar">
        <h3>{PROFILE.spread}</h3>
        <p class="soft table-note">{props.column.form === 'month' ? PROFILE.binNotes.month : PROFILE.binNotes.number}</p>
      </div>
      <dl class="quantiles">
        <For each={QUANTILES}>
          {(each) => (
            <div data-quantile={each}>
              <dt>{PROFILE.quantiles[each]}</dt>
              <dd>{text(props.spread[each])}</dd>
            </div>
          )}
        </For>
      </dl>
      <div class="bins">
        <For each={props.spread.bins}>
          {(bin) => (
            <button
              type="button"
              class="bin"
              title={label(bin)}
              aria-label={label(bin)}
              aria-pressed={isChosen(bin)}
              data-testid="bin"
              onClick={() => props.session.explore.narrow(props.column, isChosen(bin) ? null : { values: null, from: bin.from, to: bin.to })}
            >
              <span class="bin-bar" style={{ height: `${((bin.records / most()) * 100).toFixed(1)}%` }} />
            </button>
          )}
        </For>
      </div>
      <div class="bin-ends soft">
        <span>{text(props.spread.least)}</span>
        <span>{text(props.spread.most)}</span>
      </div>
    </section>
  );
}
