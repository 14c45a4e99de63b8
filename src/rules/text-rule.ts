import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import type { Passage } from "./passage.ts";

/** A place in a passage and what is wrong there. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly say: (span: Span | null) => Diagnostic;
}

/** One rule of official language, one code; it looks at one passage at a time. */
export type TextRule = (passage: Passage, context: RuleContext) => readonly Finding[];

export interface RuleContext {
  readonly year: number;
  /** The units of the catalogue, the longest first. */
  readonly units: readonly string[];
  /** Whether the workspace or the year's data lets a number stand in the text as it is. */
  readonly isAllowed: (text: string, start: number, end: number) => boolean;
}

/** Every match of a pattern in a text, as findings. */
export function eachMatch(
  text: string,
  pattern: RegExp,
  say: (found: string, match: RegExpExecArray) => Finding["say"] | null,
): readonly Finding[] {
  // Most passages have none, and going through matches is slow to begin with.
  if (text.search(pattern) < 0) return [];
  return [...text.matchAll(pattern)].flatMap((match) => {
    const words = say(match[0], match);
    return words ? [{ start: match.index, end: match.index + match[0].length, say: words }] : [];
  });
}
