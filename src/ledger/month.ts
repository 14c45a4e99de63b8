import { isDate } from "../period/period.ts";
import { normalName, normalValue } from "./row.ts";

export interface Month {
  readonly year: number;
  readonly month: number;
}

const fullDate =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号])$/;
const compactDate = /^((?:19|20|21)\d{2})(\d{2})(\d{2})?$/;
const yearMonth = /^(\d{4})(?:-(\d{1,2})|\/(\d{1,2})|\.(\d{2})|年(\d{1,2})月份?)$/;
const ofTheYear = /^(\d{1,2})月(?:份|(\d{1,2})[日号])?$/;
/** A time of day, or the day of the week, behind a date. */
const behind = /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$|\(?(?:星期|周)[一二三四五六日天]\)?$/;

/**
 * The month of a date as ledgers have it; null for what could be read in two ways (3/5/2022, 22.3.5, 3.5), for spans of
 * days, and for days that the calendar does not have. A bare number is a month only in a column of months.
 */
export function readMonth(text: string, column: string, year: number): Month | null {
  const plain = normalValue(text);
  if (/^\d{1,2}$/.test(plain)) return /月份?$/.test(normalName(column)) ? made(year, Number(plain), 1) : null;
  const bare = plain.replace(behind, "").replace(/\s+/g, "");
  const full = fullDate.exec(bare);
  if (full) {
    const [one, two] = full.slice(2).filter((each) => each !== undefined);
    return made(Number(full[1]), Number(one), Number(two));
  }
  const compact = compactDate.exec(bare);
  if (compact) return made(Number(compact[1]), Number(compact[2]), Number(compact[3] ?? 1));
  const short = yearMonth.exec(bare);
  if (short) return made(Number(short[1]), Number(short.slice(2).find((each) => each !== undefined)), 1);
  const own = ofTheYear.exec(bare);
  return own ? made(year, Number(own[1]), Number(own[2] ?? 1)) : null;
}

function made(year: number, month: number, day: number): Month | null {
  return isDate(`${year}-${pad(month)}-${pad(day)}`) ? { year, month } : null;
}

/** 2022-03 */
export function monthKey({ year, month }: Month): string {
  return `${year}-${pad(month)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
