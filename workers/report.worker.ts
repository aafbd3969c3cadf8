import { expose, transfer } from 'comlink';
import { done } from '../src/core/outcome.ts';
import type { ReportApi, WorkbookProgress } from '../src/protocol/report.ts';
import { composeReport } from '../src/report/compose-report.ts';
import { publishTables } from '../src/report/publish-tables.ts';
import { writeWorkbook } from '../src/workbook/write-workbook.ts';

const api: ReportApi = {
  ping: () => undefined,
  publish: async (tables, least) => done(await publishTables(tables, least)),
  async workbook(input, pictures, port) {
    const paper = composeReport(input);
    const sheets = paper.sheets.length;
    const file = await writeWorkbook(paper, pictures, (written) => port.postMessage({ done: written, sheets } satisfies WorkbookProgress));
    port.close();
    return done(transfer(file, [file]));
  },
};

expose(api);
