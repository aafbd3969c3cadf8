import { For, type JSX, Show, createSignal } from 'solid-js';
import { REPORT_SCREEN } from '../../messages/paper-texts.ts';
import { LEAST_APPLICATIONS } from '../../report/anonymise/anonymise.ts';
import { type ReportSetting, readLeast } from '../../report/report-setting.ts';
import type { ReportState } from '../../state/create-report.ts';
import { SelectField } from '../scope/SelectField.tsx';

const FIELDS = ['title', 'insurer', 'contractor', 'date', 'person'] as const;

/** What is typed in once for all papers. */
export function SettingForm(props: { readonly report: ReportState }): JSX.Element {
  const setting = (): ReportSetting => props.report.setting();
  const [isUnreadable, setUnreadable] = createSignal(false);
  function changeLeast(text: string): void {
    const least = readLeast(text);
    setUnreadable(least === undefined);
    if (least !== undefined) props.report.change({ least });
  }
  return (
    <section class="report-setting" aria-label={REPORT_SCREEN.setting}>
      <h2>{REPORT_SCREEN.setting}</h2>
      <For each={FIELDS}>
        {(field) => (
          <label>
            {REPORT_SCREEN.fields[field]}
            <input
              type="text"
              data-testid={`report-${field}`}
              placeholder={field === 'date' ? REPORT_SCREEN.datePlaceholder : ''}
              value={setting()[field]}
              onChange={(event) => props.report.change({ [field]: event.currentTarget.value })}
            />
          </label>
        )}
      </For>
      <label>
        {REPORT_SCREEN.fields.remarks}
        <textarea
          rows={3}
          data-testid="report-remarks"
          value={setting().remarks}
          onChange={(event) => props.report.change({ remarks: event.currentTarget.value })}
        />
      </label>
      <SelectField
        label={REPORT_SCREEN.calendar}
        testId="report-calendar"
        value={setting().calendar}
        options={[
          { value: 'era', label: REPORT_SCREEN.calendars.era },
          { value: 'western', label: REPORT_SCREEN.calendars.western },
        ]}
        onSelect={(calendar) => props.report.change({ calendar })}
      />
      <div class="report-least">
        <label>
          <input
            type="checkbox"
            data-testid="report-anonymise"
            checked={setting().least !== null}
            onChange={(event) => props.report.change({ least: event.currentTarget.checked ? LEAST_APPLICATIONS : null })}
          />
          {REPORT_SCREEN.least}
        </label>
        <Show when={setting().least !== null}>
          <label>
            <input
              type="text"
              inputmode="numeric"
              data-testid="report-least"
              aria-invalid={isUnreadable()}
              value={String(setting().least)}
              onChange={(event) => changeLeast(event.currentTarget.value)}
            />
            {REPORT_SCREEN.leastUnit}
          </label>
        </Show>
        <Show when={isUnreadable()}>
          <p class="warn-text" role="alert">
            {REPORT_SCREEN.leastUnreadable}
          </p>
        </Show>
      </div>
      <SelectField
        label={REPORT_SCREEN.encoding}
        testId="report-encoding"
        value={setting().encoding}
        options={[
          { value: 'utf-8', label: REPORT_SCREEN.encodings['utf-8'] },
          { value: 'cp932', label: REPORT_SCREEN.encodings.cp932 },
        ]}
        onSelect={(encoding) => props.report.change({ encoding })}
      />
      <p class="soft">{REPORT_SCREEN.note}</p>
    </section>
  );
}
