import { halfWidth } from '../core/text.ts';
import type { Calendar } from '../messages/calendar.ts';

export type FileEncoding = 'utf-8' | 'cp932';

/** What is typed in once for the papers and kept in the settings file; it holds no claim data. */
export interface ReportSetting {
  readonly title: string;
  /** 委託者. */
  readonly insurer: string;
  /** 受託者. */
  readonly contractor: string;
  /** The paper's date as typed in; empty takes the day on which it is made. */
  readonly date: string;
  readonly remarks: string;
  /** Who erased, for データ消去記録. */
  readonly person: string;
  readonly calendar: Calendar;
  /** 匿名化: the smallest count that is published beside 0; null publishes all. */
  readonly least: number | null;
  readonly encoding: FileEncoding;
}

export const FIRST_SETTING: ReportSetting = {
  title: '',
  insurer: '',
  contractor: '',
  date: '',
  remarks: '',
  person: '',
  calendar: 'era',
  least: null,
  encoding: 'utf-8',
};

/** 匿名化 with fewer hides next to nothing. */
export const SMALLEST_LEAST = 3;

/** What is typed in for 匿名化: null for nothing, undefined where it is no number that can be used. */
export function readLeast(text: string): number | null | undefined {
  const plain = halfWidth(text).trim();
  if (plain === '') return null;
  const least = /^\d{1,6}$/u.test(plain) ? Number(plain) : 0;
  return least >= SMALLEST_LEAST ? least : undefined;
}

const TEXTS = ['title', 'insurer', 'contractor', 'date', 'remarks', 'person'] as const;

/** The part of a settings file that is about papers; what is missing or wrong there is at its default. */
export function readReportSetting(stored: unknown): ReportSetting {
  if (typeof stored !== 'object' || stored === null) return FIRST_SETTING;
  const given = stored as Readonly<Record<string, unknown>>;
  const texts = Object.fromEntries(TEXTS.flatMap((key) => (typeof given[key] === 'string' ? [[key, given[key]]] : [])));
  const { least } = given;
  return {
    ...FIRST_SETTING,
    ...texts,
    calendar: given.calendar === 'western' ? 'western' : 'era',
    encoding: given.encoding === 'cp932' ? 'cp932' : 'utf-8',
    least: typeof least === 'number' && Number.isInteger(least) && least >= SMALLEST_LEAST ? least : null,
  };
}
