import { type JSX, createMemo } from 'solid-js';
import type { Estimates } from '../../decide/estimate.ts';
import type { Proposals } from '../../decide/propose.ts';
import { reasonText } from '../../messages/decide-texts.ts';
import { LINES } from '../../messages/decide-screen-texts.ts';
import type { DecidedLine } from '../../decide/decided-line.ts';
import type { Session } from '../../state/create-session.ts';
import { BulkBar } from './BulkBar.tsx';
import { DecideTable } from './DecideTable.tsx';
import { EffectPlot } from './EffectPlot.tsx';
import { FilterBar } from './FilterBar.tsx';
import { LineDetail } from './LineDetail.tsx';
import { filtered } from './line-filter.ts';

interface LinesPanelProps {
  readonly session: Session;
  readonly estimates: Estimates;
  readonly proposals: Proposals;
}

/** Every item with its grounds and its verdict; the plot and the grounds of one item beside. */
export function LinesPanel(props: LinesPanelProps): JSX.Element {
  const { decisions, decideView } = props.session;
  const shown = createMemo(() => filtered(decisions.lines(), decideView.filter[0](), decideView.search[0]()));
  const [selected, setSelected] = decideView.selected;
  const selectedLine = createMemo(() => decisions.lines().find(({ key }) => key === selected()) ?? null);
  const reasonOf = (line: DecidedLine): string => reasonText(line, decisions.settings.value().policy, props.estimates.dormantBefore);
  return (
    <div class="decide-lines">
      <div class="decide-main">
        <FilterBar session={props.session} shown={shown()} />
        <BulkBar session={props.session} shown={shown()} reasonOf={reasonOf} />
        <DecideTable session={props.session} lines={shown()} reasonOf={reasonOf} />
        <p class="soft decide-note">{LINES.shared(props.estimates.shared, props.estimates.unnamed)}</p>
      </div>
      <div class="decide-side">
        <EffectPlot
          isAnonymised={props.session.report.isAnonymised()}
          lines={shown()}
          denominator={props.session.viewState.denominator()}
          selected={selected()}
          reference={props.proposals.references[0]}
          onSelect={setSelected}
        />
        <LineDetail session={props.session} line={selectedLine()} reasonOf={reasonOf} />
      </div>
    </div>
  );
}
