import { For, type JSX, Show, createUniqueId } from 'solid-js';
import { MATCHES, type Match, TARGETS } from '../../classify/rule.ts';
import { MATCH_HINTS, RULE_FORM, RULE_HEADER, RULES } from '../../messages/mapping-texts.ts';
import type { RuleDraft } from '../../state/create-mapping.ts';
import type { Session } from '../../state/create-session.ts';
import { CELL, offeredResults } from './rule-cells.ts';
import { RulePreview } from './RulePreview.tsx';

/** A rule being written, and what it would do. */
export function RuleForm(props: { readonly session: Session; readonly draft: RuleDraft }): JSX.Element {
  const { mapping, rules } = props.session;
  const list = createUniqueId();
  const cell = (place: number): string => props.draft.cells[place] ?? '';
  const isItem = (): boolean => cell(CELL.target) === '項目';
  const isReady = (): boolean => mapping.preview().value?.fault === null && !mapping.preview().isPending && !rules.isApplying();

  function set(place: number, text: string): void {
    mapping.write({ ...props.draft, cells: props.draft.cells.with(place, text) });
  }
  async function add(): Promise<void> {
    const { cells, line } = props.draft;
    const at = rules.lines().findIndex((each) => each.line === line);
    await (at < 0 ? rules.insert(0, cells) : rules.replace(at, cells));
    mapping.write(null);
    mapping.lookAt(null);
  }

  const text = (place: number, name: string, isList = false): JSX.Element => (
    <label class="field">
      <span>{RULE_HEADER[place]}</span>
      <input
        type="text"
        data-testid={`rule-${name}`}
        value={cell(place)}
        list={isList ? list : undefined}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          if (!event.isComposing) set(place, event.currentTarget.value);
        }}
        onCompositionEnd={(event) => set(place, event.currentTarget.value)}
      />
    </label>
  );
  const choice = (place: number, name: string, options: readonly string[]): JSX.Element => (
    <label class="field">
      <span>{RULE_HEADER[place]}</span>
      <select data-testid={`rule-${name}`} onChange={(event) => set(place, event.currentTarget.value)}>
        <For each={options}>
          {(option) => (
            <option value={option} selected={option === cell(place)} title={MATCH_HINTS[option as Match]}>
              {option}
            </option>
          )}
        </For>
      </select>
    </label>
  );

  return (
    <form
      class="rule-form"
      data-testid="rule-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady()) void add();
      }}
    >
      <h3>{props.draft.line === null ? RULE_FORM.heading : RULE_FORM.headingOld(props.draft.line)}</h3>
      <div class="rule-cells">
        {choice(CELL.target, 'target', TARGETS)}
        {text(CELL.fields, 'fields')}
        {choice(CELL.match, 'match', MATCHES)}
        <div class="wide">{text(CELL.value, 'value')}</div>
        <Show when={cell(CELL.target) === '点検区分'} fallback={choice(CELL.result, 'result', ['', ...offeredResults(cell(CELL.target))])}>
          {text(CELL.result, 'result', true)}
        </Show>
        <Show when={isItem()}>{text(CELL.code, 'code')}</Show>
        <div class="wide">{text(CELL.note, 'note')}</div>
      </div>
      <datalist id={list}>
        <For each={offeredResults('点検区分')}>{(name) => <option value={name} />}</For>
      </datalist>
      <div class="rule-buttons">
        <button type="submit" class="primary" data-testid="rule-add" disabled={!isReady()}>
          {props.draft.line === null ? RULE_FORM.add : RULE_FORM.replace}
        </button>
        <button type="button" onClick={() => mapping.write(null)}>
          {RULE_FORM.cancel}
        </button>
        <Show when={rules.isApplying()}>
          <span class="soft" role="status">
            {RULES.applying}
          </span>
        </Show>
      </div>
      <RulePreview session={props.session} />
    </form>
  );
}
