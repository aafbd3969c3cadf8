import { strFromU8, unzipSync } from 'fflate';

export interface ReadSheet {
  readonly name: string;
  /** By row, from the first; text, number, or null for an empty cell. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly xml: string;
}

export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
  readonly workbookXml: string;
  readonly files: readonly string[];
}

/** Reads an xlsx file with nothing of what writes it: the parts of the archive, by hand. */
export function readWorkbook(file: Uint8Array): ReadWorkbook {
  const parts = unzipSync(file);
  const text = (path: string): string => strFromU8(parts[path] as Uint8Array);
  const strings = matches(text('xl/sharedStrings.xml'), /<si>(.*?)<\/si>/gsu).map(([, item = '']) => matches(item, /<t[^>]*>(.*?)<\/t>/gsu).map(([, run = '']) => plain(run)).join(''));
  const workbookXml = text('xl/workbook.xml');
  const sheets = matches(workbookXml, /<sheet [^>]*name="([^"]*)"/gu).map(([, name = ''], index): ReadSheet => {
    const xml = text(`xl/worksheets/sheet${String(index + 1)}.xml`);
    return { name: plain(name), rows: matches(xml, /<row [^>]*?(?:\/>|>(.*?)<\/row>)/gsu).map(([, row = '']) => cells(row, strings)), xml };
  });
  return { sheets, workbookXml, files: Object.keys(parts) };
}

function cells(row: string, strings: readonly string[]): (string | number | null)[] {
  const read: (string | number | null)[] = [];
  for (const [, attributes = '', content = ''] of matches(row, /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gsu)) {
    if (content.includes('<f')) throw new Error(`a formula: ${content}`);
    const column = /r="([A-Z]+)\d+"/u.exec(attributes)?.[1] ?? '';
    const place = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    while (read.length < place) read.push(null);
    const value = /<v>(.*?)<\/v>/su.exec(content)?.[1];
    if (value === undefined) read.push(null);
    else read.push(attributes.includes('t="s"') ? (strings[Number(value)] ?? null) : Number(value));
  }
  return read;
}

function matches(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)];
}

function plain(markup: string): string {
  return markup.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
