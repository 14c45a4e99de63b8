import type { Lang } from "../../diagnostic/words/words.ts";
import { escapeCell } from "../figures/markdown.ts";
import { type DiffView, headers, sectionsOf } from "./diff-view.ts";

export function markdown(view: DiffView, lang: Lang): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(" | ")} |`;
  const header = headers(view, lang);
  const rule = "| --- | --- | ---: | ---: | ---: | --- |";
  const parts = sectionsOf(view, lang).map(({ title, rows }) =>
    [`### ${escapeCell(title)}`, "", line(header), rule, ...rows.map(line)].join("\n"),
  );
  return parts.length === 0 ? "" : `${parts.join("\n\n")}\n`;
}
