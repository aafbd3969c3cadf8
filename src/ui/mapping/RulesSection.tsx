import { For, type JSX, Show } from 'solid-js';
import { TARGETS } from '../../classify/rule.ts';
import { grouped } from '../../messages/ja.ts';
import { RULE_HEADER, RULES } from '../../messages/mapping-texts.ts';
import type { RuleInForce } from '../../records/mapping.ts';
import type { Session } from '../../state/create-session.ts';
import { FileButton } from '../parts/FileButton.tsx';
import { FailureNotice } from '../parts/Notice.tsx';
import { saveFile } from '../parts/save-file.ts';
import { emptyRule } from './rule-cells.ts';
import { RuleRow } from './RuleRow.tsx';

/** 対応表: the user's rules, changed in place, and the shipped ones behind them, each with what it classified. */
export function RulesSection(props: { readonly session: Session }): JSX.Element {
  const { rules, mapping } = props.session;
  const inForce = () => mapping.overview().value?.inForce ?? [];
  const weight = (place: number): string => {
    const found = mapping.overview().value?.rules[place];
    return found === undefined ? '' : grouped(found.records);
  };
  const ofLine = (line: number): string => weight(inForce().findIndex((rule) => rule.line === line));
  const faultOf = (line: number) => rules.refused().find((refused) => refused.line === line) ?? null;
  return (
    <section aria-label={RULES.heading} data-testid="rules" data-finished={rules.finished()} aria-busy={rules.isApplying()}>
      <div class="table-bar">
        <h2>{RULES.heading}</h2>
        <p class="soft table-note" title={RULES.note}>
          {RULES.note}
        </p>
        <button type="button" data-testid="rules-undo" disabled={!rules.canUndo() || rules.isApplying()} onClick={() => void rules.undo()}>
          {RULES.undo}
        </button>
        <button type="button" data-testid="rules-redo" disabled={!rules.canRedo() || rules.isApplying()} onClick={() => void rules.redo()}>
          {RULES.redo}
        </button>
        <FileButton label={RULES.load} inputLabel={RULES.input} testId="rules-file" accept=".csv,.txt" onChoose={([file]) => void (file && rules.load(file))} />
        <button type="button" data-testid="rules-save" disabled={rules.lines().length === 0} onClick={() => saveFile(RULES.fileName, rules.text())}>
          {RULES.save}
        </button>
      </div>
      <FailureNotice failure={rules.failure()} />
      <Show when={rules.refused().length}>
        {(count) => (
          <p class="notice warn" role="alert" data-testid="rules-refused">
            {RULES.refusedCount(count())}
          </p>
        )}
      </Show>
      <div class="list-frame rules-frame">
        <table class="list rules">
          <thead>
            <tr>
              <th scope="col" class="number">
                {RULES.line}
              </th>
              <For each={RULE_HEADER}>{(head) => <th scope="col">{head}</th>}</For>
              <th scope="col" class="number">
                {RULES.records}
              </th>
              <th scope="col">{RULES.actions}</th>
            </tr>
          </thead>
          <tbody>
            <Show when={rules.lines().length === 0}>
              <tr>
                <td colspan={10} class="soft">
                  {RULES.none}
                </td>
              </tr>
            </Show>
            <For each={rules.lines()}>
              {(line, at) => (
                <RuleRow
                  line={line}
                  fault={faultOf(line.line)}
                  records={ofLine(line.line)}
                  isFirst={at() === 0}
                  isLast={at() === rules.lines().length - 1}
                  onReplace={(cells) => void rules.replace(at(), cells)}
                  onRemove={() => void rules.remove(at())}
                  onMove={(by) => void rules.move(at(), by)}
                />
              )}
            </For>
            <tr>
              <td />
              <td colspan={9}>
                <button type="button" class="quiet" data-testid="rules-new" onClick={() => void rules.insert(rules.lines().length, emptyRule(TARGETS[0], '206', '含む', ''))}>
                  {RULES.newRule}
                </button>
              </td>
            </tr>
          </tbody>
          <tbody class="shipped">
            <tr>
              <th colspan={10} scope="rowgroup">
                {RULES.shipped}
              </th>
            </tr>
            <For each={inForce()}>{(rule, place) => <Show when={rule.line === null}>{<Shipped rule={rule} records={weight(place())} />}</Show>}</For>
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Shipped(props: { readonly rule: RuleInForce; readonly records: string }): JSX.Element {
  return (
    <tr>
      <td />
      <td>{props.rule.target}</td>
      <td>{props.rule.fields.join('/')}</td>
      <td>{props.rule.match}</td>
      <td>{props.rule.value}</td>
      <td>{props.rule.result}</td>
      <td>{props.rule.resultCode}</td>
      <td>{props.rule.note}</td>
      <td class="number">{props.records}</td>
      <td />
    </tr>
  );
}
