import { decodeUnits } from './encoding';
import { FIELD_COUNT } from './layout';
import type { AcceptedFile, Row, RowFault } from './read-file';
import { isBlank, isUndecodable, readAmount, readMonth, withReplacements } from './read-values';

export type QuarantineCode =
  | RowFault
  | 'undecodable'
  | 'unreadable_month'
  | 'unreadable_amount'
  | 'orphan_continuation';

export interface Fault {
  readonly field: number | null;
  readonly code: QuarantineCode;
  readonly value: string;
}

/** Values a continuation takes from the record before it: field number → trimmed text. */
export type Taken = ReadonlyMap<number, string>;

export interface CheckedRecord {
  readonly line: number;
  readonly faults: readonly Fault[];
  readonly cells: readonly string[];
  readonly continued: boolean;
  readonly taken: Taken;
  /** The claim it belongs to when field 1 stays blank: the line of the claim's first record. */
  readonly headLine: number;
  /** Trimmed text of a field, continuation filled in; '' where it is blank or not certain. */
  readonly text: (no: number) => string;
}

const FILLED_BY_CONTINUATION = [1, 3, 4, 192, 205, 206, 207];

interface Preceding {
  readonly orphans: boolean;
  readonly text: (no: number) => string;
  readonly headLine: number;
}

function valueFaults(texts: readonly string[], kept: ReadonlySet<number>, tooLong: ReadonlySet<number>): Fault[] {
  const faults: Fault[] = [];
  for (let no = 1; no <= FIELD_COUNT; no++) {
    const text = texts[no - 1] ?? '';
    const value = text.trim();
    if (tooLong.has(no)) continue;
    if (kept.has(no) && isUndecodable(text)) {
      faults.push({ field: no, code: 'undecodable', value: withReplacements(value) });
    } else if ((no === 192 || no === 205) && value !== '' && readMonth(value) === null) {
      faults.push({ field: no, code: 'unreadable_month', value });
    } else if (no === 148 && value !== '' && readAmount(value) === null) {
      faults.push({ field: no, code: 'unreadable_amount', value });
    }
  }
  return faults;
}

function checkWhole(
  row: Row,
  texts: readonly string[],
  before: Preceding | null,
  kept: ReadonlySet<number>,
): CheckedRecord {
  const faults: Fault[] = valueFaults(texts, kept, row.tooLong);
  const uncertain = new Set([...faults.map((fault) => fault.field), ...row.tooLong]);
  if (row.fault !== null) faults.unshift({ field: null, code: row.fault, value: '' });
  const own = (no: number): string => {
    const text = texts[no - 1] ?? '';
    return uncertain.has(no) || isUndecodable(text) ? '' : text.trim();
  };
  const continued = before !== null && texts.slice(0, 11).every(isBlank);
  const taken = new Map<number, string>();
  if (continued && before.orphans) {
    faults.unshift({ field: null, code: 'orphan_continuation', value: '' });
  } else if (continued) {
    for (const no of FILLED_BY_CONTINUATION) {
      const value = before.text(no);
      if (value !== '' && isBlank(texts[no - 1] ?? '')) taken.set(no, value);
    }
  }
  return {
    line: row.line,
    faults,
    cells: row.cells,
    continued,
    taken,
    headLine: continued ? before.headLine : row.line,
    text: (no) => taken.get(no) ?? own(no),
  };
}

function checkBroken(row: Row, fault: RowFault): CheckedRecord {
  return {
    line: row.line,
    faults: [{ field: null, code: fault, value: '' }],
    cells: [],
    continued: false,
    taken: new Map(),
    headLine: row.line,
    text: () => '',
  };
}

function orphansWhatFollows(record: CheckedRecord): boolean {
  const codes: QuarantineCode[] = ['unbalanced_quote', 'field_count', 'orphan_continuation'];
  return record.faults.some((fault) => codes.includes(fault.code));
}

export function checkRows(file: AcceptedFile, kept: ReadonlySet<number>): CheckedRecord[] {
  const records: CheckedRecord[] = [];
  let before: Preceding | null = null;
  for (const row of file.rows) {
    const texts = row.cells.map((cell) => decodeUnits(cell, file.encoding));
    const record: CheckedRecord =
      row.fault === 'unbalanced_quote' || row.fault === 'field_count'
        ? checkBroken(row, row.fault)
        : checkWhole(row, texts, before, kept);
    records.push(record);
    before = { orphans: orphansWhatFollows(record), text: record.text, headLine: record.headLine };
  }
  return records;
}
