import { For, type JSX } from 'solid-js';
import { LIST_ROLES, type ListRole } from '../../classify/application-list-roles.ts';
import { APPLICATION_LIST, ROLE_NAMES } from '../../messages/list-texts.ts';
import type { ChosenList } from '../../state/create-lists.ts';
import { SelectField } from '../scope/SelectField.tsx';

interface RolePickerProps {
  readonly list: ChosenList;
  onChoose(roles: ChosenList['roles']): void;
}

/** What each column of the list is taken for; a correction reads the list again. */
export function RolePicker(props: RolePickerProps): JSX.Element {
  const options = () => [
    { value: '', label: APPLICATION_LIST.noColumn },
    ...props.list.header.map((head, place) => ({ value: String(place), label: APPLICATION_LIST.column(place, head) })),
  ];
  /** A column has one role at most: the one chosen last. */
  function choose(role: ListRole, value: string): void {
    const column = value === '' ? null : Number(value);
    const others = LIST_ROLES.map((each) => [each, column !== null && props.list.roles[each] === column ? null : props.list.roles[each]] as const);
    props.onChoose({ ...(Object.fromEntries(others) as ChosenList['roles']), [role]: column });
  }
  return (
    <div class="own-list-roles" role="group" aria-label={APPLICATION_LIST.roles}>
      <For each={LIST_ROLES}>
        {(role) => (
          <SelectField
            label={ROLE_NAMES[role]}
            testId={`role-${role}`}
            value={String(props.list.roles[role] ?? '')}
            options={options()}
            onSelect={(value) => choose(role, value)}
          />
        )}
      </For>
      <p class="soft">{APPLICATION_LIST.rolesNote}</p>
    </div>
  );
}
