import type { By } from "../../aggregate/breakdown.ts";
import type { YearFigures } from "../../aggregate/year-figures.ts";
import { displayWidth, padEnd, padStart } from "../../diagnostic/display-width.ts";
import { printable } from "../../diagnostic/printable.ts";
import type { Lang } from "../../diagnostic/words/words.ts";
import { type Cells, rowsOf, slicedRowsOf } from "./rows.ts";

/** For a terminal: a block a year, a heading a group (or a department), labels and figures in two columns. */
export function table(years: readonly YearFigures[], by: By | null, lang: Lang): string {
  return years.map((each) => yearTable(each, by, lang)).join("\n");
}

interface Line {
  readonly heading: string;
  readonly label: string;
  readonly figure: string;
  readonly right: string;
}

function yearTable(year: YearFigures, by: By | null, lang: Lang): string {
  const { rows } = by ? slicedRowsOf([year], by, lang) : rowsOf([year], lang);
  const lines = rows.map((cells, index) =>
    toLine(cells.map(printable), rows[index - 1]?.[1] === cells[1] && cells.length > 8, by),
  );
  const labels = Math.max(0, ...lines.map(({ label }) => displayWidth(label)));
  const figures = Math.max(0, ...lines.map(({ figure }) => displayWidth(figure)));
  const written: string[] = [`${year.year}${lang === "zh" ? "年" : ""}`];
  let heading: string | null = null;
  for (const line of lines) {
    if (line.heading !== heading) written.push("", line.heading);
    heading = line.heading;
    written.push(
      `  ${padEnd(line.label, labels)}  ${padStart(line.figure, figures)}  ${line.right}`.trimEnd(),
    );
  }
  return `${written.join("\n")}\n`;
}

/** A slice of time stands below its figure, indented. */
function toLine(
  [, id = "", group = "", label = "", figure = "", , department = "", , period = ""]: Cells,
  isSlice: boolean,
  by: By | null,
): Line {
  const right = by === "department" || department === "" ? id : `${id}  ${department}`;
  const heading = by === "department" ? department : group;
  return isSlice ? { heading, label: `  ${period}`, figure, right: "" } : { heading, label, figure, right };
}
