import { type JSX, Show } from 'solid-js';
import { LIST_SCOPE } from '../../messages/list-texts.ts';
import type { ListCounts } from '../../records/describe-lists.ts';
import type { ViewState } from '../../state/create-view.ts';

/** Whether excluded claims and applications without a result are counted; shown while such a list is in force. */
export function ListFields(props: { readonly viewState: ViewState; readonly lists: ListCounts }): JSX.Element {
  const scope = () => props.viewState.view().scope;
  return (
    <Show when={props.lists.exclusions !== null || props.lists.applications !== null}>
      <div class="scope-lists">
        <Show when={props.lists.exclusions !== null}>
          <label>
            <input
              type="checkbox"
              data-testid="scope-excluded"
              checked={scope().keepsExcluded}
              onChange={(event) => props.viewState.narrow({ keepsExcluded: event.currentTarget.checked })}
            />
            {LIST_SCOPE.keep}
          </label>
        </Show>
        <Show when={props.lists.applications !== null}>
          <label>
            <input
              type="checkbox"
              data-testid="scope-listed"
              checked={scope().countsListed}
              onChange={(event) => props.viewState.narrow({ countsListed: event.currentTarget.checked })}
            />
            {LIST_SCOPE.count}
          </label>
        </Show>
      </div>
    </Show>
  );
}
