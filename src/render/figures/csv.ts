import type { By } from "../../aggregate/breakdown.ts";
import type { YearFigures } from "../../aggregate/year-figures.ts";
import type { Lang } from "../../diagnostic/words/words.ts";
import { rowsOf, slicedRowsOf } from "./rows.ts";

export function csv(years: readonly YearFigures[], by: By | null, lang: Lang): string {
  const { header, rows } = by ? slicedRowsOf(years, by, lang) : rowsOf(years, lang);
  return csvText([header, ...rows]);
}

/** RFC 4180, with a BOM so that spreadsheets read it as UTF-8. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A cell that begins like a formula is made text, so that a spreadsheet runs nothing. A number is none. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
