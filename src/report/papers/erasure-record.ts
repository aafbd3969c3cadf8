import { APP_VERSION } from '../../core/app-version.ts';
import { paperTime } from '../../messages/calendar.ts';
import { ERASURE } from '../../messages/paper-texts.ts';
import { PAPER } from '../../messages/report-texts.ts';
import { type Paper, line, table } from '../paper.ts';
import type { ReportSetting } from '../report-setting.ts';

/** A file that was in memory. */
export interface ErasedFile {
  readonly name: string;
  /** Lower-case hexadecimal; null where the file could no longer be read. */
  readonly sha256: string | null;
  readonly bytes: number;
  readonly records: number;
  readonly importedAt: Date | null;
}

/** データ消去記録: the attachment for the contract's 廃棄証明書. */
export function erasureRecord(files: readonly ErasedFile[], erasedAt: Date, setting: ReportSetting): Paper {
  const { calendar, person, insurer, contractor } = setting;
  const { facts, heads } = ERASURE;
  const rows = files.map(({ name, sha256, bytes, records, importedAt }) =>
    line(name, sha256 ?? PAPER.noFingerprint, bytes, records, importedAt === null ? '' : paperTime(importedAt, calendar)),
  );
  return {
    title: ERASURE.title,
    sheets: [
      {
        name: ERASURE.title,
        title: ERASURE.title,
        orientation: 'portrait',
        source: PAPER.app(APP_VERSION),
        blocks: [
          { kind: 'text', text: ERASURE.statement },
          {
            kind: 'facts',
            facts: [
              [facts.erasedAt, paperTime(erasedAt, calendar)],
              [facts.files, ERASURE.count(files.length, files.reduce((sum, { records }) => sum + records, 0))],
              [facts.how, ERASURE.how],
              [facts.app, PAPER.app(APP_VERSION)],
              [facts.insurer, insurer],
              [facts.contractor, contractor],
              [facts.person, person],
            ],
          },
          table(
            ERASURE.list,
            [
              { title: heads.name, format: 'text', width: 30 },
              { title: heads.sha256, format: 'code', width: 34 },
              { title: heads.bytes, format: 'count', width: 13 },
              { title: heads.records, format: 'count', width: 10 },
              { title: heads.importedAt, format: 'text', width: 22 },
            ],
            [{ heading: null, rows }],
          ),
          { kind: 'text', text: ERASURE.outside },
        ],
      },
    ],
  };
}
