import { For, type JSX, Show, createMemo } from 'solid-js';
import { grouped } from '../../messages/ja.ts';
import { DRILL, EMPTY } from '../../messages/result-texts.ts';
import type { Members } from '../../metrics/members.ts';
import { PAGE_SIZE } from '../../state/create-drill.ts';
import { NO_LIST_COUNTS } from '../../records/describe-lists.ts';
import type { Session } from '../../state/create-session.ts';
import { ColumnSheet } from '../parts/ColumnSheet.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { FailureNotice } from '../parts/Notice.tsx';
import { spokenScope } from '../../state/spoken-scope.ts';
import { withoutGaiji } from '../parts/screen-value.ts';
import { ClaimRows } from './ClaimRows.tsx';
import { claimsOf } from './claims.ts';
import { FullRecordDialog } from './FullRecordDialog.tsx';
import { RECORD_COLUMNS, USUAL_COLUMNS } from './record-columns.tsx';
import '../parts/list.css';
import './drill.css';

/** The records behind the figure that was opened. */
export function DrillDialog(props: { readonly session: Session }): JSX.Element {
  const { drill, viewState, workbench } = props.session;
  const answer = drill.members;
  return (
    <>
      <Dialog isOpen={drill.open() !== null} isLarge heading={drill.open()?.title ?? ''} onClose={() => drill.close()}>
        <p class="soft drill-scope">{withoutGaiji(spokenScope(viewState.view(), props.session.grain(), workbench.loaded()?.lists ?? NO_LIST_COUNTS))}</p>
        <FailureNotice failure={answer().failure} />
        <Show when={answer().value} fallback={<p class="late">{EMPTY.counting}</p>}>
          {(members) => <MemberList session={props.session} members={members()} isBusy={answer().isPending} />}
        </Show>
      </Dialog>
      <FullRecordDialog fullRecord={props.session.fullRecord} />
    </>
  );
}

function MemberList(props: { readonly session: Session; readonly members: Members; readonly isBusy: boolean }): JSX.Element {
  const drill = props.session.drill;
  const chosen = (): readonly string[] => drill.columns() ?? USUAL_COLUMNS;
  const isAnonymised = props.session.report.isAnonymised;
  const offered = () => RECORD_COLUMNS.filter(({ namesClaim }) => !(isAnonymised() && namesClaim === true));
  const columns = createMemo(() => offered().filter(({ key }) => chosen().includes(key)));
  function tick(key: string, isTicked: boolean): void {
    const others = chosen().filter((each) => each !== key);
    drill.chooseColumns(isTicked ? [...others, key] : others);
  }
  return (
    <>
      <div class="table-bar drill-bar">
        <p class="drill-counts">
          {DRILL.applications} <strong data-testid="drill-applications">{grouped(props.members.applications)}</strong> {DRILL.count}・
          {DRILL.records} <strong data-testid="drill-records">{grouped(props.members.records)}</strong> {DRILL.count}
        </p>
        <p class="soft table-note">{isAnonymised() ? DRILL.anonymised : DRILL.personal}</p>
        <ColumnSheet
          testId="drill-columns"
          columns={offered().map(({ key, title }) => ({ id: key, title }))}
          isHidden={(key) => !chosen().includes(key)}
          onTick={tick}
          onShowAll={() => drill.chooseColumns(offered().map(({ key }) => key))}
          onReset={() => drill.chooseColumns(USUAL_COLUMNS)}
        />
        <Pages session={props.session} records={props.members.records} />
      </div>
      <div class="list-frame drill-frame" aria-busy={props.isBusy} tabIndex={0} role="region" aria-label={DRILL.list}>
        <table class="list drill">
          <thead>
            <tr>
              <th scope="col" class="place">
                {DRILL.heads.place}
              </th>
              <For each={columns()}>
                {(column) => (
                  <th scope="col" class={column.kind}>
                    {column.title}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <For each={claimsOf(props.members.rows)}>
            {(claim) => (
              <ClaimRows
                claim={claim}
                columns={columns()}
                isAnonymised={isAnonymised()}
                onOpen={(record) => props.session.fullRecord.show(record)}
              />
            )}
          </For>
        </table>
      </div>
    </>
  );
}

function Pages(props: { readonly session: Session; readonly records: number }): JSX.Element {
  const start = (): number => props.session.drill.page().start;
  const end = (): number => Math.min(start() + PAGE_SIZE, props.records);
  const turnTo = (first: number): void => props.session.drill.turnTo(first);
  return (
    <Show when={props.records > 0}>
      <div class="pages">
        <span class="figures-text" data-testid="drill-page">
          {DRILL.pages(grouped(start() + 1), grouped(end()), grouped(props.records))}
        </span>
        <button type="button" data-testid="drill-previous" disabled={start() === 0} onClick={() => turnTo(Math.max(0, start() - PAGE_SIZE))}>
          {DRILL.previous}
        </button>
        <button type="button" data-testid="drill-next" disabled={end() >= props.records} onClick={() => turnTo(start() + PAGE_SIZE)}>
          {DRILL.next}
        </button>
      </div>
    </Show>
  );
}
