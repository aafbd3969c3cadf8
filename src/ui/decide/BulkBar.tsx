import { For, type JSX, createSignal } from 'solid-js';
import type { DecidedLine } from '../../decide/decided-line.ts';
import { VERDICTS, type Verdict } from '../../decide/propose.ts';
import { BULK } from '../../messages/decide-screen-texts.ts';
import { VERDICT_TEXTS } from '../../messages/decide-texts.ts';
import type { Session } from '../../state/create-session.ts';

interface BulkBarProps {
  readonly session: Session;
  readonly shown: readonly DecidedLine[];
  reasonOf(line: DecidedLine): string;
}

/** Decides the chosen lines together, with a reason, or enters them in the ledger. */
export function BulkBar(props: BulkBarProps): JSX.Element {
  const { decisions, decideView, ledger } = props.session;
  const [chosen, setChosen] = decideView.chosen;
  const [verdict, setVerdict] = createSignal<Verdict>('exclude');
  const [reason, setReason] = createSignal('');
  const [told, setTold] = createSignal('');
  // What is filtered away is not changed unseen.
  const affected = (): readonly DecidedLine[] => props.shown.filter(({ key }) => chosen().has(key));

  function finish(): void {
    setTold(BULK.done(affected().length));
    setChosen(new Set<string>());
  }
  function change(to: Verdict | null): void {
    decisions.override(affected().map(({ key }) => key), to, reason().trim());
    finish();
  }
  function enter(): void {
    ledger.propose(affected(), (line) => line.override?.reason ?? props.reasonOf(line));
    finish();
  }
  return (
    <div class="bulk-bar" role="group" aria-label={BULK.heading}>
      <span class="soft">{BULK.chosen(affected().length)}</span>
      <select aria-label={BULK.heading} data-testid="bulk-verdict" onChange={(event) => setVerdict(event.currentTarget.value as Verdict)}>
        <For each={VERDICTS}>{(each) => <option value={each}>{VERDICT_TEXTS[each]}</option>}</For>
      </select>
      <input
        type="text"
        aria-label={BULK.reason}
        placeholder={BULK.reasonHint}
        autocomplete="off"
        data-testid="bulk-reason"
        value={reason()}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <button
        type="button"
        data-testid="bulk-set"
        disabled={affected().length === 0 || reason().trim() === ''}
        onClick={() => change(verdict())}
      >
        {BULK.set}
      </button>
      <button type="button" data-testid="bulk-restore" disabled={affected().every(({ override }) => override === null)} onClick={() => change(null)}>
        {BULK.restore}
      </button>
      <button type="button" data-testid="bulk-enter" disabled={affected().length === 0} onClick={enter}>
        {BULK.enter}
      </button>
      <span class="soft" role="status">
        {told()}
      </span>
    </div>
  );
}
