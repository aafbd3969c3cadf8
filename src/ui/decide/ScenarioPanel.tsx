import { For, type JSX, Show, createSignal } from 'solid-js';
import { LIMIT_GROUPS } from '../../decide/learning.ts';
import type { Limits, Outlook, Refill } from '../../decide/scenario.ts';
import { DECIDE, GROUP_TEXTS, SCENARIOS } from '../../messages/decide-screen-texts.ts';
import { pointsText, signedPoints } from '../../messages/decide-texts.ts';
import { grouped } from '../../messages/ja.ts';
import type { ShownScenario } from '../../state/create-scenarios.ts';
import type { Session } from '../../state/create-session.ts';
import { sharePercent } from '../parts/screen-value.ts';
import { SelectField } from '../scope/SelectField.tsx';
import { NumberField } from './NumberField.tsx';
import { SharePlanner } from './SharePlanner.tsx';
import '../parts/list.css';

const REFILLS = Object.entries(SCENARIOS.refills) as [Refill['kind'], string][];
const FIRST_GIVEN = 100;

/** Sets of exclusions side by side: what they free, and what that brings. */
export function ScenarioPanel(props: { readonly session: Session }): JSX.Element {
  const { scenarios, decisions } = props.session;
  const settings = () => decisions.settings.value();
  const [name, setName] = createSignal('');
  const shown = (): readonly ShownScenario[] =>
    [scenarios.none(), scenarios.current(), ...scenarios.named()].filter((each) => each !== null);
  const titleOf = (each: ShownScenario, index: number): string => each.name ?? (index === 0 ? SCENARIOS.none : SCENARIOS.current);
  const given = (): number | null => {
    const { refill } = settings();
    return refill.kind === 'given' ? refill.points : null;
  };
  return (
    <div class="decide-columns">
      <section aria-label={SCENARIOS.heading}>
        <div class="table-bar">
          <h2>{SCENARIOS.heading}</h2>
        </div>
        <div class="filter-bar">
          <SelectField
            label={SCENARIOS.refill}
            testId="refill"
            value={settings().refill.kind}
            options={REFILLS.map(([value, label]) => ({ value, label }))}
            onSelect={(kind) => scenarios.setRefill(kind === 'given' ? { kind, points: FIRST_GIVEN } : { kind })}
          />
          <Show when={given() !== null}>
            <NumberField
              label={SCENARIOS.given}
              testId="refill-points"
              value={given()}
              least={0}
              most={1e9}
              onChange={(points) => scenarios.setRefill({ kind: 'given', points: points ?? 0 })}
            />
          </Show>
          <label class="field">
            <span>{SCENARIOS.name}</span>
            <input type="text" autocomplete="off" data-testid="scenario-name" value={name()} onInput={(event) => setName(event.currentTarget.value)} />
          </label>
          <button
            type="button"
            data-testid="keep-scenario"
            disabled={name().trim() === ''}
            onClick={() => {
              scenarios.keep(name().trim());
              setName('');
            }}
          >
            {SCENARIOS.keep}
          </button>
        </div>
        <div class="list-frame" tabIndex={0} role="region" aria-label={DECIDE.tableOf(SCENARIOS.heading)}>
          <table class="list scenario-table" data-testid="scenarios">
            <thead>
              <tr>
                <th scope="col">{SCENARIOS.figure}</th>
                <For each={shown()}>
                  {(each, index) => (
                    <th scope="col" class="number">
                      {titleOf(each, index())}
                      <Show when={each.name}>
                        {(kept) => (
                          <button type="button" class="quiet" aria-label={SCENARIOS.remove(kept())} onClick={() => scenarios.remove(kept())}>
                            ×
                          </button>
                        )}
                      </Show>
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={ROWS}>
                {([title, text]) => (
                  <tr>
                    <th scope="row">{title}</th>
                    <For each={shown()}>{(each) => <td class="number">{text(each.outlook, settings().limits)}</td>}</For>
                  </tr>
                )}
              </For>
              <For each={LIMIT_GROUPS}>
                {(group, index) => (
                  <tr>
                    <th scope="row">{GROUP_TEXTS[group]}</th>
                    <For each={shown()}>
                      {(each) => <GroupCell outlook={each.outlook} group={index()} limits={settings().limits} />}
                    </For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
        <p class="soft">{SCENARIOS.rateNote}</p>
        <LimitFields session={props.session} />
      </section>
      <SharePlanner session={props.session} />
    </div>
  );
}

const count = (value: number): string => grouped(Math.round(value));
const rate = (value: number | null): string => sharePercent(value);

const ROWS: readonly (readonly [string, (outlook: Outlook, limits: Limits) => string])[] = [
  [SCENARIOS.rows.lines, ({ lines }) => grouped(lines)],
  [SCENARIOS.rows.applications, ({ applications }, { floor }) => `${count(applications)} / ${SCENARIOS.floor} ${count(floor)}${applications < floor ? `（${SCENARIOS.under}）` : ''}`],
  [SCENARIOS.rows.freed, ({ freed }) => count(freed)],
  [SCENARIOS.rows.reducedRate, ({ reducedRate }) => rate(reducedRate)],
  [SCENARIOS.rows.upheldRate, ({ reducedRate }) => rate(reducedRate === null ? null : 1 - reducedRate)],
  [SCENARIOS.rows.perSlot, ({ perSlot }) => pointsText(perSlot)],
  [SCENARIOS.rows.perMonth, ({ perMonth }) => `${count(perMonth.mean)}（${count(perMonth.lower)}–${count(perMonth.upper)}）`],
  [
    SCENARIOS.rows.difference,
    ({ difference }) => `${signedPoints(difference.mean)}（${signedPoints(difference.lower)} – ${signedPoints(difference.upper)}）`,
  ],
];

function GroupCell(props: { readonly outlook: Outlook; readonly group: number; readonly limits: Limits }): JSX.Element {
  const slots = () => props.outlook.byGroup[props.group] ?? { today: 0, freed: 0, then: 0 };
  const limit = (): number => props.limits.byGroup[props.group] ?? 0;
  const mark = (): string => (slots().then > limit() ? SCENARIOS.over : '');
  return (
    <td class="number">
      {SCENARIOS.toward(count(slots().today), count(slots().then), grouped(limit()))}
      <Show when={mark()}>{(text) => <span class="few-mark">{text()}</span>}</Show>
    </td>
  );
}

/** Floor and limits of a month's applications; kept in the settings file. */
function LimitFields(props: { readonly session: Session }): JSX.Element {
  const { scenarios, decisions } = props.session;
  const limits = () => decisions.settings.value().limits;
  const setGroup = (group: number, limit: number): void => {
    const [medical, dental, outside] = limits().byGroup.map((before, index) => (index === group ? limit : before)) as [number, number, number];
    scenarios.setLimits({ ...limits(), byGroup: [medical, dental, outside] });
  };
  return (
    <fieldset class="filter-bar">
      <legend>{SCENARIOS.limits}</legend>
      <NumberField
        label={SCENARIOS.floor}
        testId="limit-floor"
        value={limits().floor}
        least={0}
        most={1e7}
        isWhole
        onChange={(floor) => scenarios.setLimits({ ...limits(), floor: floor ?? 0 })}
      />
      <For each={LIMIT_GROUPS}>
        {(group, index) => (
          <NumberField
            label={GROUP_TEXTS[group]}
            testId={`limit-${group}`}
            value={limits().byGroup[index()] ?? 0}
            least={0}
            most={1e7}
            isWhole
            onChange={(limit) => setGroup(index(), limit ?? 0)}
          />
        )}
      </For>
    </fieldset>
  );
}
