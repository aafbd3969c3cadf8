import { type Accessor, createSignal } from 'solid-js';
import { FIRST_SETTING, type ReportSetting } from '../report/report-setting.ts';

/** What is typed in for the papers; kept in memory and, with the decisions, in the settings file. */
export interface PaperSetting {
  readonly value: Accessor<ReportSetting>;
  change(part: Partial<ReportSetting>): void;
}

export function createPaperSetting(): PaperSetting {
  const [value, setValue] = createSignal(FIRST_SETTING);
  return { value, change: (part) => setValue((before) => ({ ...before, ...part })) };
}
