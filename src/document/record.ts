import { crc32 } from "node:zlib";
import { xmlHead } from "../package/xml-text.ts";
import type { WordPlace } from "../source/source-file.ts";

/** What was built: the words that came from data and templates, in the order of the file, each with its source. */
export interface BuiltReport {
  readonly year: number;
  /** The path of the Word template, as a source's; null where it has none in the workspace. */
  readonly template: string | null;
  readonly paragraphs: readonly WrittenParagraph[];
}

/** `note`: below a table. `annex`: the annex's name, and the line that announces it. `story`: of the Word template. */
export type RecordedKind = (typeof recordedKinds)[number];

export const recordedKinds = [
  "title",
  "heading",
  "paragraph",
  "cell",
  "note",
  "annex",
  "signature",
  "chart",
  "story",
] as const;

export interface WrittenParagraph {
  readonly kind: RecordedKind;
  /** The part of the Word file that it stands in. */
  readonly story: WordPlace["story"];
  readonly content: readonly WrittenInline[];
}

export type WrittenInline =
  /** Without sources: what the program itself adds, such as a heading's number. */
  | { readonly kind: "text"; readonly text: string; readonly sources: readonly RecordedSource[] }
  | {
      readonly kind: "figure";
      readonly shown: string;
      /** The indicator's id. */
      readonly indicator: string;
      readonly bookmark: string;
      /** Where it is written that the figure stands here; in the annex, where the data has it. */
      readonly source: RecordedSource | null;
    };

/** What a built file tells of itself. It has none of the words: what people cut in Word must not stay in the file. */
export interface BuildRecord extends Pick<BuiltReport, "year" | "template"> {
  readonly paragraphs: readonly RecordedParagraph[];
}

export interface RecordedParagraph extends Pick<WrittenParagraph, "kind" | "story"> {
  /** The mark of its words, of which figures are only that one stands there. */
  readonly words: string;
  /** The mark of its words with its figures. */
  readonly whole: string;
  readonly content: readonly RecordedInline[];
}

export type RecordedInline =
  | { readonly kind: "text"; readonly sources: readonly RecordedSource[] }
  | {
      readonly kind: "figure";
      /** The mark of what is shown. */
      readonly shown: string;
      readonly indicator: string;
      readonly bookmark: string;
      readonly source: RecordedSource | null;
    };

/** Stands for a figure where only the words beside it count. */
export const figureMask = "\ufffc";

/** Tells words from others, without saying them; white space, which programs move when they save, does not count. */
export function markOf(words: string): string {
  const letters = words.replace(/\s/g, "");
  return `${letters.length.toString(36)}-${crc32(letters).toString(36)}`;
}

/** Page numbers in headers and footers are as old as the last printing. */
export function pageless(words: string, story: WordPlace["story"]): string {
  return story === "header" || story === "footer" ? words.replace(/[#\d]+/g, "#") : words;
}

export function recordOf({ year, template, paragraphs }: BuiltReport): BuildRecord {
  return { year, template, paragraphs: paragraphs.map(recordedParagraph) };
}

function recordedParagraph({ kind, story, content }: WrittenParagraph): RecordedParagraph {
  let [words, whole] = ["", ""];
  for (const inline of content) {
    const shown = inline.kind === "text" ? inline.text : inline.shown;
    words += inline.kind === "text" ? shown : figureMask;
    whole += shown;
  }
  const mark = markOf(pageless(words, story));
  return {
    kind,
    story,
    words: mark,
    whole: whole === words ? mark : markOf(pageless(whole, story)),
    content: content.flatMap((inline): readonly RecordedInline[] => {
      if (inline.kind === "figure") return [{ ...inline, shown: markOf(inline.shown) }];
      return inline.sources.length > 0 ? [{ kind: "text", sources: inline.sources }] : [];
    }),
  };
}

/** From offset `at` of the text on (0 for figures); line and column count from 1. */
export interface RecordedSource {
  readonly at: number;
  /** Relative to the workspace, with forward slashes. */
  readonly path: string;
  /** Of a Word template: the paragraph. */
  readonly line: number;
  readonly column: number;
}

/** The namespace of the record in a Word file. Its number changes with its form. */
export const recordNamespace = "urn:report:record:1";

/** How the record's part begins; the fingerprint of the file follows, which vouches for all that comes behind it too. */
export const recordHead: string = `${xmlHead}<record xmlns="${recordNamespace}" digest="`;

const longestPath = 1000;

/** Whether a path is relative and, as it is written, leads nowhere else. */
export function isInside(path: string): boolean {
  if (path === "" || path.length > longestPath || /[\\\u0000-\u001f\u007f\ufffe\uffff]/.test(path))
    return false;
  return !/^[A-Za-z]:/.test(path) && !/(?:^|\/)\.{0,2}(?:\/|$)/.test(path);
}
