import { For, type JSX } from 'solid-js';
import { FIELDS, FIELD_COUNT, type Field, fieldAt } from '../../layout/fields.ts';
import { KEPT_FIELDS } from '../../layout/kept.ts';
import { FIELDS_PASSED, FIELDS_READ, PRIVACIES } from '../../messages/safety-texts.ts';

const READ = KEPT_FIELDS.map(({ number }) => fieldAt(number));
const PASSED = FIELDS.filter(({ privacy }) => privacy === 'personal' || privacy === 'sensitive');
const OTHERS = FIELD_COUNT - READ.length - PASSED.length;

/** The fields that are read, and those that are passed over before anything is decoded. */
export function FieldLists(): JSX.Element {
  return (
    <div class="safety-columns fields">
      <section aria-label={FIELDS_READ.heading} data-testid="fields-read">
        <div class="table-bar">
          <h2>{FIELDS_READ.heading}</h2>
          <p class="soft table-note">{FIELDS_READ.count(READ.length, FIELD_COUNT)}</p>
        </div>
        <FieldList fields={READ} />
        <p class="safety-note">{FIELDS_READ.note}</p>
      </section>
      <section aria-label={FIELDS_PASSED.heading} data-testid="fields-passed">
        <div class="table-bar">
          <h2>{FIELDS_PASSED.heading}</h2>
          <p class="soft table-note">
            {FIELDS_PASSED.count(PASSED.length)} {FIELDS_PASSED.others(OTHERS)}
          </p>
        </div>
        <FieldList fields={PASSED} />
        <p class="safety-note">{FIELDS_PASSED.note}</p>
      </section>
    </div>
  );
}

function FieldList(props: { readonly fields: readonly Field[] }): JSX.Element {
  return (
    <ul class="field-list">
      <For each={props.fields}>
        {(field) => (
          <li>
            <span class="number">{field.number}</span>
            <span>{field.name}</span>
            <small>{PRIVACIES[field.privacy]}</small>
          </li>
        )}
      </For>
    </ul>
  );
}
