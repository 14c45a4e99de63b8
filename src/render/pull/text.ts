import { printable } from "../../diagnostic/printable.ts";
import { wordPlaceWords } from "../../diagnostic/words/word-place.ts";
import type { Lang } from "../../diagnostic/words/words.ts";
import type { FigureChange } from "../../pull/figure-changes.ts";
import type { Pulled } from "../../pull/pull.ts";
import type { SourceEdit, TextChange } from "../../pull/text-changes.ts";
import type { ReadComment } from "../../reading/comments.ts";
import { patchOf } from "./patch.ts";
import { fateWords, reasonWords, type ShowPath } from "./words.ts";

/** For people: the numbers, the words, what cannot go back, the comments. */
export function pullText(
  { figures, texts }: Pick<Pulled, "figures" | "texts">,
  comments: readonly ReadComment[],
  lang: Lang,
  path: ShowPath,
): string {
  const zh = lang === "zh";
  const goes = figures.filter(isHome);
  const stays = figures.filter((each) => !isHome(each));
  const [home, left] = [
    texts.filter(({ reason }) => reason === null),
    texts.filter(({ reason }) => reason !== null),
  ];
  const sections = [
    section(
      zh ? "数字改动" : "figures changed",
      goes.map((each) => figureLines(each, lang, path)),
    ),
    section(
      zh ? "文字改动" : "text changed",
      home.map((each) => textLines(each, lang, path)),
    ),
    section(zh ? "不能自动写回" : "cannot go back by itself", [
      ...stays.map((each) => figureLines(each, lang, path)),
      ...left.map((each) => textLines(each, lang, path)),
    ]),
    section(
      zh ? "批注" : "comments",
      comments.map((each) => commentLines(each, lang)),
    ),
  ];
  return sections.filter((each) => each !== "").join("\n");
}

/** Whether the data has it, or will have it when the changes are applied. */
export function isHome({ fate: { kind } }: FigureChange): boolean {
  return kind === "apply" || kind === "done" || kind === "follows";
}

function section(title: string, items: readonly (readonly string[])[]): string {
  if (items.length === 0) return "";
  const lines = items.flatMap((item) => item.map((line, index) => `${index === 0 ? "  " : "    "}${line}`));
  return `${title} (${items.length})\n${lines.join("\n")}\n`;
}

function figureLines(change: FigureChange, lang: Lang, path: ShowPath): readonly string[] {
  const zh = lang === "zh";
  const { label, before, after, isGuess, isReworded, unchanged, fate } = change;
  const notes = [
    ...(isGuess
      ? [zh ? "标记已丢失，按位置推断，请核对" : "its mark is gone: told by its place, look at it"]
      : []),
    ...(isReworded
      ? [zh ? "报告里的写法与数据不同（取整或换了说法）" : "the report words it otherwise than the data"]
      : []),
    ...(unchanged > 0 && fate.kind !== "several"
      ? [
          zh
            ? `报告里另有 ${unchanged} 处没有改，重新生成后一致`
            : `not changed in ${unchanged} other place${unchanged === 1 ? "" : "s"} of the report; the next build makes them the same`,
        ]
      : []),
  ];
  return [
    printable(`${label}${zh ? "：" : ": "}${before} → ${after}`),
    ...fateWords(change, lang, path).map(printable),
    ...notes,
  ];
}

function textLines(change: TextChange, lang: Lang, path: ShowPath): readonly string[] {
  const { kind, reason, template, data } = change;
  const zh = lang === "zh";
  const [first, ...rest] = differenceLines(change);
  const partly =
    reason !== null && data.length > 0 ? [zh ? "其中一部分可以写回" : "a part of it can go back"] : [];
  const head = { changed: zh ? "改" : "changed", removed: zh ? "删" : "removed", added: zh ? "增" : "added" }[
    kind
  ];
  return [
    `${head}: ${first ?? ""}`,
    ...rest,
    ...placeLines(change, lang, path),
    ...partly,
    ...(reason ? [reasonWords(reason, lang)] : []),
    ...patches(template),
  ];
}

/** Where it stands in the file, and where it is written. */
function placeLines({ kind, where, from }: TextChange, lang: Lang, path: ShowPath): readonly string[] {
  const zh = lang === "zh";
  const lines = where ? [`${zh ? "位置" : "where"}: ${printable(wordPlaceWords[lang](where))}`] : [];
  if (!from) return lines;
  const place = `${printable(path(from.path))}:${from.line}:${from.column}`;
  return [...lines, kind === "added" ? `${zh ? "接在" : "behind"} ${place}` : place];
}

function patches(edits: readonly SourceEdit[]): readonly string[] {
  const files = [...new Set(edits.map(({ file }) => file))];
  return files.flatMap((file) =>
    patchOf(
      file,
      edits.filter((each) => each.file === file),
    )
      .split("\n")
      .filter((line) => line !== ""),
  );
}

const around = 12;

/** The changed words with some around them: 【-old-】【+new+】. */
function differenceLines({ before, edits, kind, after }: TextChange): readonly string[] {
  if (kind === "added") return [shownLine(after)];
  if (kind === "removed") return [shownLine(before)];
  return edits.map(({ start, end, words }) => {
    const [left, right] = [Math.max(0, start - around), Math.min(before.length, end + around)];
    const gone = start < end ? `【-${before.slice(start, end)}-】` : "";
    const come = words === "" ? "" : `【+${words}+】`;
    const text = `${left > 0 ? "…" : ""}${before.slice(left, start)}${gone}${come}${before.slice(end, right)}`;
    return shownLine(`${text}${right < before.length ? "…" : ""}`);
  });
}

/** Paragraphs of the report on one line. */
function shownLine(text: string): string {
  return printable(text.replaceAll("\n", "⏎").replaceAll("\t", " "));
}

function commentLines({ author, date, text, on, isResolved }: ReadComment, lang: Lang): readonly string[] {
  const zh = lang === "zh";
  const who = [author ?? (zh ? "无名" : "nobody"), date?.slice(0, 10) ?? ""]
    .filter((each) => each !== "")
    .join(" ");
  const done = isResolved ? (zh ? "（已解决）" : " (resolved)") : "";
  const [first, ...rest] = text.split("\n").map(printable);
  return [
    `${printable(who)}${done}${on === "" ? "" : ` “${printable(on.slice(0, 60))}”`}: ${first ?? ""}`,
    ...rest,
  ];
}
