import { transfer } from 'comlink';
import { type Outcome, done } from '../core/outcome.ts';
import type { ReportApi, WorkbookProgress } from '../protocol/report.ts';
import type { ReportTables } from '../report/gather-tables.ts';
import type { PublishedTables } from '../report/publish-tables.ts';
import type { ReportInput } from '../report/report-input.ts';
import type { Picture } from '../workbook/write-workbook.ts';
import { loadAsset } from './assets.ts';
import { WorkerHandle } from './worker-handle.ts';

/** The report worker, seen from the page: for one report. */
export class ReportClient {
  readonly #handle: WorkerHandle<ReportApi>;

  private constructor(handle: WorkerHandle<ReportApi>) {
    this.#handle = handle;
  }

  static async start(): Promise<Outcome<ReportClient>> {
    const script = await loadAsset('report');
    return script.ok ? done(new ReportClient(new WorkerHandle<ReportApi>(script.value, 'report', 'report_stopped'))) : script;
  }

  publish(tables: ReportTables, least: number): Promise<Outcome<PublishedTables>> {
    return this.#handle.call((api) => api.publish(tables, least));
  }

  async workbook(input: ReportInput, pictures: ReadonlyMap<string, Picture>, tell: (now: WorkbookProgress) => void): Promise<Outcome<ArrayBuffer>> {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event: MessageEvent<WorkbookProgress>) => tell(event.data);
    const file = await this.#handle.call((api) => api.workbook(input, pictures, transfer(port2, [port2])));
    port1.close();
    return file;
  }

  /** Ends the worker; what it was asked and has not answered fails as `cancelled`. */
  end(): void {
    this.#handle.end();
  }
}
