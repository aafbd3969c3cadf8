import { compactMonth, monthOf, writeEraDate, yearOf, type Month } from './month-forms.ts';
import { insurerNumber, person, WARDS, type Institution } from './fictitious-names.ts';
import type { Values } from './application.ts';
import { at, type Random } from './random.ts';

/** Amounts that are nought on nearly every claim, as exports write them. */
const NOUGHTS = [45, 61, 62, 63, 64, 85, 87, 88, 90, 91, 92] as const;

export interface ClaimFacts {
  readonly random: Random;
  readonly feeTable: number;
  readonly institution: Institution;
  readonly ward: number;
  readonly retired: boolean;
  readonly serviceMonth: Month;
  readonly decided: number;
  readonly copayTenths: number;
}

/** Fields 2–9 and 11–126 of a claim, 190 and 191; the rest of a record is said elsewhere. */
export function claimValues(facts: ClaimFacts): Values {
  const { random, feeTable, institution, decided, copayTenths } = facts;
  const inpatient = feeTable === 2 || (feeTable === 1 && random.chance(0.08));
  const days = String(inpatient ? random.between(3, 31) : random.between(1, 6));
  const cost = decided * 10;
  const paid = (cost * (10 - copayTenths)) / 10;
  const values: Record<number, string> = {
    2: random.digits(12),
    3: String(feeTable),
    4: institution.code,
    5: institution.name,
    7: '1',
    8: '1',
    9: inpatient ? '1' : random.pick(['2', '2', '6', '8', '0']),
    11: insurerNumber(facts.ward, facts.retired),
    19: String(10 - copayTenths),
    46: days,
    51: String(decided),
    60: String(cost - paid),
    84: String(cost),
    86: String(paid),
    89: String(cost - paid),
    97: '1',
    190: `ID${random.digits(3)}`,
    191: at(WARDS, facts.ward),
    ...Object.fromEntries(NOUGHTS.map((position) => [position, '0'])),
    ...patientValues(facts, inpatient),
  };
  if (inpatient) Object.assign(values, { 65: String(Number(days) * 3 - 1), 66: String((Number(days) * 3 - 1) * 640) });
  if (random.chance(0.06)) values[25] = random.pick(['26', '27', '28', '29', '30']);
  if (random.chance(0.05)) values[88] = String(random.between(1, 90) * 1000);
  if (random.chance(0.04)) Object.assign(values, { 98: '1', 112: '要連絡（架空）' });
  if (random.chance(0.01)) values[126] = '第三者行為の疑い（架空）';
  if (feeTable === 3) Object.assign(values, { 201: `${random.between(1, 4)}${random.between(1, 8)}`, 202: '架空の所見' });
  return values;
}

function patientValues({ random, serviceMonth, ward, feeTable }: ClaimFacts, inpatient: boolean): Values {
  const { kanji, kana } = person(random);
  const values: Record<number, string> = {
    12: `架${String(ward + 1).padStart(2, '0')}`,
    13: random.digits(7),
    14: kana,
    15: kanji,
    16: random.pick(['1', '2']),
    17: writeEraDate(random.between(1935, 2020), random.between(1, 12), random.between(1, 28)),
    18: `0000${random.digits(8)}`,
    29: writeEraDate(yearOf(serviceMonth), monthOf(serviceMonth), random.between(1, 28)),
    33: random.chance(0.2) ? '1' : '',
    34: feeTable === 4 || inpatient ? '' : String(random.between(1, 4)),
  };
  if (random.chance(0.25)) values[30] = random.pick(['1', '2', '3', '4']);
  if (inpatient) values[36] = `${compactMonth(serviceMonth)}${String(random.between(1, 28)).padStart(2, '0')}`;
  if (random.chance(0.07)) {
    const payer = `54${random.digits(6)}`;
    Object.assign(values, { 37: payer, 39: random.digits(7), 93: '54' });
  }
  return values;
}
