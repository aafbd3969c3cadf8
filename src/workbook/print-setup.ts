import type { Feature } from 'write-excel-file/universal';
import {
  findElement,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import type { Sheet } from '../report/paper.ts';

const SHEET_FILE = 'xl/worksheets/sheet{id}.xml';
const WORKBOOK_FILE = 'xl/workbook.xml';
const A4 = 9;
const MARGINS = { left: 0.4, right: 0.4, top: 0.55, bottom: 0.6, header: 0.3, footer: 0.3 };

/**
 * What the writer does not know of: A4, as wide as one page, sheet name above and page numbers below, and the table's
 * head on every page. @param heads first and last row of each sheet's head, 1-based
 */
export function printSetup(sheets: readonly Sheet[], heads: readonly (readonly [number, number] | null)[]): Feature<Blob> {
  return {
    files: {
      transform: {
        [SHEET_FILE]: {
          transform: (xml, _, { sheetIndex }) => sheetMarkup(xml, sheets[sheetIndex] as Sheet),
        },
        [WORKBOOK_FILE]: {
          transform: (xml) => workbookMarkup(xml, sheets, heads),
        },
      },
    },
  };
}

function sheetMarkup(xml: string, { name, orientation }: Sheet): string {
  const footer = `&L${name.replaceAll('&', '&&')}&R&P / &N`;
  const setup = getSelfClosingTagMarkup('pageSetup', { paperSize: A4, orientation, fitToWidth: 1, fitToHeight: 0 });
  return [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    getSelfClosingTagMarkup('pageMargins', MARGINS),
    setup,
    `<headerFooter><oddFooter>${sanitizeTextContent(footer)}</oddFooter></headerFooter>`,
  ].reduce((before, element) => replaced(before, element, SHEET_FILE, 'worksheet'), xml);
}

function workbookMarkup(xml: string, sheets: readonly Sheet[], heads: readonly (readonly [number, number] | null)[]): string {
  const titles = sheets.flatMap(({ name }, index) => {
    const head = heads[index];
    if (head == null) return [];
    const rows = `'${name.replaceAll("'", "''")}'!$${String(head[0])}:$${String(head[1])}`;
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${sanitizeAttributeValue(String(index))}">${sanitizeTextContent(rows)}</definedName>`];
  });
  return titles.length === 0 ? xml : replaced(xml, `<definedNames>${titles.join('')}</definedNames>`, WORKBOOK_FILE, 'workbook');
}

/** Puts an element where it belongs among its siblings, in place of one that is there already. */
function replaced(xml: string, element: string, file: 'xl/workbook.xml' | 'xl/worksheets/sheet{id}.xml', parent: string): string {
  const [name = ''] = /[A-Za-z]+/u.exec(element) ?? [];
  const present = findElement(xml, name);
  if (present !== undefined) return replaceElement(xml, present, element);
  return insertElementMarkupAccordingToOrderOfSiblings(xml, element, getOrderOfSiblings(file, parent) ?? [], parent);
}
