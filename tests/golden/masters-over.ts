import type { ItemLevel } from '../../src/classify/item.ts';
import type { OracleItem } from '../oracle/oracle.ts';

/** Masters over the items of a file, under names that no text has. */
export function mastersOver(items: readonly OracleItem[]): { files: Blob[]; at: (level: ItemLevel, item: OracleItem) => OracleItem } {
  const line = (columns: number, cells: Readonly<Record<number, string>>): string =>
    Array.from({ length: columns }, (_, index) => `"${cells[index + 1] ?? '0'}"`).join(',');
  const drugs = items.filter(({ kind }) => kind === '医薬品');
  const procedures = items.filter(({ kind, code }) => kind === '診療行為' && code.startsWith('1'));
  const generic = (index: number): string => `${String(2100 + (index % 3))}00${String(index % 7)}F1ZZZ`;
  const section = (index: number): string => `D00${String(index % 5)}`;
  const places = new Map([...drugs, ...procedures].map((item) => [item.code, item.kind === '医薬品' ? drugs.indexOf(item) : procedures.indexOf(item)]));
  const y = drugs.map(({ code }, index) =>
    line(40, { 2: 'Y', 3: code, 5: `マスター薬品${code}`, 7: '', 30: '20240401', 32: `${String(2100 + (index % 3))}001F1010`, 35: '', 37: index % 4 === 0 ? '' : generic(index), 38: index % 4 === 0 ? '' : `【般】${generic(index)}` }),
  );
  const s = procedures.map(({ code }, index) =>
    line(150, { 2: 'S', 3: code, 5: `マスター行為${code}`, 7: '', 85: 'D', 87: '20240601', 92: section(index).slice(1), 93: '00', 113: '' }),
  );
  const sectionName = (code: string): string => `マスター行為${procedures[Number(code.slice(-1))]?.code ?? ''} ほか`;
  return {
    files: [y, s].map((lines) => new Blob([`${lines.join('\r\n')}\r\n`])),
    at(level, item) {
      const index = places.get(item.code);
      if (index === undefined) return item;
      const name = item.kind === '医薬品' ? `マスター薬品${item.code}` : `マスター行為${item.code}`;
      if (level === 'product') return { ...item, name };
      if (item.kind === '診療行為') return { ...item, code: section(index), name: sectionName(section(index)) };
      if (level === 'class') return { ...item, code: String(2100 + (index % 3)), name: '' };
      return index % 4 === 0 ? { ...item, name } : { ...item, code: generic(index), name: `【般】${generic(index)}` };
    },
  };
}
