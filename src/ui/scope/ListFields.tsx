import { type JSX, Show } from 'solid-js';
import { LIST_SCOPE } from '../../messages/list-texts.ts';
import type { ListCounts } from '../../records/describe-lists.ts';
import type { ViewState } from '../../state/create-view.ts';
import { SelectField } from './SelectField.tsx';

const EXCLUSION_OPTIONS = [
  { value: 'out', label: LIST_SCOPE.exclusionChoices.out },
  { value: 'with', label: LIST_SCOPE.exclusionChoices.with },
] as const;
const LISTED_OPTIONS = [
  { value: 'out', label: LIST_SCOPE.listedChoices.out },
  { value: 'with', label: LIST_SCOPE.listedChoices.with },
] as const;

/** Whether excluded claims and applications without a result are counted; shown while such a list is in force. */
export function ListFields(props: { readonly viewState: ViewState; readonly lists: ListCounts }): JSX.Element {
  const scope = () => props.viewState.view().scope;
  return (
    <>
      <Show when={props.lists.exclusions !== null}>
        <SelectField
          label={LIST_SCOPE.exclusions}
          testId="scope-excluded"
          value={scope().keepsExcluded ? 'with' : 'out'}
          options={EXCLUSION_OPTIONS}
          onSelect={(choice) => props.viewState.narrow({ keepsExcluded: choice === 'with' })}
        />
      </Show>
      <Show when={props.lists.applications !== null}>
        <SelectField
          label={LIST_SCOPE.listed}
          testId="scope-listed"
          value={scope().countsListed ? 'with' : 'out'}
          options={LISTED_OPTIONS}
          onSelect={(choice) => props.viewState.narrow({ countsListed: choice === 'with' })}
        />
      </Show>
    </>
  );
}
