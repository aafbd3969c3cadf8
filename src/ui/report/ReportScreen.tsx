import { For, type JSX, Match, Show, Switch, createMemo, createSignal } from 'solid-js';
import { failureText } from '../../messages/failures.ts';
import { ERASURE, INSPECTION, REPORT_SCREEN } from '../../messages/paper-texts.ts';
import { EMPTY } from '../../messages/result-texts.ts';
import { composeReport } from '../../report/compose-report.ts';
import type { Paper } from '../../report/paper.ts';
import { paperText } from '../../report/paper-text.ts';
import { erasureRecord } from '../../report/papers/erasure-record.ts';
import { guidePaper } from '../../report/papers/guide-paper.ts';
import { handlingStatement } from '../../report/papers/handling-statement.ts';
import { inspectionReport } from '../../report/papers/inspection-report.ts';
import type { Session } from '../../state/create-session.ts';
import { ScopeBar } from '../scope/ScopeBar.tsx';
import { saveFile } from '../parts/save-file.ts';
import { READABLE_COUNTS } from './field-counts.ts';
import { InspectedFile } from './InspectedFile.tsx';
import { PaperView } from './PaperView.tsx';
import { SettingForm } from './SettingForm.tsx';
import { WorkbookButton } from './WorkbookButton.tsx';
import './report.css';
import './report-print.css';

const PAPERS = ['report', 'inspection', 'erasure', 'handling', 'guide'] as const;
type PaperName = (typeof PAPERS)[number];

/** 報告書: what is handed in, as it will be printed, and its settings. */
export function ReportScreen(props: { readonly session: Session }): JSX.Element {
  const [name, setName] = createSignal<PaperName>('report');
  const { report, workbench } = props.session;
  function choose(chosen: PaperName): void {
    setName(chosen);
    document.getElementById('main')?.scrollTo(0, 0);
  }
  const paper = createMemo<Paper | null>(() => paperOf(name(), props.session));
  return (
    <>
      <Show when={workbench.loaded()}>{(loaded) => <ScopeBar session={props.session} loaded={loaded()} />}</Show>
      <div class="report" data-testid="report-screen">
        <SettingForm report={report} />
        <section class="report-preview" aria-label={REPORT_SCREEN.preview}>
          <div class="table-bar report-bar">
            <h1 class="unseen">{REPORT_SCREEN.heading}</h1>
            <div class="report-papers" role="group" aria-label={REPORT_SCREEN.choosePaper}>
              <For each={PAPERS}>
                {(each) => (
                  <button type="button" aria-pressed={name() === each} data-testid={`paper-${each}`} onClick={() => choose(each)}>
                    {REPORT_SCREEN.papers[each]}
                  </button>
                )}
              </For>
            </div>
            <span class="table-note" />
            <Show when={name() === 'report'}>
              <WorkbookButton session={props.session} testId="report-workbook" />
            </Show>
            <Show when={name() === 'erasure' && paper()}>
              {(record) => (
                <button type="button" data-testid="save-erasure" onClick={() => saveFile('erasure-record.txt', paperText(record()))}>
                  {REPORT_SCREEN.save}
                </button>
              )}
            </Show>
            <button type="button" class="primary" disabled={paper() === null} data-testid="print-paper" onClick={() => print()}>
              {REPORT_SCREEN.print}
            </button>
          </div>
          <Show when={name() === 'inspection'}>
            <InspectedFile inspection={props.session.inspection} />
          </Show>
          <Show when={paper()} fallback={<NoPaper name={name()} session={props.session} />}>
            {(shown) => <PaperView paper={shown()} />}
          </Show>
        </section>
      </div>
    </>
  );
}

function paperOf(name: PaperName, session: Session): Paper | null {
  const { report, inspection, lastErasure } = session;
  const setting = report.setting();
  switch (name) {
    case 'report': {
      const { value, failure } = report.input();
      return value === null || failure !== null ? null : composeReport(value);
    }
    case 'inspection': {
      const { value, failure } = inspection.input();
      return setting.least !== null || value === null || failure !== null ? null : inspectionReport(value);
    }
    case 'erasure': {
      const erasure = lastErasure();
      return erasure === null ? null : erasureRecord(erasure.list, erasure.at, setting);
    }
    case 'handling':
      return handlingStatement(READABLE_COUNTS.read, READABLE_COUNTS.personal, READABLE_COUNTS.all);
    case 'guide':
      return guidePaper();
  }
}

/** Why there is nothing to see yet. */
function NoPaper(props: { readonly name: PaperName; readonly session: Session }): JSX.Element {
  const input = () => (props.name === 'inspection' ? props.session.inspection : props.session.report).input();
  return (
    <Switch fallback={<p class="empty" data-testid="no-paper">{EMPTY.nothingLoaded}</p>}>
      <Match when={props.name === 'erasure'}>
        <p class="empty" data-testid="no-paper">
          {ERASURE.none}
        </p>
      </Match>
      <Match when={props.name === 'inspection' && props.session.report.setting().least !== null}>
        <p class="empty" data-testid="no-paper">
          {INSPECTION.withheld}
        </p>
      </Match>
      <Match when={input().failure}>{(why) => <p class="notice warn" role="alert">{failureText(why())}</p>}</Match>
      <Match when={input().isPending}>
        <p class="empty late" role="status">
          {REPORT_SCREEN.composing}
        </p>
      </Match>
    </Switch>
  );
}
