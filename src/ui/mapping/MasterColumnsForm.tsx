import { For, type JSX, createSignal } from 'solid-js';
import { ITEM_KINDS, type ItemKind } from '../../classify/item.ts';
import { MASTERS } from '../../messages/mapping-texts.ts';
import type { MasterDraft } from '../../state/create-masters.ts';
import type { Session } from '../../state/create-session.ts';
import { SelectField } from '../scope/SelectField.tsx';

/** The first lines of a master of another layout, and which columns hold code and name. */
export function MasterColumnsForm(props: { readonly session: Session; readonly draft: MasterDraft }): JSX.Element {
  const masters = props.session.masters;
  const [kind, setKind] = createSignal<ItemKind>('診療行為');
  const [code, setCode] = createSignal(guess(props.draft, isCode));
  const [name, setName] = createSignal(guess(props.draft, isName));
  const columns = (): readonly { value: string; label: string }[] =>
    Array.from({ length: props.draft.preview.columns }, (_, place) => ({ value: String(place), label: MASTERS.column(place) }));
  return (
    <form
      class="master-columns"
      data-testid="master-columns"
      onSubmit={(event) => {
        event.preventDefault();
        void masters.chooseColumns({ kind: kind(), code: code(), name: name() });
      }}
    >
      <h3>{MASTERS.columns(props.draft.file.name)}</h3>
      <p class="soft">{MASTERS.columnsNote}</p>
      <div class="list-frame">
        <table class="list">
          <thead>
            <tr>
              <For each={columns()}>{({ label }) => <th scope="col">{label}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={props.draft.preview.lines}>
              {(line) => (
                <tr>
                  <For each={line}>{(cell) => <td>{cell}</td>}</For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <div class="rule-cells">
        <SelectField label={MASTERS.kind} testId="master-kind" value={kind()} options={ITEM_KINDS.map((each) => ({ value: each, label: each }))} onSelect={setKind} />
        <SelectField label={MASTERS.code} testId="master-code" value={String(code())} options={columns()} onSelect={(place) => setCode(Number(place))} />
        <SelectField label={MASTERS.name} testId="master-name" value={String(name())} options={columns()} onSelect={(place) => setName(Number(place))} />
      </div>
      <div class="rule-buttons">
        <button type="submit" class="primary" data-testid="master-use" disabled={masters.reading() > 0}>
          {MASTERS.use}
        </button>
        <button type="button" onClick={() => masters.dropDraft()}>
          {MASTERS.cancel}
        </button>
      </div>
    </form>
  );
}

/** The first column whose cells mostly look so; the first column where none does. */
function guess({ preview }: MasterDraft, looksSo: (cell: string) => boolean): number {
  const fits = (place: number): boolean => preview.lines.filter((line) => looksSo(line[place] ?? '')).length * 2 > preview.lines.length;
  for (let place = 0; place < preview.columns; place++) if (fits(place)) return place;
  return 0;
}

function isCode(cell: string): boolean {
  return /^\d{9}$/u.test(cell.normalize('NFKC').trim());
}

function isName(cell: string): boolean {
  return /[\p{Script=Han}\p{Script=Katakana}]/u.test(cell);
}
