import { faultText } from '../../messages/failures.ts';
import { IMPORT_SHEET, PAPER } from '../../messages/report-texts.ts';
import type { FileCounts } from '../../records/describe.ts';
import { type Block, line, table } from '../paper.ts';
import type { ReportInput } from '../report-input.ts';

const COUNTS = ['records', 'loaded', 'quarantined', 'duplicates', 'superseded'] as const;

/** 取込記録: what became of every record of every file. */
export function importBlocks({ loaded, basis, setting }: ReportInput): Block[] {
  // What is not recognised may be few records, and their share would tell how many.
  if (setting.least !== null) return [{ kind: 'text', text: IMPORT_SHEET.anonymised }];
  const share = (value: number | null): string => (value === null ? '' : `${(value * 100).toFixed(1)}%`);
  const { coverage } = loaded;
  const texts = IMPORT_SHEET.coverageFacts;
  const covered: Block = {
    kind: 'facts',
    facts: [
      [`${IMPORT_SHEET.coverage}：${texts.outcome}`, share(coverage.outcome)],
      [`${IMPORT_SHEET.coverage}：${texts.checkType}`, share(coverage.checkType)],
      [`${IMPORT_SHEET.coverage}：${texts.item}`, share(coverage.item)],
    ],
  };
  return [covered, ...reasonBlocks(loaded.faults), { kind: 'text', text: IMPORT_SHEET.check }, fileTable(loaded.files, basis.files)];
}

function reasonBlocks(faults: ReportInput['loaded']['faults']): Block[] {
  if (faults.length === 0) return [{ kind: 'text', text: IMPORT_SHEET.noneQuarantined }];
  const records = new Map<string, Set<string>>();
  for (const fault of faults) {
    const reason = faultText({ ...fault, fieldCount: null }).replace('null 個で', '');
    records.set(reason, (records.get(reason) ?? new Set()).add(`${fault.file}:${String(fault.line)}`));
  }
  return [
    table(
      IMPORT_SHEET.reasons,
      [
        { title: IMPORT_SHEET.reasonHeads.reason, format: 'text', width: 44 },
        { title: IMPORT_SHEET.reasonHeads.count, format: 'count', width: 20 },
      ],
      [{ heading: null, rows: [...records].map(([reason, lines]) => line(reason, lines.size)) }],
    ),
  ];
}

function fileTable(files: readonly FileCounts[], sha256: readonly (string | null)[]): Block {
  const { fileHeads } = IMPORT_SHEET;
  const rows = files.map((file, place) => line(file.name, sha256[place] ?? PAPER.noFingerprint, file.bytes, file.encoding, ...COUNTS.map((name) => file[name])));
  const sum = (name: 'bytes' | (typeof COUNTS)[number]): number => files.reduce((total, file) => total + file[name], 0);
  return table(
    IMPORT_SHEET.files,
    [
      { title: fileHeads.name, format: 'text', width: 34 },
      { title: fileHeads.sha256, format: 'code', width: 70 },
      { title: fileHeads.bytes, format: 'count', width: 13 },
      { title: fileHeads.encoding, format: 'text', width: 9 },
      ...COUNTS.map((name) => ({ title: fileHeads[name], format: 'count' as const, width: 9 })),
    ],
    [{ heading: null, rows: [...rows, { cells: [PAPER.total, '', sum('bytes'), '', ...COUNTS.map(sum)], look: 'total' }] }],
  );
}
