import { For, type JSX, Show } from 'solid-js';
import { commonPart } from '../../classify/common-part.ts';
import { fieldAt } from '../../layout/fields.ts';
import { grouped } from '../../messages/ja.ts';
import { UNCLASSIFIED_TEXTS } from '../../messages/mapping-texts.ts';
import type { Unclassified, UnclassifiedGroup } from '../../records/unclassified-texts.ts';
import type { Session } from '../../state/create-session.ts';
import { FailureNotice } from '../parts/Notice.tsx';
import { withoutGaiji } from '../parts/screen-value.ts';
import { MarkedRecords } from './MarkedRecords.tsx';
import { RuleForm } from './RuleForm.tsx';
import { emptyRule } from './rule-cells.ts';

/** The most frequent unclassified texts of a target, and beside them what stands in their records and the rule being written. */
export function UnclassifiedSection(props: { readonly session: Session }): JSX.Element {
  const mapping = props.session.mapping;
  const answer = mapping.unclassified;
  return (
    <section aria-label={UNCLASSIFIED_TEXTS.heading(mapping.target())} data-testid="unclassified" aria-busy={answer().isPending}>
      <div class="table-bar">
        <h2>{UNCLASSIFIED_TEXTS.heading(mapping.target())}</h2>
        <Show when={answer().value}>
          {(found) => (
            <p class="soft table-note" data-testid="unclassified-counts">
              {UNCLASSIFIED_TEXTS.counts(found().all.records, found().groupCount, found().groups.length)}
            </p>
          )}
        </Show>
      </div>
      <FailureNotice failure={answer().failure} />
      <div class="mapping-columns">
        <Show when={answer().value}>{(found) => <Texts session={props.session} found={found()} />}</Show>
        <div class="beside">
          <Show when={mapping.draft() === null && mapping.lookedAt() === null}>
            <p class="soft">{UNCLASSIFIED_TEXTS.choose}</p>
          </Show>
          <Show when={mapping.draft()}>{(draft) => <RuleForm session={props.session} draft={draft()} />}</Show>
          <Show when={mapping.lookedAt()}>
            <MarkedRecords session={props.session} />
          </Show>
        </div>
      </div>
    </section>
  );
}

function Texts(props: { readonly session: Session; readonly found: Unclassified }): JSX.Element {
  const mapping = props.session.mapping;
  function choose(group: UnclassifiedGroup): void {
    const texts = group.texts.map(({ text }) => text);
    const [first = ''] = texts;
    mapping.lookAt({ field: group.field, text: first });
    const part = texts.length > 1 ? commonPart(texts) : '';
    const [match, value] = part === '' ? ['一致', first] : ['含む', part];
    mapping.write({ cells: emptyRule(mapping.target(), String(group.field), match, value), line: null });
  }
  return (
    <div>
      <Show when={props.found.blank.records}>{(records) => <p class="soft">{UNCLASSIFIED_TEXTS.blank(records())}</p>}</Show>
      <Show when={props.found.groups.length > 0} fallback={<p class="notice">{UNCLASSIFIED_TEXTS.none}</p>}>
        <div class="list-frame texts-frame">
          <table class="list">
            <thead>
              <tr>
                <th scope="col">{UNCLASSIFIED_TEXTS.heads.field}</th>
                <th scope="col">{UNCLASSIFIED_TEXTS.heads.text}</th>
                <th scope="col" class="number">
                  {UNCLASSIFIED_TEXTS.heads.records}
                </th>
                <th scope="col" class="number">
                  {UNCLASSIFIED_TEXTS.heads.points}
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={props.found.groups}>
                {(group) => (
                  <tr classList={{ chosen: isChosen(props.session, group) }} data-testid="unclassified-text">
                    <td title={fieldAt(group.field).name}>{group.field}</td>
                    <td class="value">
                      <button type="button" class="quiet text-choice" title={group.texts.map(({ text }) => withoutGaiji(text)).join('\n')} onClick={() => choose(group)}>
                        {withoutGaiji(group.texts[0]?.text ?? '')}
                      </button>
                      <Show when={group.texts.length - 1}>{(more) => <small> {UNCLASSIFIED_TEXTS.alike(more())}</small>}</Show>
                    </td>
                    <td class="number">{grouped(group.records)}</td>
                    <td class="number">{grouped(group.points)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </div>
  );
}

function isChosen(session: Session, group: UnclassifiedGroup): boolean {
  const looked = session.mapping.lookedAt();
  return looked !== null && looked.field === group.field && looked.text === group.texts[0]?.text;
}
