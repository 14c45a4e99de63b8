import { printable } from "../../diagnostic/printable.ts";
import { wordPlaceWords } from "../../diagnostic/words/word-place.ts";
import type { Lang } from "../../diagnostic/words/words.ts";
import { labelWithPeriod } from "../../document/annex.ts";
import { formatFigure } from "../../quantity/format.ts";
import { lineText, positionAt, type Span } from "../../source/source-file.ts";
import type { Appearance, Trace } from "../../trace/trace.ts";
import { boundsWords, formulaWords } from "./words.ts";

/** For people: the figure, its bounds, how it came about, the lines of data, the places of the report. */
export function traceText(traces: readonly Trace[], lang: Lang, path: (path: string) => string): string {
  return traces.map((each) => `${one(each, lang, path).join("\n")}\n`).join("\n");
}

function one(trace: Trace, lang: Lang, path: (path: string) => string): readonly string[] {
  const { figure, appearances } = trace;
  const { indicator, quantity, sources } = figure;
  const zh = lang === "zh";
  const formula = formulaWords(trace, lang);
  const places = appearances.flatMap((each) => appearance(each, lang, path));
  return [
    printable(`${labelWithPeriod(figure)} ${formatFigure(quantity, indicator.unit)}（${indicator.id}）`),
    `  ${zh ? "范围" : "bounds"}: ${boundsWords(quantity, lang)}`,
    ...(formula === null ? [] : [`  ${zh ? "算法" : "formula"}: ${printable(formula)}`]),
    `  ${zh ? "数据" : "data"}:`,
    ...sources.map((span) => `    ${placeOf(span, path)}  ${printable(lineAt(span))}`),
    `  ${zh ? "报告中" : "in the report"}:${places.length === 0 ? (zh ? " 没有用到" : " not used") : ""}`,
    ...places,
  ];
}

function appearance(
  { way, place, text, start, end, origin }: Appearance,
  lang: Lang,
  path: (path: string) => string,
): readonly string[] {
  const [before, after] = [text.slice(Math.max(0, start - 18), start), text.slice(end, end + 18)];
  const shown = `${start > 18 ? "…" : ""}${before}【${text.slice(start, end)}】${after}${end + 18 < text.length ? "…" : ""}`;
  const from = origin
    ? [`      ${lang === "zh" ? "出自" : "from"} ${placeOf(origin, path)}  ${printable(lineAt(origin))}`]
    : [];
  const above = place
    ? [inTemplate[lang](wordPlaceWords[lang](place)), ...way].join(" › ")
    : headings(way, lang);
  return [`    ${printable(above)}`, `      ${printable(shown)}`, ...from];
}

const inTemplate: Readonly<Record<Lang, (place: string) => string>> = {
  zh: (place) => `Word 模板：${place}`,
  en: (place) => `the Word template: ${place}`,
};

function headings(way: readonly string[], lang: Lang): string {
  return way.length > 0 ? way.join(" › ") : lang === "zh" ? "开头" : "at the beginning";
}

function placeOf({ file, start }: Span, path: (path: string) => string): string {
  const { line, column } = positionAt(file, start);
  return `${printable(path(file.path))}:${line}:${column}`;
}

/** What of a long line is shown, before its place and behind it. */
const around = [20, 60] as const;

function lineAt({ file, start }: Span): string {
  const { line, column } = positionAt(file, start);
  const text = lineText(file, line).replaceAll("\t", " ");
  const from = text.length <= around[0] + around[1] ? 0 : Math.max(0, column - 1 - around[0]);
  const to = Math.min(text.length, column - 1 + around[1]);
  return `${from > 0 ? "…" : ""}${text.slice(from, to).trim()}${to < text.length ? "…" : ""}`;
}
