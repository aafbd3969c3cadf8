import { For, type JSX } from 'solid-js';
import { REPORT_SCREEN } from '../../messages/paper-texts.ts';
import { LEAST_APPLICATIONS } from '../../report/anonymise/anonymise.ts';
import type { ReportSetting } from '../../report/report-setting.ts';
import type { ReportState } from '../../state/create-report.ts';
import { SelectField } from '../scope/SelectField.tsx';

const FIELDS = ['title', 'insurer', 'contractor', 'date', 'person'] as const;
const LEASTS = [5, LEAST_APPLICATIONS, 20] as const;

/** What is typed in once for all papers. */
export function SettingForm(props: { readonly report: ReportState }): JSX.Element {
  const setting = (): ReportSetting => props.report.setting();
  const leasts = (): readonly number[] => {
    const chosen = setting().least;
    return chosen === null || LEASTS.some((least) => least === chosen) ? LEASTS : [...LEASTS, chosen];
  };
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
      <SelectField
        label={REPORT_SCREEN.least}
        testId="report-least"
        value={String(setting().least ?? '')}
        options={[{ value: '', label: REPORT_SCREEN.leastOff }, ...leasts().map((least) => ({ value: String(least), label: REPORT_SCREEN.leastOn(least) }))]}
        onSelect={(least) => props.report.change({ least: least === '' ? null : Number(least) })}
      />
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
