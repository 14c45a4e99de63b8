import { xmlHead } from "../package/xml-text.ts";
import type { WordPlace } from "../source/source-file.ts";

/** What was built: the words that came from data and templates, in the order of the file, each with its source. */
export interface BuildRecord {
  readonly year: number;
  readonly paragraphs: readonly RecordedParagraph[];
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

export interface RecordedParagraph {
  readonly kind: RecordedKind;
  /** The part of the Word file that it stands in. */
  readonly story: WordPlace["story"];
  readonly content: readonly RecordedInline[];
}

export type RecordedInline =
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
