import { columnsByPosition, columnsOfHeader, FIELD_COUNT, looksLikeHeader } from './layout';
import { decodeUnits, readUnits, type Encoding, type Units } from './encoding';
import { isBlank, isExponent, readAmount, readMonth } from './read-values';
import { refuseByContent, type RefusalCode } from './refuse';
import { possibleWidths, splitRecords, type Newline, type Piece, type Split } from './split-records';

const FIELD_LIMIT = 1024 * 1024;

export type RowFault = 'unbalanced_quote' | 'field_count' | 'field_too_long';

export interface Row {
  readonly line: number;
  readonly fault: RowFault | null;
  /** The units of fields 1 … 210 at index 0 … 209; empty where positions are not certain. */
  readonly cells: readonly string[];
  /** Fields longer than is allowed. */
  readonly tooLong: ReadonlySet<number>;
}

export interface AcceptedFile {
  readonly encoding: Encoding;
  readonly newline: Newline;
  readonly header: boolean;
  readonly blank: number;
  readonly rows: readonly Row[];
  /** The first line of a file with more than 210 fields. */
  readonly extraFieldsLine: number | null;
}

export type FileReading = { readonly refused: RefusalCode } | { readonly accepted: AcceptedFile };

interface Shape {
  readonly split: Split;
  readonly width: number;
  readonly columns: readonly number[];
  readonly header: boolean;
}

function recordsOfWidth(pieces: readonly Piece[], width: number): number {
  return pieces.filter((piece) => piece.kind === 'record' && piece.fields.length === width).length;
}

function shapeOf(units: Units): Shape | RefusalCode {
  const decode = (field: string): string => decodeUnits(field, units.encoding);
  const isBlankLine = (line: string): boolean => !/[,"]/.test(line) && isBlank(decode(line));
  const splitBy = (width: number): Split => splitRecords(units.text, width, isBlankLine);

  const trial = splitBy(FIELD_COUNT);
  const first = trial.pieces[0];
  if (first === undefined) return { split: trial, width: FIELD_COUNT, columns: columnsByPosition(), header: false };
  if (first.kind === 'record') {
    const names = first.fields.map(decode);
    if (looksLikeHeader(names)) {
      const columns = columnsOfHeader(names);
      if (columns.includes(-1)) return 'missing_columns';
      return { split: splitBy(names.length), width: names.length, columns, header: true };
    }
  }

  let width = 0;
  let split = trial;
  let most = 0;
  for (const candidate of possibleWidths(units.text)) {
    const tried = splitBy(candidate);
    const records = recordsOfWidth(tried.pieces, candidate);
    if (records > most) {
      width = candidate;
      split = tried;
      most = records;
    }
  }
  if (width === 0) return 'unknown_layout';
  if (width < FIELD_COUNT) return 'too_few_fields';
  return { split, width, columns: columnsByPosition(), header: false };
}

function bytesOf(cell: string, encoding: Encoding): number {
  return encoding.startsWith('utf-16') ? cell.length * 2 : cell.length;
}

function brokenRow(line: number, fault: RowFault): Row {
  return { line, fault, cells: [], tooLong: new Set() };
}

function rowOf(piece: Piece, shape: Shape, encoding: Encoding): Row {
  if (piece.kind === 'set_aside') return brokenRow(piece.line, 'unbalanced_quote');
  if (piece.fields.length !== shape.width) return brokenRow(piece.line, 'field_count');
  const isLong = (cell: string): boolean => bytesOf(cell, encoding) > FIELD_LIMIT;
  const cells = shape.columns.map((column) => piece.fields[column] ?? '');
  const tooLong = new Set(cells.flatMap((cell, at) => (isLong(cell) ? [at + 1] : [])));
  return { line: piece.line, fault: piece.fields.some(isLong) ? 'field_too_long' : null, cells, tooLong };
}

/** Fields 148, 192 and 205 are filled in every record, and not one of them reads in any. */
function isAnotherLayout(rows: readonly Row[], decode: (cell: string) => string): boolean {
  const whole = rows.filter((row) => row.cells.length > 0);
  return (
    whole.length > 0 &&
    whole.every((row) => {
      const [points, request, result] = [148, 192, 205].map((no) => decode(row.cells[no - 1] ?? ''));
      if (points === undefined || request === undefined || result === undefined) return false;
      if ([points, request, result].some(isBlank)) return false;
      return readAmount(points) === null && readMonth(request) === null && readMonth(result) === null;
    })
  );
}

export function readFile(bytes: Uint8Array): FileReading {
  const refused = refuseByContent(bytes);
  if (refused !== null) return { refused };
  const units = readUnits(bytes);
  const decode = (cell: string): string => decodeUnits(cell, units.encoding);
  const shape = shapeOf(units);
  if (typeof shape === 'string') return { refused: shape };

  const pieces = shape.header ? shape.split.pieces.slice(1) : shape.split.pieces;
  const rows = pieces.map((piece) => rowOf(piece, shape, units.encoding));
  if (rows.some((row) => isExponent(decode(row.cells[0] ?? '')))) return { refused: 'excel_damaged' };
  if (!shape.header && isAnotherLayout(rows, decode)) return { refused: 'unknown_layout' };
  return {
    accepted: {
      encoding: units.encoding,
      newline: shape.split.newline,
      header: shape.header,
      blank: shape.split.blank,
      rows,
      extraFieldsLine: shape.width > FIELD_COUNT ? (shape.split.pieces[0]?.line ?? null) : null,
    },
  };
}
