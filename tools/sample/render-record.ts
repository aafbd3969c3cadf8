import type { Answer, Application, Values } from './application.ts';
import { writeMonth, type MonthForm } from './month-forms.ts';
import { at } from './random.ts';
import { fullWidthDigits } from './reason-wording.ts';

export type AmountForm = 'minus' | 'filled-triangle' | 'open-triangle' | 'full-width' | 'comma';

export interface ValueForms {
  readonly month: MonthForm;
  readonly amount: AmountForm;
}

const FIELDS = 210;
const NOUGHTS = [142, 160, 161, 162, 163, 180, 182, 183, 185, 186, 187] as const;

/** What the figures are made of; a lean file leaves everything else blank. */
const LEAN_FIELDS: ReadonlySet<number> = new Set([
  1, 3, 4, 11, 51, 148, 150, 188, 189, 192, 193, 194, 195, 196, 197, 198, 199, 205, 206, 207, 208, 209, 210,
]);

export function keepLean(fields: readonly string[]): string[] {
  return fields.map((value, index) => (LEAN_FIELDS.has(index + 1) ? value : ''));
}

/** The 210 texts of one record (index 0 is field 1). `before` are the answers of the claim's records before it in the file. */
export function renderRecord(
  application: Application, index: number, answer: Answer, before: readonly Answer[], forms: ValueForms,
): string[] {
  const fields = new Array<string>(FIELDS).fill('');
  const record = at(application.records, index);
  const put = (position: number, value: string): void => {
    fields[position - 1] = value;
  };
  const putAll = (values: Values): void => {
    for (const position in values) put(Number(position), values[position] ?? '');
  };
  const continues = application.continued && index > 0;
  if (continues) {
    put(51, String(record.decided));
    // Every second such line repeats the month of application.
    if (index % 2 === 0) put(192, writeMonths(application.requestMonth, forms));
  } else {
    putAll(application.claim);
    put(1, application.key);
    put(10, writeMonth(application.serviceMonth, forms.month));
    put(192, writeMonths(application.requestMonth, forms));
  }
  putAll(record.wording.values);
  putAll(answer.values);
  put(205, writeMonths(answer.month, forms));
  if (continues && before.every((other) => sameAnswer(answer, other))) for (const position of [205, 206, 207]) put(position, '');
  if (answer.settled !== null) putAll(settledValues(application, record.decided, answer, answer.settled, forms));
  return fields;
}

export function writeAmount(value: number, form: AmountForm): string {
  const size = String(Math.abs(value));
  if (form === 'full-width') return fullWidthDigits(value < 0 ? `－${size}` : size);
  if (form === 'comma') return (value < 0 ? '-' : '') + size.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = { minus: '-', 'filled-triangle': '▲', 'open-triangle': '△' }[form];
  return value < 0 ? sign + size : size;
}

function settledValues(
  application: Application, decided: number, answer: Answer, settled: number, forms: ValueForms,
): Record<number, string> {
  const change = (settled - decided) * application.copayTenths;
  const cost = settled * 10;
  const copay = settled * application.copayTenths;
  const values: Record<number, string> = {
    148: answer.points === null ? '' : writeAmount(answer.points, forms.amount),
    149: writeAmount(change, forms.amount),
    150: String(settled),
    159: String(copay),
    179: String(cost),
    181: String(cost - copay),
    184: String(copay),
  };
  for (const position of NOUGHTS) values[position] = '0';
  return values;
}

function sameAnswer(one: Answer, other: Answer): boolean {
  return one.month === other.month && one.values[206] === other.values[206] && one.values[207] === other.values[207];
}

function writeMonths(value: number | null, forms: ValueForms): string {
  return value === null ? '' : writeMonth(value, forms.month);
}
