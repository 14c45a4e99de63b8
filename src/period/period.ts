/** A part of a year, from its first to its last day (ISO dates), as written: 2022-H2. */
export interface Period {
  readonly text: string;
  readonly first: string;
  readonly last: string;
}

const forms: readonly (readonly [
  RegExp,
  (year: string, a: string, b: string) => readonly [string, string],
])[] = [
  [/^(\d{4})$/, (year) => [`${year}-01`, `${year}-12`]],
  [
    /^(\d{4})-H([12])$/,
    (year, half) => (half === "1" ? [`${year}-01`, `${year}-06`] : [`${year}-07`, `${year}-12`]),
  ],
  [
    /^(\d{4})-Q([1-4])$/,
    (year, quarter) => [month(year, Number(quarter) * 3 - 2), month(year, Number(quarter) * 3)],
  ],
  [/^(\d{4})-(\d{2})$/, (year, only) => [`${year}-${only}`, `${year}-${only}`]],
  [/^(\d{4})-(\d{2})\.\.\1-(\d{2})$/, (year, from, to) => [`${year}-${from}`, `${year}-${to}`]],
];

function month(year: string, number: number): string {
  return `${year}-${String(number).padStart(2, "0")}`;
}

/** Reads 2022, 2022-H2, 2022-Q1, 2022-03, 2022-01..2022-05 or 2022-03-15; null for anything else. */
export function readPeriod(text: string): Period | null {
  if (isDate(text)) return { text, first: text, last: text };
  for (const [form, span] of forms) {
    const match = form.exec(text);
    if (!match) continue;
    const [from, to] = span(match[1] ?? "", match[2] ?? "", match[3] ?? "");
    return isDate(`${from}-01`) && isDate(`${to}-01`) && from <= to
      ? { text, first: `${from}-01`, last: lastDay(to) }
      : null;
  }
  return null;
}

function lastDay(yearMonth: string): string {
  return ["31", "30", "29", "28"].map((day) => `${yearMonth}-${day}`).find(isDate) ?? `${yearMonth}-28`;
}

/** Whether a text is a day of the calendar, as 2022-03-15. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, monthOf, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][monthOf - 1] ?? 0;
  return day >= 1 && day <= days;
}

export function isWithinYear(period: Period, year: number): boolean {
  return period.first.startsWith(`${year}-`) && period.last.startsWith(`${year}-`);
}

export function isWholeYear(period: Period): boolean {
  return period.first.endsWith("-01-01") && period.last.endsWith("-12-31");
}

const halves: Readonly<Record<string, string>> = { H1: "上半年", H2: "下半年" };
const quarters = ["一", "二", "三", "四"];

/** The period in words: 2022年下半年, 2022年第一季度, 2022年3月, 2022年1月至5月, 2022年3月15日. */
export function periodWords({ text, first, last }: Period): string {
  const year = `${first.slice(0, 4)}年`;
  const code = text.slice(5);
  if (isDate(text)) return dateWords(text);
  if (code === "") return year;
  if (halves[code]) return year + halves[code];
  if (code.startsWith("Q")) return `${year}第${quarters[Number(code.slice(1)) - 1] ?? ""}季度`;
  const [from, to] = [Number(first.slice(5, 7)), Number(last.slice(5, 7))];
  return from === to ? `${year}${from}月` : `${year}${from}月至${to}月`;
}

/** 2023-02-20 as 2023年2月20日, with no leading zeros (GB/T 9704 §7.3.5.4). */
export function dateWords(date: string): string {
  const [year, monthOf, day] = date.split("-").map(Number);
  return `${year}年${monthOf}月${day}日`;
}
