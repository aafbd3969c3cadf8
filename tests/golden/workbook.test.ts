import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { SHEETS } from '../../src/messages/report-texts.ts';
import { EVERYTHING } from '../../src/metrics/scope.ts';
import { composeReport } from '../../src/report/compose-report.ts';
import { svgText } from '../../src/report/charts/drawing.ts';
import { paperText } from '../../src/report/paper-text.ts';
import { type Paper, line, table } from '../../src/report/paper.ts';
import { readCsv } from '../../src/report/read-csv.ts';
import type { ReportInput } from '../../src/report/report-input.ts';
import { checkTypesFile, itemsFile, monthlyFile } from '../../src/report/table-files.ts';
import { writeWorkbook } from '../../src/workbook/write-workbook.ts';
import { loadIntoApp } from './app-files.ts';
import { mastersOver } from './masters-over.ts';
import { type ReadWorkbook, readWorkbook } from './read-workbook.ts';
import { reportInput } from './report-of-app.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47]).buffer;

async function written(paper: Paper): Promise<ReadWorkbook> {
  const pictures = new Map(['months', 'pareto', 'check-types'].map((id) => [id, { png: PNG, width: 960, height: 300 }]));
  return readWorkbook(new Uint8Array(await writeWorkbook(paper, pictures, () => undefined)));
}

let input: ReportInput;
let book: ReadWorkbook;
beforeAll(async () => {
  const names = readdirSync('sample-data').filter((name) => name.endsWith('.csv'));
  const app = await loadIntoApp(names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(`sample-data/${name}`)) })));
  input = await reportInput(app, null, { ...EVERYTHING, axis: 'result' });
  book = await written(composeReport(input));
});

/** The figures below the head that begins with this title, up to the first line that is no line of the table. */
function rowsOf(name: string, firstHead: string): (string | number | null)[][] {
  const rows = book.sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  const head = rows.findLastIndex(([first]) => first === firstHead);
  return rows.slice(head + 1).filter((row) => row.filter((cell) => cell !== null).length > 3).map((row) => [...row]);
}

/** A cell of a CSV file as the workbook's column shows it. */
function same(cell: string | number | null | undefined, text: string): boolean {
  if (text === '') return cell === null || cell === undefined;
  return typeof cell === 'number' ? Math.abs(cell - Number(text)) <= 0.00005000001 : cell === text;
}

