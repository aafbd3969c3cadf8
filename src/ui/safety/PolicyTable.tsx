import { For, type JSX, Show } from 'solid-js';
import { POLICY, policyText } from '../../messages/safety-texts.ts';
import { ListTable } from '../parts/ListTable.tsx';

interface Directive {
  readonly name: string;
  readonly sources: readonly string[];
}

/** The policy the page stands under, as it is written in it, and in plain words. */
export function PolicyTable(): JSX.Element {
  const directives = readPolicy(document);
  return (
    <section aria-label={POLICY.heading} data-testid="policy">
      <div class="table-bar">
        <h2>{POLICY.heading}</h2>
        <p class="soft table-note">{POLICY.note}</p>
      </div>
      <Show
        when={directives.length > 0}
        fallback={
          <p class="notice warn" role="alert">
            {POLICY.missing}
          </p>
        }
      >
        <ListTable look="policy" heads={[POLICY.heads.directive, POLICY.heads.meaning]}>
          <For each={directives}>
            {({ name, sources }) => (
              <tr>
                <th scope="row">
                  <code>{[name, ...sources].join(' ')}</code>
                </th>
                <td>{policyText(name, sources)}</td>
              </tr>
            )}
          </For>
        </ListTable>
      </Show>
    </section>
  );
}

function readPolicy(page: Document): readonly Directive[] {
  const meta = page.querySelector('meta[http-equiv="Content-Security-Policy"]');
  const parts = (meta?.getAttribute('content') ?? '').split(';').map((part) => part.trim().split(/\s+/u));
  return parts.flatMap(([name = '', ...sources]) => (name === '' ? [] : [{ name, sources }]));
}
