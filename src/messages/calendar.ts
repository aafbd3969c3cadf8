/** First day of each era as yyyymmdd, and the year before its first. */
const ERAS = [
  { from: 20190501, name: '令和', before: 2018 },
  { from: 19890108, name: '平成', before: 1988 },
] as const;

/** Years in print: 令和6年 or 2024年. */
export type Calendar = 'era' | 'western';

/** `202404` → 令和6年4月 or 2024年4月. A month belongs to the era of its first day. */
export function paperMonth(month: number, calendar: Calendar): string {
  return `${yearText(month * 100 + 1, calendar)}${String(month % 100)}月`;
}

/** A day of the local calendar. */
export function paperDate(time: Date, calendar: Calendar): string {
  const month = time.getMonth() + 1;
  const day = time.getDate();
  return `${yearText(time.getFullYear() * 10_000 + month * 100 + day, calendar)}${String(month)}月${String(day)}日`;
}

export function paperTime(time: Date, calendar: Calendar): string {
  const clock = [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  return `${paperDate(time, calendar)} ${clock}`;
}

function yearText(day: number, calendar: Calendar): string {
  const year = Math.floor(day / 10_000);
  const era = calendar === 'era' ? ERAS.find(({ from }) => day >= from) : undefined;
  if (era === undefined) return `${String(year)}年`;
  const ofEra = year - era.before;
  return `${era.name}${ofEra === 1 ? '元' : String(ofEra)}年`;
}
