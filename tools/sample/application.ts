import type { Month } from './month-forms.ts';

export type ItemKind = '診療行為' | '医薬品' | '特定器材' | 'その他';

export interface PlantedItem {
  readonly kind: ItemKind;
  readonly code: string;
  readonly name: string;
}

/** In the order in which the first one found among an application's records is its result. */
export const OUTCOMES = ['査定', '返戻', '原審', '取下げ', '対象外', '未分類', '未決'] as const;
export type OutcomeName = (typeof OUTCOMES)[number];

export type Grain = 'row' | 'receipt';

/** Field values by position (1 to 210); what is not there is blank. */
export type Values = Readonly<Partial<Record<number, string>>>;

/** What one record asks for: fields 188, 189 and 193–204. The same in every delivery, so it is the record's identity. */
export interface Wording {
  readonly values: Values;
  readonly items: readonly PlantedItem[];
  readonly checkType: string;
}

export interface ApplicationRecord {
  readonly wording: Wording;
  /** 決定点数, field 51. */
  readonly decided: number;
}

export interface Application {
  /** Field 1; empty for the few records without one, each of which is an application of its own. */
  readonly key: string;
  readonly requestMonth: Month | null;
  readonly serviceMonth: Month;
  readonly feeTable: number;
  readonly ward: number;
  readonly retired: boolean;
  readonly copayTenths: number;
  /** Fields 2–9, 11–187 before the decision. */
  readonly claim: Values;
  /** Its second and later records leave fields 1–11 blank. */
  readonly continued: boolean;
  readonly records: readonly ApplicationRecord[];
}

export interface Answer {
  /** 結果処理年月; blank for an application that is only put on hold. */
  readonly month: Month | null;
  readonly outcome: OutcomeName;
  /** Fields 206–210. */
  readonly values: Values;
  readonly points: number | null;
  /** Field 150, or null for none. */
  readonly settled: number | null;
  readonly items: readonly PlantedItem[];
  readonly cause: '形式' | '医学' | null;
}

export const PENDING: Answer = {
  month: null, outcome: '未決', values: {}, points: null, settled: null, items: [], cause: null,
};

/** One record as it stands in one file. */
export interface Part {
  readonly index: number;
  readonly answer: Answer;
  /** A later file holds this record's result. */
  readonly superseded: boolean;
}

export interface Delivered {
  readonly application: Application;
  readonly parts: readonly Part[];
  /** No later file speaks of this application. */
  readonly final: boolean;
}
