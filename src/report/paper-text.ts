import type { Block, Paper } from './paper.ts';

/** A paper as plain text, for a record one keeps as a file. */
export function paperText({ title, sheets }: Paper): string {
  const lines = [title, '', ...sheets.flatMap(({ blocks, source }) => [...blocks.flatMap(blockLines), source])];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'picture':
      return [];
    case 'heading':
    case 'text':
      return [block.text, ''];
    case 'facts':
      return [...block.facts.map(([term, text]) => `${term}：${text}`), ''];
    case 'table': {
      const { columns, sections, caption } = block.table;
      const rows = sections.flatMap(({ rows: each }) => each.map(({ cells }) => cells.map((cell) => cell ?? '').join('\t')));
      return [caption, columns.map(({ title }) => title).join('\t'), ...rows, ''];
    }
  }
}
