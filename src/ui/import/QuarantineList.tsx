import { For, type JSX, Show } from 'solid-js';
import { fieldAt } from '../../layout/fields.ts';
import { faultText } from '../../messages/failures.ts';
import { QUARANTINE } from '../../messages/import-texts.ts';
import { grouped } from '../../messages/ja.ts';
import type { Loaded } from '../../records/loaded.ts';
import { createPrinting } from '../parts/create-printing.ts';
import { ListTable } from '../parts/ListTable.tsx';
import { withoutGaiji } from '../parts/screen-value.ts';
import { totalsOf } from './file-totals.ts';

const MOST_SHOWN = 200;
const { heads } = QUARANTINE;

/** Records that were set aside, fault by fault. */
export function QuarantineList(props: { readonly loaded: Loaded }): JSX.Element {
  const faults = () => props.loaded.faults;
  const isPrinting = createPrinting();
  const shown = () => (isPrinting() ? faults() : faults().slice(0, MOST_SHOWN));
  const records = (): number => totalsOf(props.loaded.files).quarantined;
  return (
    <Show when={faults().length > 0}>
      <section class="warned" data-testid="quarantine">
        <div class="table-bar">
          <h2>
            {QUARANTINE.heading} <span class="figures-text">{grouped(records())}</span>
          </h2>
          <p class="soft table-note">
            {faults().length > shown().length ? QUARANTINE.shown(MOST_SHOWN, faults().length) : QUARANTINE.all(faults().length)}
          </p>
        </div>
        <ListTable
          region={QUARANTINE.heading}
          look="quarantine"
          heads={[heads.file, [heads.line, 'number'], heads.field, heads.reason, heads.value]}
        >
          <For each={shown()}>
            {(fault) => (
              <tr data-testid="quarantined" data-code={fault.code}>
                <th scope="row" class="name">
                  {fault.file}
                </th>
                <td class="number">{grouped(fault.line)}</td>
                <td>{fault.field === null ? QUARANTINE.wholeRecord : QUARANTINE.field(fault.field, fieldAt(fault.field).name)}</td>
                <td>{faultText(fault)}</td>
                <td class="value">{fault.value === null ? QUARANTINE.noValue : withoutGaiji(fault.value)}</td>
              </tr>
            )}
          </For>
        </ListTable>
      </section>
    </Show>
  );
}
