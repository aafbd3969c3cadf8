import type { JSX } from 'solid-js';
import { inspectedOver } from '../../report/table-files.ts';
import { INSPECTED_METRICS, MONTH_METRICS } from '../../report/table-files.ts';
import type { Session } from '../../state/create-session.ts';
import { AnswerFrame } from '../parts/AnswerFrame.tsx';
import { figureColumns } from '../parts/figure-columns.ts';
import { Headline } from './Headline.tsx';
import { InspectedForm } from './InspectedForm.tsx';
import { MonthTable } from './MonthTable.tsx';
import './summary.css';

const RESULT_COLUMNS = figureColumns(MONTH_METRICS);
const REQUEST_COLUMNS = figureColumns([...MONTH_METRICS, ...INSPECTED_METRICS]);

/** 総括: everything in scope at once, and by month on both axes. */
export function SummaryScreen(props: { readonly session: Session }): JSX.Element {
  const { total, byRequestMonth, byResultMonth, inspected, viewState, tableViews } = props.session;
  return (
    <AnswerFrame session={props.session} answer={total()}>
      {(whole) => (
        <div class="summary">
          <Headline session={props.session} total={whole().total} isBusy={total().isPending} />
          <AnswerFrame session={props.session} answer={byRequestMonth()}>
            {(table) => (
              <>
                <MonthTable
                  session={props.session}
                  axis="request"
                  view={tableViews.byRequestMonth}
                  table={table()}
                  columns={REQUEST_COLUMNS}
                  inspectedIn={(month) => inspected.claims().get(month) ?? null}
                  inspectedInTotal={inspectedOver(table(), viewState.view().scope, inspected.claims())}
                  isBusy={byRequestMonth().isPending}
                />
                <InspectedForm session={props.session} />
              </>
            )}
          </AnswerFrame>
          <AnswerFrame session={props.session} answer={byResultMonth()}>
            {(table) => (
              <MonthTable
                session={props.session}
                axis="result"
                view={tableViews.byResultMonth}
                table={table()}
                columns={RESULT_COLUMNS}
                inspectedIn={() => null}
                inspectedInTotal={null}
                isBusy={byResultMonth().isPending}
              />
            )}
          </AnswerFrame>
        </div>
      )}
    </AnswerFrame>
  );
}
