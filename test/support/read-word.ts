import type { Change } from "../../src/reading/changes.ts";
import { openWord } from "../../src/reading/open-word.ts";
import {
  type PlainParagraph,
  type ReadParagraph,
  type ReadReport,
  type ReadRun,
  readReport,
  viewOf,
} from "../../src/reading/read-report.ts";
import type { WordPlace } from "../../src/source/source-file.ts";

export function read(bytes: Uint8Array): ReadReport {
  const opened = openWord(bytes);
  if (!opened.ok) throw new Error(opened.reason);
  return readReport(opened.file);
}

/** A file as it was read, for people to review: its paragraphs, what they are in both views, its comments. */
export function shownReport(report: ReadReport): string {
  const { paragraphs, comments, isTracked } = report;
  const views = (["original", "final"] as const).map((view) =>
    [`== ${view}`, ...viewOf(report, view).map(plainLine)].join("\n"),
  );
  return [
    `== as it is, ${isTracked ? "tracked" : "not tracked"}`,
    ...paragraphs.map(paragraphLine),
    ...views,
    ...(comments.length > 0 ? ["== comments"] : []),
    ...comments.map(({ author, date, text, paragraph, on, isResolved }) =>
      [paragraph, author, date, isResolved ? "resolved" : "open", `on “${on}”:`, words(text)].join(" "),
    ),
    "",
  ].join("\n");
}

function paragraphLine({ place, number, runs, end, joins }: ReadParagraph, index: number): string {
  const pilcrow = end.kind === "kept" ? "¶" : marked("¶", end);
  return `${index} ${where(place)}: ${counted(number)}${runs.map(runText).join("")}${pilcrow}${end.kind === "kept" ? "" : ` → ${joins}`}`;
}

function runText({ text, change, figure }: ReadRun): string {
  const inside = marked(words(text), change);
  return figure ? `⟦${figure.appearance} ${figure.tag ?? "-"} ${figure.bookmark ?? "-"}: ${inside}⟧` : inside;
}

function marked(text: string, change: Change): string {
  if (change.kind === "kept") return text;
  const by = [change.author, change.date?.slice(5, 16)].filter((each) => each).join(" ");
  return change.kind === "inserted" ? `{+${text}+ ${by}}` : `{-${text}- ${by}}`;
}

function plainLine({ place, number, inlines, from }: PlainParagraph): string {
  const text = inlines.map((each) =>
    each.kind === "text" ? words(each.text) : `⟦${each.figure.appearance}: ${words(each.shown)}⟧`,
  );
  return `${from.join("+")} ${where(place)}: ${counted(number)}${text.join("")}`;
}

function counted(number: string | null): string {
  return number === null ? "" : `⟨${number}⟩`;
}

function where({ story, row, inBox, headings }: WordPlace): string {
  const inside = [row === null ? "" : ` row ${row}`, inBox ? " box" : ""].join("");
  return `${story}${inside}${headings.map((each) => ` › ${each}`).join("")}`;
}

function words(text: string): string {
  return text.replaceAll("\n", "↵").replaceAll("\t", "⇥");
}
