import { For, type JSX, Show } from 'solid-js';
import { FINDINGS, grainReason } from '../../messages/import-texts.ts';
import { GRAINS, PREFECTURES, prefectureText } from '../../messages/ja.ts';
import type { Loaded } from '../../records/loaded.ts';
import type { Session } from '../../state/create-session.ts';
import { percent, sharePercent } from '../parts/screen-value.ts';

const TARGETS = ['outcome', 'checkType', 'item'] as const;

interface FindingsProps {
  readonly session: Session;
  readonly loaded: Loaded;
}

/** How much was recognised, and what the figures take for granted. */
export function Findings(props: FindingsProps): JSX.Element {
  const grain = () => props.loaded.grain;
  const chosenGrain = () => {
    const { grain: chosen } = props.session.viewState.view().choices;
    return chosen === 'auto' ? null : chosen;
  };
  return (
    <section class="findings" aria-label={FINDINGS.heading} data-testid="findings">
      <div class="table-bar">
        <h2>{FINDINGS.heading}</h2>
      </div>
      <dl class="facts">
        <For each={TARGETS}>
          {(target) => (
            <div>
              <dt>{FINDINGS[target]}</dt>
              <dd class="figures-text" data-testid={`coverage-${target}`}>
                {sharePercent(props.loaded.coverage[target])}
              </dd>
            </div>
          )}
        </For>
        <div class="wide">
          <dt>{FINDINGS.grain}</dt>
          <dd>
            <strong data-testid="grain-found">{GRAINS[grain().grain]}</strong>
            <small>
              {grainReason(grain(), percent(grain().single, grain().looked))}
              <Show when={chosenGrain()}>{(chosen) => FINDINGS.chosenGrain(chosen())}</Show>
            </small>
          </dd>
        </div>
        <div class="wide">
          <dt>{FINDINGS.ownPrefecture}</dt>
          <dd>
            <OwnPrefecture session={props.session} found={props.loaded.ownPrefecture} />
            <small>{props.loaded.ownPrefecture === 0 ? FINDINGS.ownPrefectureNone : FINDINGS.ownPrefectureWhy}</small>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function OwnPrefecture(props: { readonly session: Session; readonly found: number }): JSX.Element {
  const chosen = () => props.session.viewState.view().choices.ownPrefecture;
  return (
    <select
      data-testid="own-prefecture"
      aria-label={FINDINGS.ownPrefecture}
      onChange={(event) => {
        const number = Number(event.currentTarget.value);
        props.session.viewState.choose({ ownPrefecture: number === 0 ? null : number });
      }}
    >
      <option value="0" selected={chosen() === null}>
        {FINDINGS.automatic(prefectureText(props.found))}
      </option>
      <For each={PREFECTURES}>
        {(_, index) => (
          <option value={index() + 1} selected={chosen() === index() + 1}>
            {prefectureText(index() + 1)}
          </option>
        )}
      </For>
    </select>
  );
}
