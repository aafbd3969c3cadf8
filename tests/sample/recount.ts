import Papa from 'papaparse';

export interface Recount {
  records: number;
  loaded: number;
  duplicates: number;
  superseded: number;
  continued: number;
  blank: number;
}

interface Seen {
  readonly file: number;
  readonly month: string;
  readonly continuation: boolean;
}

/** Counts files without faults anew, from their text and IMPORT.md alone, with another CSV reader than ours. */
export function recount(texts: readonly string[], header: boolean): { files: Recount[]; applications: number } {
  const files: Recount[] = [];
  const taken = new Set<string>();
  const identities = new Map<string, Seen[]>();
  const applications = new Set<string>();
  texts.forEach((text, file) => {
    const rows = Papa.parse<string[]>(text, { skipEmptyLines: false }).data;
    if ((rows.at(-1) ?? ['']).join('') === '') rows.pop();
    const counts: Recount = { records: 0, loaded: 0, duplicates: 0, superseded: 0, continued: 0, blank: 0 };
    files.push(counts);
    let before: string[] | null = null;
    for (const row of rows.slice(header ? 1 : 0)) {
      if (row.length === 1 && row[0] === '') {
        counts.blank += 1;
        continue;
      }
      if (row.length !== 210) throw new Error(`${row.length} fields in file ${file}`);
      counts.records += 1;
      const continuation: boolean = before !== null && row.slice(0, 11).every((value) => value === '');
      const full: string[] = row.map((value, index) => (continuation && value === '' && TAKEN_OVER.has(index + 1) ? before?.[index] ?? '' : value));
      before = full;
      const bytes = JSON.stringify([full[0], full[191], full[204], row]);
      if (taken.has(bytes)) {
        counts.duplicates += 1;
        continue;
      }
      taken.add(bytes);
      const claim = `${full[0] === '' ? bytes : full[0]} ${monthNumber(full[191] ?? '')}`;
      applications.add(claim);
      const identity = JSON.stringify([claim, row.slice(192, 199)]);
      identities.set(identity, [...(identities.get(identity) ?? []), { file, month: monthNumber(full[204] ?? ''), continuation }]);
    }
  });
  for (const seen of identities.values()) {
    const latest = seen.reduce((most, each) => (each.month > most ? each.month : most), '');
    for (const { file, month, continuation } of seen) {
      const counts = files[file];
      if (!counts) continue;
      if (month < latest) counts.superseded += 1;
      else counts.loaded += 1;
      if (month === latest && continuation) counts.continued += 1;
    }
  }
  return { files, applications: applications.size };
}

const TAKEN_OVER = new Set([1, 3, 4, 192, 205, 206, 207]);

/** 50606, 202406, R6.6 and 令和6年6月 as 202406; blank stays blank. */
function monthNumber(text: string): string {
  const era = /^5(\d\d)(\d\d)$/.exec(text) ?? /^R(\d+)\.(\d+)$/.exec(text) ?? /^令和(\d+)年(\d+)月$/.exec(text);
  if (!era) return text;
  return `${2018 + Number(era[1])}${String(era[2]).padStart(2, '0')}`;
}
