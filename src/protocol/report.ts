import type { Outcome } from '../core/outcome.ts';
import type { ReportTables } from '../report/gather-tables.ts';
import type { PublishedTables } from '../report/publish-tables.ts';
import type { ReportInput } from '../report/report-input.ts';
import type { Picture } from '../workbook/write-workbook.ts';
import type { Lifeline } from './lifeline.ts';

/** What the report worker is asked; it is started for a report and ended after it, or to cancel it. */
export interface ReportApi extends Lifeline {
  /** What of the tables may be handed out. @param least null publishes everything */
  publish(tables: ReportTables, least: number | null): Promise<Outcome<PublishedTables>>;
  /** The workbook as a file. Progress goes to the port as {@link WorkbookProgress}. */
  workbook(input: ReportInput, pictures: ReadonlyMap<string, Picture>, port: MessagePort): Promise<Outcome<ArrayBuffer>>;
}

/** Sheets laid out so far; all of them while the file is put together. */
export interface WorkbookProgress {
  readonly done: number;
  readonly sheets: number;
}