describe('report.xlsx', () => {
  it('has the eight sheets in order', () => {
    expect(book.sheets.map(({ name }) => name)).toEqual(Object.values(SHEETS));
  });

  it('holds the same figures as monthly.csv', () => {
    const csv = readCsv(monthlyFile(input.byRequestMonth, input.byResultMonth, input.scope, 'decided', input.inspected)).slice(1);
    const result = csv.filter(([axis]) => axis === '結果処理年月');
    const request = csv.filter(([axis]) => axis === '依頼年月');
    const rows = rowsOf(SHEETS.summary, '年月');
    expect(rows).toHaveLength(csv.length);
    [...result, ...request].forEach((expected, index) => {
      expected.slice(2).forEach((text, column) => {
        expect(same(rows[index]?.[column + 1], text), `${expected.join()} ${String(rows[index])}`).toBe(true);
      });
    });
  });

  it('holds the same figures as items.csv and check-types.csv', () => {
    const items = readCsv(itemsFile(input.byItem, 'decided', 'full')).slice(1);
    const itemRows = rowsOf(SHEETS.items, '種類');
    expect(itemRows).toHaveLength(items.length);
    items.forEach((expected, index) => {
      expected.forEach((text, column) => {
        expect(same(itemRows[index]?.[column], text), `${expected.join()} ${String(itemRows[index])}`).toBe(true);
      });
    });
    const checkTypes = readCsv(checkTypesFile(input.byCheckType, 'decided')).slice(1);
    const rows = rowsOf(SHEETS.checkTypes, '点検区分');
    checkTypes.forEach((expected, index) => {
      expected.forEach((text, column) => {
        expect(same(rows[index]?.[column], text), `${expected.join()} ${String(rows[index])}`).toBe(true);
      });
    });
  });

  it('has the codes of generics, classes and sections as text, as items.csv has them', async () => {
    const names = readdirSync('sample-data').filter((name) => name.endsWith('.csv'));
    const app = await loadIntoApp(names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(`sample-data/${name}`)) })));
    const items = input.byItem.lines.map(({ kind, code, name }) => ({ kind, code, name, basis: 'コード' }));
    const masters = mastersOver(items.filter(({ code }) => /^\d{9}$/u.test(code)));
    await app.workbench.useMasters(masters.files.map((file, id) => ({ id, file, name: `m${String(id)}.csv`, columns: null })));
    const rolled = await reportInput(app, null, EVERYTHING, 'class');
    const csv = readCsv(itemsFile(rolled.byItem, 'decided', 'full')).slice(1);
    const { sheets } = await written(composeReport(rolled));
    const rows = sheets.find(({ name }) => name === SHEETS.items)?.rows ?? [];
    const head = rows.findLastIndex(([first]) => first === '種類');
    expect(csv.filter(([, code]) => /^(?:\d{4}|D\d{3})$/u.test(code ?? '')).length).toBeGreaterThan(5);
    expect(rows.slice(head + 1, head + 1 + csv.length).map(([, code]) => code ?? '')).toEqual(csv.map(([, code]) => code));
  });

  it('counts every file as it was read', () => {
    const rows = rowsOf(SHEETS.imports, 'ファイル');
    expect(rows.slice(0, -1).map(([name, sha256, bytes]) => [name, sha256, bytes])).toEqual(input.loaded.files.map((file, place) => [file.name, input.basis.files[place], file.bytes]));
  });

  it('is set up for A4, one page wide, with heads repeated and page numbers', () => {
    for (const { name, xml } of book.sheets) {
      expect(xml, name).toMatch(/<pageSetup [^>]*paperSize="9"/u);
      expect(xml, name).toMatch(/fitToWidth="1"[^>]*fitToHeight="0"/u);
      expect(xml, name).toContain('&amp;P / &amp;N');
    }
    for (const name of [SHEETS.summary, SHEETS.items, SHEETS.checkTypes, SHEETS.imports, SHEETS.definitions]) {
      expect(book.workbookXml).toMatch(new RegExp(`Print_Titles"[^>]*>'${name}'!\\$\\d+:\\$\\d+<`, 'u'));
    }
  });

  it('holds the charts as pictures', () => {
    expect(book.files.filter((path) => path.startsWith('xl/media/'))).toHaveLength(3);
  });

  it('writes codes as text and what begins like a formula as it reads', async () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1', '＋1', '－1', '＠x', "'=1", '0012345', '<b>&"'];
    const columns = [{ title: 'x', format: 'code', width: 12 }, { title: 'y', format: 'text', width: 12 }] as const;
    const sheet = { name: 's', title: 't', orientation: 'portrait', source: '', blocks: [table('', columns, [{ heading: null, rows: texts.map((text) => line(text, text)) }])] } as const;
    const { sheets } = await written({ title: '', sheets: [sheet] });
    const rows = sheets[0]?.rows.filter((row) => row.length === 2 && row[1] !== null).slice(1);
    expect(rows).toEqual(texts.map((text) => [text, text]));
  });
});

describe('定義', () => {
  const rules = { inForce: 9, refused: 1, sha256: '0123456789abcdef0123' };
  const applications = { name: '申出データ.csv', lines: 812, matched: 700, unmatched: 112, listed: 650, unlisted: 98, waiting: 77, waitingLines: 80, waitingMonths: [], recordsGiven: 0, unresolved: 0, joins: { exact: 700, normalised: 0, no_key: 0, unknown_key: 112, other_month: 0, ambiguous: 0 } };
  const read = (least: number | null, scope = input.scope): string => {
    const lists = { applications, exclusions: { name: '点検除外.csv', keys: 40, matched: 30, unmatched: 10, applications: 3 } };
    const basis = { files: [], rules, masters: [{ name: 'y_20240401.csv', entries: 19_686 }] };
    return paperText(composeReport({ ...input, scope, setting: { ...input.setting, least }, basis, loaded: { ...input.loaded, lists } }));
  };

  it('names the rule table, masters and lists that were in use', () => {
    expect(paperText(composeReport(input))).toContain('対応表：同梱の既定（再審査ワークベンチ');
    const text = read(null, { ...input.scope, keepsExcluded: true });
    for (const part of ['規則 9 行', '読めない 1 行', '0123456789abcdef…', 'y_20240401.csv（19,686 件）', '申出データ.csv：812 行のうち 700 行', '77 件は未決に数えていません', '点検除外.csv：40 件', '3 件を含めています']) {
      expect(text).toContain(part);
    }
  });

  it('with 匿名化 names no file and no count of lists', () => {
    const text = read(10);
    for (const part of ['y_20240401', '申出データ.csv', '点検除外.csv', '812 行', '19,686', '77 件']) expect(text).not.toContain(part);
    expect(text).toContain('使っています（匿名化のため');
  });
});

it('charts are SVG files that stand alone, with title and description', () => {
  const drawings = composeReport(input).sheets.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'picture' ? [block.drawing] : [])));
  expect(drawings.map(({ id }) => id)).toEqual(['months', 'pareto', 'check-types']);
  for (const drawing of drawings) {
    const text = svgText(drawing);
    expect(text).toContain(`<title>${drawing.title}</title>`);
    expect(text).not.toMatch(/style=|url\(|href|NaN|undefined/u);
  }
});
