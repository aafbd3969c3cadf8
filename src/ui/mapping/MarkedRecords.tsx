import { For, type JSX, Show } from 'solid-js';
import { fieldAt } from '../../layout/fields.ts';
import { BASIS_NAMES, UNCLASSIFIED_TEXTS } from '../../messages/mapping-texts.ts';
import type { Mark, MarkedText } from '../../records/recognised-marks.ts';
import type { Session } from '../../state/create-session.ts';
import { FailureNotice } from '../parts/Notice.tsx';
import { withoutGaiji } from '../parts/screen-value.ts';
import { CELL } from './rule-cells.ts';

/** Records with the text looked at, with what was recognised marked in their texts; selected words become a rule's value. */
export function MarkedRecords(props: { readonly session: Session }): JSX.Element {
  const mapping = props.session.mapping;
  let frame!: HTMLDivElement;
  function useSelection(): void {
    const selection = document.getSelection();
    const field = selectedField(selection, frame);
    const draft = mapping.draft();
    const value = selection?.toString().trim() ?? '';
    if (field === null || draft === null || value === '') return;
    mapping.write({ ...draft, cells: draft.cells.with(CELL.fields, field).with(CELL.match, '含む').with(CELL.value, value) });
  }
  return (
    <section ref={frame} class="marked-records" aria-label={UNCLASSIFIED_TEXTS.records} data-testid="marked-records">
      <div class="table-bar">
        <h3>{UNCLASSIFIED_TEXTS.records}</h3>
        <button type="button" class="quiet" data-testid="use-selection" title={UNCLASSIFIED_TEXTS.selectHint} onClick={useSelection}>
          {UNCLASSIFIED_TEXTS.selected}
        </button>
      </div>
      <FailureNotice failure={mapping.records().failure} />
      <For each={mapping.records().value ?? []}>
        {(record) => (
          <dl>
            <dt class="soft">{UNCLASSIFIED_TEXTS.place(record.file, record.line)}</dt>
            <dd class="soft">{record.classes.map(({ target, result }) => `${target} ${result}`).join('・')}</dd>
            <For each={record.texts}>
              {(text) => (
                <>
                  <dt title={fieldAt(text.field).name}>
                    {text.field} {fieldAt(text.field).name}
                  </dt>
                  <dd data-field={text.field}>
                    <Marked text={text} />
                  </dd>
                </>
              )}
            </For>
          </dl>
        )}
      </For>
    </section>
  );
}

/** The field in which the selection starts; null outside of this frame. */
function selectedField(selection: Selection | null, frame: HTMLElement): string | null {
  const node = selection?.anchorNode ?? null;
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  if (element === null || !frame.contains(element)) return null;
  return element.closest('[data-field]')?.getAttribute('data-field') ?? null;
}

function Marked(props: { readonly text: MarkedText }): JSX.Element {
  return (
    <For each={partsOf(props.text)}>
      {(part) => (
        <Show when={part.mark} fallback={withoutGaiji(part.text)}>
          {(mark) => (
            <mark class={`mark-${mark().basis}`} title={`${BASIS_NAMES[mark().basis]}: ${mark().said}`}>
              {withoutGaiji(part.text)}
            </mark>
          )}
        </Show>
      )}
    </For>
  );
}

/** A text cut where marks begin and end; of overlapping ones the first counts. */
function partsOf({ text, marks }: MarkedText): readonly { readonly text: string; readonly mark: Mark | null }[] {
  const parts: { text: string; mark: Mark | null }[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.begin < at) continue;
    if (mark.begin > at) parts.push({ text: text.slice(at, mark.begin), mark: null });
    parts.push({ text: text.slice(mark.begin, mark.end), mark });
    at = mark.end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), mark: null });
  return parts;
}
