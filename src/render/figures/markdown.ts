import type { By } from "../../aggregate/breakdown.ts";
import type { YearFigures } from "../../aggregate/year-figures.ts";
import type { Lang } from "../../diagnostic/words/words.ts";
import { rowsOf, slicedRowsOf } from "./rows.ts";

export function markdown(years: readonly YearFigures[], by: By | null, lang: Lang): string {
  const { header, rows } = by ? slicedRowsOf(years, by, lang) : rowsOf(years, lang);
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(" | ")} |`;
  return `${[line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n")}\n`;
}

/** Text as a cell of a table shows it. */
export function escapeCell(text: string): string {
  return text.replace(/[\\|`*_[\]<>]/g, "\\$&").replace(/[\r\n]+/g, " ");
}
