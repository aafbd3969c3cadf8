import { csvFile, textCell } from './csv.ts';

/** A 対応表 as the user edits it elsewhere: the seven cells of each line under their heads. */
export function ruleFile(header: readonly string[], lines: readonly (readonly string[])[]): string {
  return csvFile(header, lines.map((cells) => cells.map(textCell)));
}
