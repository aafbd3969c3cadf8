import writeXlsxFile, { type CellObject, type Image, type Row as XlsxRow, type Sheet as XlsxSheet } from 'write-excel-file/universal';
import type { Block, Cell, Format, Paper, PaperTable, Row, Sheet } from '../report/paper.ts';
import { printSetup } from './print-setup.ts';

/** A chart as it is put into the workbook; drawn by the page, for a worker has nothing to draw SVG with. */
export interface Picture {
  readonly png: ArrayBuffer;
  /** In pixels of the sheet; the picture itself may have more. */
  readonly width: number;
  readonly height: number;
}

const FONT = { fontFamily: 'Yu Gothic', fontSize: 10 };
const PICTURE_TYPE = 'image/png';
/** Of one line of text, in points and in pixels. */
const LINE_POINTS = 16;
const LINE_PIXELS = 21;
const LONGEST_SHEET_WIDTH = 190;

const FORMATS: Readonly<Record<Format, string>> = {
  text: '@',
  code: '@',
  count: '#,##0',
  ratio: '0.0%',
  points: '#,##0',
  'split-points': '#,##0.00',
  difference: '+0.0;-0.0;0.0',
  'fine-ratio': '0.00%',
};

/** The report as an xlsx file. @param pictures by the id of their drawing; a chart without one is left out */
export async function writeWorkbook(paper: Paper, pictures: ReadonlyMap<string, Picture>, tell: (sheet: number) => void): Promise<ArrayBuffer> {
  const sheets: XlsxSheet<Blob>[] = [];
  const heads: (readonly [first: number, last: number] | null)[] = [];
  for (const [index, sheet] of paper.sheets.entries()) {
    tell(index);
    const { rows, images, head, widths } = layOut(sheet, pictures);
    heads.push(head);
    sheets.push({
      data: rows,
      sheet: sheet.name,
      columns: widths.map((width) => ({ width })),
      showGridLines: false,
      images,
      ...(head === null ? {} : { stickyRowsCount: head[1] }),
      ...(sheet.orientation === 'landscape' ? { orientation: 'landscape' as const } : {}),
    });
  }
  tell(paper.sheets.length);
  const file = await writeXlsxFile(sheets, { ...FONT, features: [printSetup(paper.sheets, heads)] }).toBlob();
  return file.arrayBuffer();
}

interface LaidOut {
  readonly rows: XlsxRow[];
  readonly images: Image[];
  /** First and last row, 1-based, of the head that every printed page repeats. */
  readonly head: readonly [number, number] | null;
  readonly widths: readonly number[];
}

/** Puts the blocks of a sheet below one another; the last table gives the columns their widths. */
function layOut(sheet: Sheet, pictures: ReadonlyMap<string, Picture>): LaidOut {
  const last = sheet.blocks.findLast((block) => block.kind === 'table');
  const widths = last === undefined ? [24, 60] : last.table.columns.map(({ width }) => width);
  const rows: XlsxRow[] = [[{ ...textCell(sheet.title), fontSize: 14, fontWeight: 'bold' }]];
  const images: Image[] = [];
  let head: readonly [number, number] | null = null;
  for (const block of sheet.blocks) {
    if (block.kind === 'picture') {
      const picture = pictures.get(block.drawing.id);
      if (picture === undefined) continue;
      rows.push([], [{ ...textCell(block.drawing.title), fontWeight: 'bold' }], []);
      images.push(imageOf(picture, rows.length, block));
      for (let room = picture.height; room > 0; room -= LINE_PIXELS) rows.push([{ height: LINE_POINTS }]);
    } else if (block.kind === 'table') {
      rows.push([]);
      if (block.table.caption !== '') rows.push([{ ...textCell(block.table.caption), fontWeight: 'bold' }]);
      rows.push(headRow(block.table));
      if (block === last) head = [rows.length, rows.length];
      rows.push(...bodyRows(block.table));
    } else rows.push(...textRows(block, widths));
  }
  rows.push([], wide(sheet.source, widths, { fontSize: 8, textColor: '#555555' }));
  return { rows, images, head, widths };
}

