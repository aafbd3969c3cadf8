import { For, type JSX, Show, createMemo } from 'solid-js';
import { effectAt, planShares } from '../../decide/share-plan.ts';
import { DECIDE, SHARES } from '../../messages/decide-screen-texts.ts';
import { pointsText, tenths } from '../../messages/decide-texts.ts';
import { EMPTY } from '../../messages/result-texts.ts';
import type { Session } from '../../state/create-session.ts';
import { ListTable } from '../parts/ListTable.tsx';
import { sharePercent } from '../parts/screen-value.ts';
import { NumberField } from './NumberField.tsx';

const { heads } = SHARES;

/** How the shares of the check types might move. */
export function SharePlanner(props: { readonly session: Session }): JSX.Element {
  const { decisions, scenarios } = props.session;
  const room = (): number => decisions.settings.value().shareRoom;
  const lines = createMemo(() => decisions.checkTypes().value?.estimates?.lines ?? []);
  const plan = createMemo(() => planShares(lines(), room()));
  const rows = createMemo(() => lines().map((line, index) => ({ line, plan: plan()[index] ?? { today: 0, proposed: 0 } })));
  return (
    <section aria-label={SHARES.heading} data-testid="share-planner">
      <div class="table-bar">
        <h2>{SHARES.heading}</h2>
      </div>
      <div class="filter-bar">
        <NumberField
          label={SHARES.room}
          testId="share-room"
          value={Math.round(room() * 1e4) / 100}
          least={0}
          most={100}
          onChange={(points) => scenarios.setShareRoom((points ?? 0) / 100)}
        />
      </div>
      <Show when={rows().length > 0} fallback={<p class="notice">{decisions.checkTypes().isPending ? EMPTY.counting : SHARES.nothing}</p>}>
        <ListTable
          region={DECIDE.tableOf(SHARES.heading)}
          heads={[heads.name, [heads.today, 'number'], [heads.effect, 'number'], [heads.proposed, 'number'], [heads.change, 'number']]}
        >
          <For each={rows()}>
            {({ line, plan: { today, proposed } }) => (
              <tr>
                <th scope="row">{line.name}</th>
                <td class="number">{sharePercent(today)}</td>
                <td class="number">{`${pointsText(line.effect.mean)}（${pointsText(line.effect.lower)}–${pointsText(line.effect.upper)}）`}</td>
                <td class="number">{sharePercent(proposed)}</td>
                <td class="number">{`${proposed < today ? '-' : '+'}${tenths(Math.abs(proposed - today) * 100)}`}</td>
              </tr>
            )}
          </For>
        </ListTable>
        <p>
          {SHARES.gain(
            pointsText(effectAt(lines(), plan().map(({ today }) => today))),
            pointsText(effectAt(lines(), plan().map(({ proposed }) => proposed))),
          )}
        </p>
      </Show>
      <p class="soft">{SHARES.note}</p>
    </section>
  );
}
