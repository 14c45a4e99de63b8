import type { YearFigures } from "../../aggregate/year-figures.ts";
import { displayWidth, padEnd, padStart } from "../../diagnostic/display-width.ts";
import { printable } from "../../diagnostic/printable.ts";
import type { Lang } from "../../diagnostic/words/words.ts";
import { type Cells, rowsOf } from "./rows.ts";

/** For a terminal: a block a year, a heading a group, labels and figures in two columns. */
export function table(years: readonly YearFigures[], lang: Lang): string {
  return years.map((each) => yearTable(each, lang)).join("\n");
}

function yearTable(year: YearFigures, lang: Lang): string {
  const rows = rowsOf([year], lang).rows.map((cells) => cells.map(printable));
  const widths = [3, 4].map((column) =>
    Math.max(0, ...rows.map((cells) => displayWidth(cells[column] ?? ""))),
  );
  const [labels = 0, figures = 0] = widths;
  const lines: string[] = [`${year.year}${lang === "zh" ? "年" : ""}`];
  let group = "";
  for (const cells of rows) {
    if (cells[2] !== group) lines.push("", `${cells[2]}`);
    group = cells[2] ?? "";
    lines.push(line(cells, labels, figures));
  }
  return `${lines.join("\n")}\n`;
}

function line(
  [, id = "", , label = "", figure = "", , department = ""]: Cells,
  labels: number,
  figures: number,
): string {
  const right = department === "" ? id : `${id}  ${department}`;
  return `  ${padEnd(label, labels)}  ${padStart(figure, figures)}  ${right}`;
}
