import { For, type JSX, Match, Show, Switch } from 'solid-js';
import { RULE_FORM, RULES, ruleFaultText } from '../../messages/mapping-texts.ts';
import type { RuleInForce } from '../../records/mapping.ts';
import type { RulePreview as Preview } from '../../records/rule-preview.ts';
import type { Session } from '../../state/create-session.ts';
import { FailureNotice } from '../parts/Notice.tsx';
import { withoutGaiji } from '../parts/screen-value.ts';

/** What the rule being written hits, what it changes and with which rules it collides. */
export function RulePreview(props: { readonly session: Session }): JSX.Element {
  const { preview, overview } = props.session.mapping;
  const fault = () => {
    const answer = preview().value;
    return answer === null ? null : answer.fault;
  };
  const known = (): Preview | null => {
    const answer = preview().value;
    return answer?.fault === null ? answer.preview : null;
  };
  return (
    <div class="rule-preview" data-testid="rule-preview" aria-live="polite" aria-busy={preview().isPending}>
      <h4>{RULE_FORM.preview}</h4>
      <FailureNotice failure={preview().failure} />
      <Switch fallback={<p class="soft">{RULE_FORM.counting}</p>}>
        <Match when={fault()}>{(why) => <p class="warn-text">{ruleFaultText(why().reason, why().found)}</p>}</Match>
        <Match when={known()}>{(found) => <Known preview={found()} rules={overview().value?.inForce ?? []} />}</Match>
      </Switch>
    </div>
  );
}

function Known(props: { readonly preview: Preview; readonly rules: readonly RuleInForce[] }): JSX.Element {
  return (
    <>
      <p data-testid="preview-hits">{RULE_FORM.hits(props.preview.hits.records, props.preview.hits.points, props.preview.texts)}</p>
      <Show when={props.preview.changes.length > 0} fallback={<p class="soft">{RULE_FORM.noChange}</p>}>
        <p class="soft">{RULE_FORM.changes}</p>
        <ul data-testid="preview-changes">
          <For each={props.preview.changes}>
            {({ from, to, records }) => (
              <li>
                {RULE_FORM.change(from, to)}: {RULE_FORM.records(records)}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.preview.collisions.length > 0}>
        <p class="warn-text">{RULE_FORM.collisions}</p>
        <ul data-testid="preview-collisions">
          <For each={props.preview.collisions}>
            {({ rule, wins, records }) => (
              <li>
                {ruleWords(props.rules[rule])} — {wins ? RULE_FORM.wins : RULE_FORM.loses}: {RULE_FORM.records(records)}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.preview.examples.length > 0}>
        <p class="soft">{RULE_FORM.examples}</p>
        <ul class="examples">
          <For each={props.preview.examples}>
            {({ text, records }) => (
              <li>
                {withoutGaiji(text)} <small>{RULE_FORM.records(records)}</small>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}

/** A rule in one line. */
export function ruleWords(rule: RuleInForce | undefined): string {
  if (rule === undefined) return '';
  const where = rule.line === null ? RULES.shippedRule : RULES.lineRule(rule.line);
  return `${where}: ${[rule.fields.join('/'), rule.match, rule.value].filter((part) => part !== '').join(' ')} → ${rule.result}`;
}
