import { APP_VERSION } from '../core/app-version.ts';
import { paperTime } from '../messages/calendar.ts';
import { PAPER, SHEETS } from '../messages/report-texts.ts';
import type { Block, Paper, Sheet } from './paper.ts';
import type { ReportInput } from './report-input.ts';
import { checkTypeBlocks } from './sheets/check-types.ts';
import { coverBlocks } from './sheets/cover.ts';
import { definitionBlocks } from './sheets/definitions.ts';
import { exclusionBlocks } from './sheets/exclusions.ts';
import { importBlocks } from './sheets/import-record.ts';
import { itemBlocks } from './sheets/items.ts';
import { summaryBlocks } from './sheets/summary.ts';
import { upheldBlocks } from './sheets/upheld.ts';

const COMPOSERS: readonly { readonly key: keyof typeof SHEETS; readonly orientation: Sheet['orientation']; readonly blocks: (input: ReportInput) => Block[] }[] = [
  { key: 'cover', orientation: 'portrait', blocks: coverBlocks },
  { key: 'summary', orientation: 'landscape', blocks: summaryBlocks },
  { key: 'items', orientation: 'landscape', blocks: itemBlocks },
  { key: 'upheld', orientation: 'landscape', blocks: upheldBlocks },
  { key: 'checkTypes', orientation: 'landscape', blocks: checkTypeBlocks },
  { key: 'exclusions', orientation: 'landscape', blocks: exclusionBlocks },
  { key: 'imports', orientation: 'landscape', blocks: importBlocks },
  { key: 'definitions', orientation: 'landscape', blocks: definitionBlocks },
];

/** 再審査申出結果報告書. */
export function composeReport(input: ReportInput): Paper {
  return { title: titleOf(input), sheets: [...composeSheets(input)] };
}

/** Its eight sheets, in the order in which they are handed in, each composed when it is asked for. */
export function* composeSheets(input: ReportInput): Generator<Sheet> {
  const source = sourceLine(input);
  for (const { key, orientation, blocks } of COMPOSERS) {
    yield { name: SHEETS[key], title: key === 'cover' ? titleOf(input) : SHEETS[key], orientation, blocks: blocks(input), source };
  }
}

function titleOf({ setting }: Pick<ReportInput, 'setting'>): string {
  return setting.title === '' ? PAPER.title : setting.title;
}

/** What everything made from data says of itself: source files, scope, app, time. */
export function sourceLine({ loaded, setting, spokenScope, madeAt }: Pick<ReportInput, 'loaded' | 'setting' | 'spokenScope' | 'madeAt'>): string {
  const names = loaded.files.map(({ name }) => name);
  const { applications, exclusions } = loaded.lists;
  const lists = setting.least === null ? PAPER.lists(applications?.name ?? null, exclusions?.name ?? null) : '';
  const files = setting.least === null ? `${PAPER.files(names)}${lists}` : PAPER.manyFiles(names.length);
  return PAPER.source(files, spokenScope, PAPER.app(APP_VERSION), paperTime(madeAt, setting.calendar));
}
