import { formatMonth } from '../core/months.ts';
import type { Join } from '../records/applications-joined.ts';
import type { ListSide, SideRow } from '../records/list-sides.ts';
import { type CsvCell, csvFile, numberCell, textCell } from './csv.ts';

/** The names of the files, by what is in them. */
export const SIDE_FILES: Readonly<Record<ListSide, string>> = {
  unmatched_lines: 'list-unmatched.csv',
  unlisted: 'results-unlisted.csv',
  excluded: 'results-excluded.csv',
  unmatched_keys: 'exclusions-unmatched.csv',
};

const PLACE = ['ファイル', '行', 'レセプト全国共通キー'];

/** One side of a joined list, in the order of the screen. */
export function sideFile(side: ListSide, rows: readonly SideRow[], joinNames: Readonly<Record<Join, string>>): string {
  const place = ({ file, line, key }: SideRow): CsvCell[] => [textCell(file), numberCell(String(line)), textCell(key)];
  const month = (row: SideRow): CsvCell => textCell(row.month === 0 ? '' : formatMonth(row.month));
  switch (side) {
    case 'unmatched_lines':
      return csvFile(
        [...PLACE, '依頼年月', 'コード', '名称', '点検区分', '点数', '理由'],
        rows.map((row) => [
          ...place(row),
          month(row),
          textCell(row.code),
          textCell(row.name),
          textCell(row.checkType),
          numberCell(row.points === null ? '' : String(row.points)),
          textCell(row.join === null ? '' : joinNames[row.join]),
        ]),
      );
    case 'unlisted':
    case 'excluded':
      return csvFile([...PLACE, '依頼年月', 'レコード'], rows.map((row) => [...place(row), month(row), numberCell(String(row.records))]));
    case 'unmatched_keys':
      return csvFile(PLACE, rows.map(place));
  }
}
