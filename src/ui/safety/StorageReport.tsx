import { For, type JSX, createEffect, createSignal, on } from 'solid-js';
import { grouped } from '../../messages/ja.ts';
import { STORAGE } from '../../messages/safety-texts.ts';
import { ListTable } from '../parts/ListTable.tsx';
import { type Found, PLACES, type Place, lookIn } from './stored-things.ts';

/** What stands in the browser's places for keeping things; looked up anew with each version of what is loaded. */
export function StorageReport(props: { readonly version: number }): JSX.Element {
  return (
    <section aria-label={STORAGE.heading} data-testid="storage">
      <div class="table-bar">
        <h2>{STORAGE.heading}</h2>
        <p class="soft table-note">{STORAGE.note}</p>
      </div>
      <ListTable heads={[STORAGE.heads.place, [STORAGE.heads.found, 'number'], STORAGE.heads.meaning]}>
        <For each={PLACES}>{(place) => <StoredRow place={place} version={props.version} />}</For>
        <tr>
          <th scope="row">{STORAGE.address}</th>
          <td class="number">{STORAGE.unknown}</td>
          <td>{STORAGE.addressMeaning}</td>
        </tr>
      </ListTable>
      <p class="safety-note">{STORAGE.saved}</p>
    </section>
  );
}

function StoredRow(props: { readonly place: Place; readonly version: number }): JSX.Element {
  const [found, setFound] = createSignal<Found | null>(null);
  createEffect(on(() => props.version, () => void lookIn(props.place).then(setFound)));
  return (
    <tr data-testid="stored" data-place={props.place} data-state={found()?.state}>
      <th scope="row">{STORAGE.places[props.place]}</th>
      <td class="number">{countText(found())}</td>
      <td>{meaningText(found())}</td>
    </tr>
  );
}

function countText(found: Found | null): string {
  return found?.state === 'counted' ? grouped(found.count) : STORAGE.unknown;
}

function meaningText(found: Found | null): string {
  switch (found?.state) {
    case 'counted':
      return found.count === 0 ? STORAGE.empty : STORAGE.foreign;
    case 'absent':
      return STORAGE.absent;
    case 'closed':
      return STORAGE.closed(found.why);
    case undefined:
      return '';
  }
}
