import { paperMonth } from '../../messages/calendar.ts';
import { EXCLUSION_SHEET } from '../../messages/report-texts.ts';
import { type Block, line, table } from '../paper.ts';
import type { ReportInput } from '../report-input.ts';

/** 除外一覧: the ledger, in force, proposed and lifted. */
export function exclusionBlocks({ ledger, setting }: ReportInput): Block[] {
  if (ledger === null) return [{ kind: 'text', text: EXCLUSION_SHEET.withheld }];
  if (ledger.length === 0) return [{ kind: 'text', text: EXCLUSION_SHEET.none }];
  const { heads } = EXCLUSION_SHEET;
  const month = (at: number | null): string => (at === null ? '' : paperMonth(at, setting.calendar));
  const rows = ledger.map(({ kind, code, name, checkType, status, from, to, reason, review }) =>
    line(kind, code, name, checkType, status, month(from), month(to), reason, month(review)),
  );
  return [
    table(
      '',
      [
        { title: heads.kind, format: 'text', width: 9 },
        { title: heads.code, format: 'code', width: 11 },
        { title: heads.name, format: 'text', width: 26 },
        { title: heads.checkType, format: 'text', width: 12 },
        { title: heads.status, format: 'text', width: 9 },
        { title: heads.from, format: 'text', width: 13 },
        { title: heads.to, format: 'text', width: 13 },
        { title: heads.reason, format: 'text', width: 44 },
        { title: heads.review, format: 'text', width: 13 },
      ],
      [{ heading: null, rows }],
    ),
  ];
}