function textRows(block: Exclude<Block, { kind: 'picture' | 'table' }>, widths: readonly number[]): XlsxRow[] {
  if (block.kind === 'heading') return [[], [{ ...textCell(block.text), fontWeight: 'bold' }]];
  if (block.kind === 'text') return block.text === '' ? [] : [wide(block.text, widths, {})];
  const [first = 0, ...others] = widths;
  const width = Math.min(LONGEST_SHEET_WIDTH, others.reduce((sum, each) => sum + each, 0));
  return block.facts.map(([term, text]) => {
    const lines = text.split('\n').reduce((sum, each) => sum + linesOf(each, width), 0);
    const height = Math.max(lines, linesOf(term, first)) * LINE_POINTS;
    const cell = { ...textCell(text), wrap: true, alignVertical: 'top' as const, columnSpan: Math.max(1, others.length), bottomBorderStyle: 'hair' as const, height };
    return [{ ...textCell(term), fontWeight: 'bold' as const, wrap: true, alignVertical: 'top' as const, bottomBorderStyle: 'hair' as const }, cell];
  });
}

/** A sentence over the whole width of the sheet. */
function wide(text: string, widths: readonly number[], look: Partial<CellObject>): XlsxRow {
  const width = widths.reduce((sum, each) => sum + each, 0);
  const height = linesOf(text, width) * LINE_POINTS;
  return [{ ...textCell(text), wrap: true, alignVertical: 'top', columnSpan: widths.length, height, ...look }];
}

/** Lines a text takes in a cell of so many half-width characters; a little too many rather than too few. */
function linesOf(text: string, width: number): number {
  let size = 0;
  for (const sign of text) size += (sign.codePointAt(0) as number) < 0x100 ? 1 : 2;
  return Math.max(1, Math.ceil((size * 1.08) / Math.max(1, width)));
}

function headRow({ columns }: PaperTable): XlsxRow {
  const lines = Math.max(...columns.map(({ title, width }) => linesOf(title, width - 1)));
  return columns.map(({ title }) => ({
    ...textCell(title),
    wrap: true,
    align: 'center',
    alignVertical: 'center',
    fontWeight: 'bold',
    backgroundColor: '#e8ebe8',
    borderStyle: 'thin',
    borderColor: '#888888',
    height: lines * LINE_POINTS,
  }));
}

function bodyRows({ columns, sections }: PaperTable): XlsxRow[] {
  return sections.flatMap(({ heading, rows }): XlsxRow[] => [
    ...(heading === null ? [] : [[{ ...textCell(heading), fontWeight: 'bold' as const, columnSpan: columns.length, borderStyle: 'thin' as const, borderColor: '#888888' }]]),
    ...rows.map((row) => bodyRow(row, columns)),
  ]);
}

function bodyRow({ cells, look }: Row, columns: PaperTable['columns']): XlsxRow {
  const lines = Math.max(...cells.map((cell, index) => (typeof cell === 'string' ? linesOf(cell, columns[index]?.width ?? 10) : 1)));
  const style = {
    borderStyle: 'thin' as const,
    borderColor: '#bbbbbb',
    alignVertical: 'top' as const,
    height: lines * LINE_POINTS + (look === 'total' ? 2 : 0),
    ...(look === 'total' ? { fontWeight: 'bold' as const, topBorderStyle: 'double' as const, topBorderColor: '#333333' } : {}),
    ...(look === 'marked' ? { backgroundColor: '#fbf1e1' } : {}),
  };
  return cells.map((cell, index) => ({ ...valueCell(cell, columns[index]?.format ?? 'text'), ...style }));
}

function valueCell(cell: Cell, format: Format): CellObject {
  const isText = format === 'text' || format === 'code';
  if (cell === null || cell === '') return {};
  if (typeof cell === 'number') return { value: cell, type: Number, format: FORMATS[format] };
  return { ...textCell(cell), wrap: true, ...(isText ? {} : { align: 'right' as const }) };
}

/** Text is told to be text, so that no program takes it for a formula or a number. */
function textCell(text: string): CellObject {
  return text === '' ? {} : { value: text, type: String, format: '@' };
}

function imageOf({ png, width, height }: Picture, row: number, { drawing }: Extract<Block, { kind: 'picture' }>): Image {
  return {
    content: new Blob([png], { type: PICTURE_TYPE }),
    contentType: PICTURE_TYPE,
    width,
    height,
    dpi: 96,
    anchor: { row, column: 1 },
    title: drawing.title,
    description: drawing.description,
  };
}
