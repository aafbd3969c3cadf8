import { PENDING } from './application.ts';
import { World } from './compose-application.ts';
import { CP932_QUOTED, type CsvForm } from './csv-bytes.ts';
import { accepted, changed, oneCase, replaced, type DirtyCase } from './dirty-case.ts';
import { FIELD_NAMES } from './field-names.ts';
import { claimLines, leanRecords, plainClaim, USUAL_FORMS } from './plain-records.ts';
import { at, Random } from './random.ts';
import { keepLean } from './render-record.ts';

const BARE: CsvForm = { ...CP932_QUOTED, quoting: 'bare' };
const UTF8: CsvForm = { ...CP932_QUOTED, encoding: 'utf-8' };

/** Files that speak of the same records; loaded together, in the order of names. */
export function setCases(): DirtyCase[] {
  const records = leanRecords('sets', 10);
  const again = [...records, ...records.slice(0, 3)];
  const otherAmount = [...records, replaced(at(records, 2), 148, '-7')];
  return [
    oneCase('the same file twice', [accepted('same-1.csv', { records }), accepted('same-2.csv', { records }, { duplicates: 10 })]),
    oneCase('three records again in the same file', accepted('same-within.csv', { records: again }, { duplicates: 3 })),
    oneCase('the same records, once in quotes and once bare', [
      accepted('same-quoted.csv', { records }),
      accepted('same-unquoted.csv', { records, form: BARE }, { duplicates: 10 }),
    ]),
    oneCase(
      'the same records in two encodings are other bytes: both are loaded, and told',
      [accepted('encoding-cp932.csv', { records }), accepted('encoding-utf8.csv', { records, form: UTF8 })],
      'same_identity_other_content',
    ),
    oneCase(
      'one identity and result month, another amount: both are loaded, and told',
      accepted('identity-conflict.csv', { records: otherAmount }),
      'same_identity_other_content',
    ),
    updates('update', ['update-1-older.csv', 'update-2-newer.csv']),
    updates('update reversed', ['reversed-2-older.csv', 'reversed-1-newer.csv']),
    continuedTwins(),
    reordered(records),
  ];
}

/** Pending in the older file, answered in the newer: the older three are superseded, whatever the names' order. */
function updates(seed: string, [older, newer]: readonly [string, string]): DirtyCase {
  const world = new World({ seed, items: 120, grain: 'row', plainTexts: true });
  const claims = Array.from({ length: 3 }, () => plainClaim(world, 1));
  const pending = claims.map(({ application }) => keepLean(at(claimLines(application, [PENDING]), 0)));
  // The same month in another form is the same month.
  const answered = claims.map(({ application, answers }) => keepLean(at(claimLines(application, answers, { ...USUAL_FORMS, month: 'western' }), 0)));
  const files = [
    accepted(older, { records: [...leanRecords(`${seed} older`, 5), ...pending] }, { superseded: 3 }),
    accepted(newer, { records: [...answered, ...leanRecords(`${seed} newer`, 5)] }),
  ];
  return oneCase('applications pending in one file and answered in another', files.sort(byName));
}

/** Two claims whose continuation lines are the same bytes: they are no duplicates. */
function continuedTwins(): DirtyCase {
  const world = new World({ seed: 'twins', items: 120, grain: 'row', plainTexts: true });
  const [first = [], line = []] = plainClaim(world, 2, true).lines.map(keepLean);
  const [second = []] = plainClaim(world, 2, true).lines.map(keepLean);
  const records = [first, line, second, line];
  return oneCase('two claims with the same continuation line', accepted('continuation-twins.csv', { records }, { continued: 2 }));
}

/** The header names the columns: they may stand anywhere, the two of one name in their order. */
function reordered(records: readonly (readonly string[])[]): DirtyCase {
  const order = new Random('reordered').shuffle(FIELD_NAMES.map((_, index) => index));
  const seen = new Map<string, number>();
  const source = order.map((index) => {
    const name = at(FIELD_NAMES, index);
    const from = FIELD_NAMES.indexOf(name, (seen.get(name) ?? -1) + 1);
    seen.set(name, from);
    return from;
  });
  const arrange = (fields: readonly string[]): string[] => source.map((index) => at(fields, index));
  const faulty = changed(records, 6, (fields) => replaced(fields, 192, '202499'));
  const table = { header: arrange(FIELD_NAMES), records: faulty.map(arrange) };
  return oneCase(
    'columns in another order, with a header',
    accepted('columns-reordered.csv', table, { quarantine: [{ line: 7, field: 192, code: 'unreadable_month' }] }),
    'reordered',
  );
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : 1;
}
