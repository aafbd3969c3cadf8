import { CP932_QUOTED, fileBytes, type Cell } from './csv-bytes.ts';
import { editedLine, replaced } from './dirty-case.ts';
import type { Encoding } from './encode-text.ts';
import { FIELD_NAMES, PERSONAL_FIELDS, SENSITIVE_FIELDS } from './field-names.ts';
import { plainClaims } from './plain-records.ts';
import { fullWidthDigits } from './reason-wording.ts';

/** Fields whose content must turn up nowhere: personal, sensitive, and the free texts that are not read. */
export const MARKED_FIELDS: readonly number[] = [...PERSONAL_FIELDS, ...SENSITIVE_FIELDS, 200, 204].sort((a, b) => a - b);

/** Ways to set records aside with marked fields standing where kept ones should be, or beside what is told of them. */
export const MARKER_DEFECTS = [
  'none', 'field-too-many', 'field-too-few', 'broken-quote', 'undecodable', 'unreadable-month', 'unreadable-amount', 'without-key', 'twice',
] as const;
export type MarkerDefect = (typeof MARKER_DEFECTS)[number];

export interface Marked {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly markers: readonly { readonly marker: string; readonly field: number; readonly record: number }[];
  /** Records (from 1) that have the defect. */
  readonly defective: readonly number[];
}

/** Twelve records with a marker of its own in every marked field; every third record has the defect. CP932 or UTF-8. */
export function plantMarkers(defect: MarkerDefect = 'none', encoding: Encoding = 'cp932'): Marked {
  const form = { ...CP932_QUOTED, encoding };
  const markers: { marker: string; field: number; record: number }[] = [];
  const defective: number[] = [];
  const lines: (Uint8Array | readonly Cell[])[] = [FIELD_NAMES];
  plainClaims('markers', 12).forEach(({ lines: [line = []] }, index) => {
    const record = index + 1;
    let fields = [...line];
    for (const field of MARKED_FIELDS) {
      const marker = markerText(field, record);
      markers.push({ marker, field, record });
      fields = replaced(fields, field, marker);
    }
    if (defect === 'none' || record % 3 !== 0) {
      lines.push(fields);
      return;
    }
    defective.push(record);
    lines.push(...withDefect(fields, defect, encoding));
  });
  return { name: `markers-${defect}-${encoding}.csv`, bytes: fileBytes(lines, form), markers, defective };
}

/** Full width, so that a search must fold to find it again half width. */
function markerText(field: number, record: number): string {
  return fullWidthDigits(`ＭＡＲＫ${String(field).padStart(3, '0')}Ｒ${String(record).padStart(2, '0')}番号`);
}

function withDefect(fields: readonly string[], defect: MarkerDefect, encoding: Encoding): (Uint8Array | readonly Cell[])[] {
  switch (defect) {
    case 'none':
      return [fields];
    case 'field-too-many':
      return [[...fields.slice(0, 5), '', ...fields.slice(5)]];
    case 'field-too-few':
      return [[...fields.slice(0, 5), ...fields.slice(6)]];
    case 'broken-quote':
      // Field 11, right before the personal ones, loses its closing quote.
      return [editedLine(replaced(fields, 11, '@@'), { ...CP932_QUOTED, encoding }, (line) => line.replace('"@@"', '"@@'))];
    case 'undecodable':
      return [replaced<Cell>(fields, 195, Uint8Array.of(0x41, 0xff, 0x42))];
    case 'unreadable-month':
      return [replaced(fields, 192, '202499')];
    case 'unreadable-amount':
      return [replaced(fields, 148, 'abc')];
    case 'without-key':
      return [replaced(fields, 1, '')];
    case 'twice':
      return [fields, fields];
  }
}
