import { grouped } from '../../messages/ja.ts';
import { TABLE } from '../../messages/result-texts.ts';
import type { Cell, Format } from '../../report/paper.ts';

const HUNDREDTHS = new Intl.NumberFormat('ja-JP', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A cell as it is printed: a dash where there is no value. */
export function cellText(cell: Cell, format: Format): string {
  if (cell === null) return TABLE.noValue;
  if (typeof cell === 'string') return cell;
  switch (format) {
    case 'ratio':
      return `${(cell * 100).toFixed(1)}%`;
    case 'fine-ratio':
      return `${(cell * 100).toFixed(2)}%`;
    case 'split-points':
      return HUNDREDTHS.format(cell);
    case 'difference':
      return cell > 0 ? `+${cell.toFixed(1)}` : cell.toFixed(1);
    default:
      return grouped(cell);
  }
}
