import { For, type JSX, Show } from 'solid-js';
import { failureText } from '../../messages/failures.ts';
import { grouped } from '../../messages/ja.ts';
import { MASTERS } from '../../messages/mapping-texts.ts';
import type { Session } from '../../state/create-session.ts';
import { FileButton } from '../parts/FileButton.tsx';
import { MasterColumnsForm } from './MasterColumnsForm.tsx';

/** マスター: which are in use, adding and taking away. */
export function MastersSection(props: { readonly session: Session }): JSX.Element {
  const masters = props.session.masters;
  return (
    <section aria-label={MASTERS.heading} data-testid="masters" data-finished={masters.finished()} aria-busy={masters.reading() > 0}>
      <div class="table-bar">
        <h2>{MASTERS.heading}</h2>
        <p class="soft table-note" title={MASTERS.note}>
          {MASTERS.note}
        </p>
        <FileButton label={MASTERS.choose} inputLabel={MASTERS.input} testId="masters-file" accept=".csv,.txt,.zip" isMultiple onChoose={(files) => void masters.add(files)} />
      </div>
      <Show when={masters.reading()}>
        {(files) => (
          <p class="notice" role="status">
            {MASTERS.reading(files())}
          </p>
        )}
      </Show>
      <For each={masters.refused()}>
        {({ name, failure }) => (
          <p class="notice warn" role="alert" data-testid="master-refused">
            <strong>{MASTERS.refused(name)}</strong> {failureText(failure)}
          </p>
        )}
      </For>
      <Show when={masters.draft()}>{(draft) => <MasterColumnsForm session={props.session} draft={draft()} />}</Show>
      <Show when={masters.masters().length > 0} fallback={<p class="soft">{MASTERS.none}</p>}>
        <div class="list-frame">
          <table class="list" data-testid="masters-list">
            <thead>
              <tr>
                <th scope="col">{MASTERS.heads.name}</th>
                <th scope="col">{MASTERS.heads.layout}</th>
                <th scope="col" class="number">
                  {MASTERS.heads.entries}
                </th>
                <th scope="col" class="number">
                  {MASTERS.heads.leftOut}
                </th>
                <th scope="col">
                  <span class="unseen">{MASTERS.remove}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={masters.masters()}>
                {(master) => (
                  <tr>
                    <td class="name">{master.name}</td>
                    <td>{MASTERS.layouts[master.layout]}</td>
                    <td class="number">{grouped(master.entries)}</td>
                    <td class="number">{MASTERS.leftOut(master.leftOut.count, master.leftOut.firstLine)}</td>
                    <td>
                      <button type="button" class="quiet" aria-label={MASTERS.removeOf(master.name)} disabled={masters.reading() > 0} onClick={() => void masters.remove(master.id)}>
                        {MASTERS.remove}
                      </button>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </section>
  );
}
