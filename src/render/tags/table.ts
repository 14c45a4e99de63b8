import { displayWidth, padEnd, padStart } from "../../diagnostic/display-width.ts";
import { printable } from "../../diagnostic/printable.ts";
import { wordPlaceWords } from "../../diagnostic/words/word-place.ts";
import type { Lang } from "../../diagnostic/words/words.ts";
import type { TagUse } from "./uses.ts";

const words = {
  zh: {
    head: ["段", "标记", "位置", "印出"],
    unprinted: "（这一年不印）",
    unknown: "（算不出来）",
    body: "报告的正文和附件",
    times: (count: number) => `里面的内容印 ${count} 次`,
    none: "没有标记",
  },
  en: {
    head: ["para", "tag", "where", "gives"],
    unprinted: "(not printed in this year)",
    unknown: "(cannot be worked out)",
    body: "the text and the annex of the report",
    times: (count: number) => `what is inside is printed ${count} time${count === 1 ? "" : "s"}`,
    none: "no tags",
  },
} as const;

/** More values than these of one tag are counted. */
const mostValues = 3;

/** For a terminal: a line a tag. */
export function tagsTable(uses: readonly TagUse[], year: number, lang: Lang): string {
  const rows = [words[lang].head, ...uses.map((each) => rowOf(each, lang))];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))));
  const [first = 0, second = 0, third = 0] = widths;
  const lines = rows.map(([line = "", tag = "", place = "", gives = ""]) =>
    `${padStart(line, first)}  ${padEnd(tag, second)}  ${padEnd(place, third)}  ${gives}`.trimEnd(),
  );
  return `${year}${lang === "zh" ? "年" : ""}\n${lines.join("\n")}\n`;
}

function rowOf(use: TagUse, lang: Lang): readonly string[] {
  const place = use.place ? wordPlaceWords[lang](use.place) : "";
  return [String(use.line), printable(use.tag), printable(place), printable(givesOf(use, lang))];
}

function givesOf({ kind, values, count, indicators }: TagUse, lang: Lang): string {
  const { unprinted, unknown, body, times } = words[lang];
  if (kind === "body") return body;
  if (values === null) return unknown;
  if (kind === "block") return times(count);
  if (values.length === 0) return unprinted;
  const shown = values
    .slice(0, mostValues)
    .map((each) => short(each.replaceAll("\n", lang === "zh" ? "／" : " / ")));
  const more = values.length > mostValues ? `${lang === "zh" ? "……共" : "… "}${values.length}` : "";
  const from = indicators.map(({ id, label }) => `${id} ${label}`).join(lang === "zh" ? "、" : ", ");
  return [
    [...shown, ...(more ? [more] : [])].join(lang === "zh" ? "；" : "; "),
    ...(from ? [`[${from}]`] : []),
  ].join("  ");
}

function short(text: string): string {
  const letters = [...text];
  return letters.length > 40 ? `${letters.slice(0, 40).join("")}…` : text;
}
