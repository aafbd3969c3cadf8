import { For, type JSX, Show } from 'solid-js';
import { MATCHES, TARGETS } from '../../classify/rule.ts';
import type { RefusedRule, RuleLine } from '../../classify/rule-table.ts';
import { RULE_HEADER, RULES, ruleFaultText } from '../../messages/mapping-texts.ts';
import { CELL } from './rule-cells.ts';

interface RuleRowProps {
  readonly line: RuleLine;
  /** Why it is no rule; null where it is one. */
  readonly fault: RefusedRule | null;
  /** What it classified, as text. */
  readonly records: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  onReplace(cells: readonly string[]): void;
  onRemove(): void;
  onMove(by: -1 | 1): void;
}

const CHOICES: Readonly<Record<number, readonly string[]>> = { [CELL.target]: TARGETS, [CELL.match]: MATCHES };

/** A line of the user's table, each cell to be changed in place; a change is taken when the cell is left or by Enter. */
export function RuleRow(props: RuleRowProps): JSX.Element {
  const set = (place: number, text: string): void => {
    if (text !== props.line.cells[place]) props.onReplace(props.line.cells.with(place, text));
  };
  return (
    <>
      <tr data-testid="rule-line">
        <td class="number">{props.line.line}</td>
        <For each={RULE_HEADER}>
          {(head, place) => (
            <td>
              <Cell label={RULES.cell(props.line.line, head)} text={props.line.cells[place()] ?? ''} choices={CHOICES[place()] ?? null} onSet={(text) => set(place(), text)} />
            </td>
          )}
        </For>
        <td class="number">{props.records}</td>
        <td class="rule-actions">
          <button type="button" class="quiet" aria-label={RULES.moved(props.line.line, RULES.up)} disabled={props.isFirst} onClick={() => props.onMove(-1)}>
            {RULES.up}
          </button>
          <button type="button" class="quiet" aria-label={RULES.moved(props.line.line, RULES.down)} disabled={props.isLast} onClick={() => props.onMove(1)}>
            {RULES.down}
          </button>
          <button type="button" class="quiet" aria-label={RULES.moved(props.line.line, RULES.remove)} onClick={() => props.onRemove()}>
            {RULES.remove}
          </button>
        </td>
      </tr>
      <Show when={props.fault}>
        {(fault) => (
          <tr class="rule-fault">
            <td />
            <td colspan={9} class="warn-text">
              {ruleFaultText(fault().reason, fault().found)}
            </td>
          </tr>
        )}
      </Show>
    </>
  );
}

interface CellProps {
  readonly label: string;
  readonly text: string;
  /** Null for free text. */
  readonly choices: readonly string[] | null;
  onSet(text: string): void;
}

function Cell(props: CellProps): JSX.Element {
  return (
    <Show
      when={props.choices}
      fallback={
        <input type="text" aria-label={props.label} value={props.text} autocomplete="off" spellcheck={false} onChange={(event) => props.onSet(event.currentTarget.value)} />
      }
    >
      {(choices) => (
        <select aria-label={props.label} onChange={(event) => props.onSet(event.currentTarget.value)}>
          <Show when={!choices().includes(props.text)}>
            <option value={props.text} selected>
              {props.text}
            </option>
          </Show>
          <For each={choices()}>
            {(choice) => (
              <option value={choice} selected={choice === props.text}>
                {choice}
              </option>
            )}
          </For>
        </select>
      )}
    </Show>
  );
}
