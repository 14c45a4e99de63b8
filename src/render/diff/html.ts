import type { Lang } from "../../diagnostic/words/words.ts";
import { type DiffView, headers, sectionsOf } from "./diff-view.ts";

const style =
  "body{font-family:sans-serif;margin:2em}table{border-collapse:collapse;margin-bottom:1.5em}" +
  "caption{text-align:left;font-weight:bold;padding:.3em 0}td,th{border:1px solid #999;padding:.2em .6em}" +
  "td.amount{text-align:right}tr.same{color:#777}";

/** A page that stands alone: no script, nothing fetched. */
export function html(view: DiffView, lang: Lang): string {
  const title = lang === "zh" ? `${view.from} 与 ${view.to} 对比` : `${view.from} and ${view.to} compared`;
  const header = `<tr>${headers(view, lang)
    .map((each) => `<th scope="col">${escapeHtml(each)}</th>`)
    .join("")}</tr>`;
  const tables = sectionsOf(view, lang).map(
    ({ title: caption, rows }) =>
      `<table>\n<caption>${escapeHtml(caption)}</caption>\n<thead>${header}</thead>\n<tbody>\n${rows.map(row).join("\n")}\n</tbody>\n</table>`,
  );
  return [
    "<!doctype html>",
    `<html lang="${lang === "zh" ? "zh-CN" : "en"}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style></head>`,
    "<body>",
    `<h1>${escapeHtml(title)}</h1>`,
    ...tables,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function row(cells: readonly string[]): string {
  const shown = cells.map((cell, index) =>
    index >= 2 && index <= 4 ? `<td class="amount">${escapeHtml(cell)}</td>` : `<td>${escapeHtml(cell)}</td>`,
  );
  return `<tr${cells[2] === cells[3] ? ' class="same"' : ""}>${shown.join("")}</tr>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);
}
