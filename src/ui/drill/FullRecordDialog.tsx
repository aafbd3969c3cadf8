import { For, type JSX, Show } from 'solid-js';
import type { FullRecord } from '../../import/read-record.ts';
import { READABLE_FIELDS } from '../../layout/readable.ts';
import { FULL_RECORD } from '../../messages/full-record-texts.ts';
import { grouped } from '../../messages/ja.ts';
import type { FullRecordState } from '../../state/create-full-record.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { FailureNotice } from '../parts/Notice.tsx';
import { type FieldBlock, LEFT_OUT, blocksOf } from './field-blocks.ts';
import '../parts/list.css';
import './full-record.css';

/** One record in full, over the list it was opened from. */
export function FullRecordDialog(props: { readonly fullRecord: FullRecordState }): JSX.Element {
  const answer = (): ReturnType<FullRecordState['answer']> => props.fullRecord.answer();
  const heading = (): string => {
    const record = props.fullRecord.open();
    return record === null ? '' : FULL_RECORD.title(record.file, grouped(record.line));
  };
  return (
    <Dialog isOpen={props.fullRecord.open() !== null} isLarge heading={heading()} onClose={() => props.fullRecord.close()}>
      <FailureNotice failure={answer().failure} />
      <Show when={answer().isPending}>
        <p class="late">{FULL_RECORD.reading}</p>
      </Show>
      <Show when={answer().value}>{(record) => <FilledFields record={record()} />}</Show>
    </Dialog>
  );
}

function FilledFields(props: { readonly record: FullRecord }): JSX.Element {
  const filled = (): number => Object.keys(props.record.values).length;
  return (
    <>
      <p class="soft">
        {FULL_RECORD.counts(filled(), READABLE_FIELDS.length - filled())}・{FULL_RECORD.source}
      </p>
      <LeftOut />
      <div class="list-frame full-record" data-testid="full-record" tabIndex={0} role="region" aria-label={FULL_RECORD.list}>
        <div class="full-record-blocks">
          <For each={blocksOf(props.record)}>{(block) => <Block block={block} />}</For>
        </div>
      </div>
    </>
  );
}

function LeftOut(): JSX.Element {
  const count = LEFT_OUT.reduce((sum, { fields }) => sum + fields.length, 0);
  return (
    <div class="soft left-out" data-testid="full-record-left-out">
      <p>{FULL_RECORD.privacy}</p>
      <details>
        <summary>{FULL_RECORD.leftOut(count)}</summary>
        <For each={LEFT_OUT}>
          {({ reason, fields }) => (
            <p>
              <strong>{FULL_RECORD.reasons[reason]}</strong>: {fields.map(({ number, name }) => `${String(number)} ${name}`).join('、')}
            </p>
          )}
        </For>
      </details>
    </div>
  );
}

function Block(props: { readonly block: FieldBlock }): JSX.Element {
  return (
    <section class="full-record-block">
      <h3>{props.block.heading}</h3>
      <table class="list" aria-label={props.block.heading}>
        <thead>
          <tr>
            <th scope="col" class="number">
              {FULL_RECORD.heads.number}
            </th>
            <th scope="col">{FULL_RECORD.heads.name}</th>
            <th scope="col">{FULL_RECORD.heads.value}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.block.fields}>
            {(field) => (
              <tr data-testid="full-record-field" data-field={field.number}>
                <td class="number">{field.number}</td>
                <th scope="row">{field.name}</th>
                <td class="value">{field.value}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}
