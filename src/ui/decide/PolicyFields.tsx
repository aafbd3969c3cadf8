import { For, type JSX, Show } from 'solid-js';
import type { Policy } from '../../decide/policy.ts';
import { POLICY } from '../../messages/decide-screen-texts.ts';
import type { Session } from '../../state/create-session.ts';
import { Popover } from '../parts/Popover.tsx';
import { sharePercent } from '../parts/screen-value.ts';
import { NumberField } from './NumberField.tsx';

const SHARES = ['threshold', 'thresholdCertainty', 'certainty', 'maxFreed', 'keepBelow'] as const satisfies readonly (keyof Policy)[];

/** By what lines are proposed, and how much that frees. */
export function PolicyFields(props: { readonly session: Session }): JSX.Element {
  const { decisions } = props.session;
  const policy = () => decisions.settings.value().policy;
  return (
    <>
      <Popover label={POLICY.button} contentLabel={POLICY.heading} testId="policy">
        <div class="policy-fields">
          <For each={SHARES}>
            {(key) => (
              <NumberField
                label={POLICY[key]}
                testId={`policy-${key}`}
                value={Math.round(policy()[key] * 1e4) / 100}
                least={0}
                most={100}
                onChange={(percent) => decisions.setPolicy({ [key]: (percent ?? 0) / 100 })}
              />
            )}
          </For>
          <NumberField
            label={POLICY.fewestDecided}
            testId="policy-fewestDecided"
            value={policy().fewestDecided}
            least={0}
            most={100_000}
            isWhole
            onChange={(count) => decisions.setPolicy({ fewestDecided: count ?? 0 })}
          />
          <NumberField
            label={POLICY.halfLife}
            testId="policy-halfLife"
            value={policy().halfLife}
            least={1}
            most={1200}
            mayBeBlank
            onChange={(halfLife) => decisions.setPolicy({ halfLife })}
          />
        </div>
      </Popover>
      <Show when={decisions.proposals()}>
        {(proposals) => (
          <span class="soft" data-testid="freed-share">
            {POLICY.summary(sharePercent(proposals().freed), sharePercent(proposals().freedByEffect))}
          </span>
        )}
      </Show>
    </>
  );
}
