import type { Look } from "./atoms.ts";
import type { Tag } from "./scan-tags.ts";
import type { Surveyed } from "./survey.ts";

/** What stands between the words of a part, and what happens there when it is filled. */
export type Mark =
  | { readonly kind: "xml"; readonly xml: string; readonly notes: readonly Note[] }
  /** In a run of this look. */
  | { readonly kind: "run"; readonly xml: string; readonly look: Look }
  | { readonly kind: "begin"; readonly tag: number; readonly look: Look }
  | { readonly kind: "end"; readonly tag: number }
  /** A branch of a block is gone through. */
  | { readonly kind: "branch"; readonly tag: number }
  | { readonly kind: "body" };

/** What a reader reads in the XML of a mark: where paragraphs begin and end, and those that stand in it whole. */
export type Note =
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  /** `at`: where it begins in the text of the Word file. */
  | { readonly kind: "whole"; readonly text: string; readonly at: number }
  /** What old programs show in the place of what stands before it; nobody reads both. */
  | { readonly kind: "fallback-begins" }
  | { readonly kind: "fallback-ends" };

/** A tag in the text of the Word file. */
export interface TagPlace {
  readonly tag: Tag;
  /** Where the paragraph begins that it stands in. */
  readonly at: number;
}

/** Where in the text of the Word file words of one look stand. */
export interface LookRange {
  readonly start: number;
  readonly end: number;
  readonly look: Look;
}

export type Segment =
  | { readonly kind: "words"; readonly text: string; readonly at: number; readonly look: Look }
  | { readonly kind: "mark"; readonly mark: Mark }
  | {
      readonly kind: "tag";
      readonly place: TagPlace;
      readonly look: Look;
      /** What it stands in: a block opens and closes on one level. */
      readonly level: string;
      readonly inRow: boolean;
      /** A partial that gives paragraphs, not words. */
      readonly isAlone: boolean;
    }
  | {
      readonly kind: "body";
      readonly place: TagPlace;
      readonly paragraph: Surveyed;
      readonly isAlone: boolean;
    }
  | { readonly kind: "line-end"; readonly at: number };

export type TagSegment = Extract<Segment, { kind: "tag" }>;

/**
 * One text that Handlebars reads, made of a part: what is neither words nor tags stands in it as a mark, a number
 * between two control characters that no XML holds.
 */
export interface PartSource {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly looks: readonly LookRange[];
  readonly tags: readonly TagPlace[];
  /** Offsets in it as offsets in the text of the Word file. */
  readonly toFile: (start: number, end: number) => readonly [number, number];
}

/** Around a partial: as paragraphs, and within a line. */
export const blocksFrom = "\u0003";
export const blocksTo = "\u0004";
export const lineFrom = "\u0005";
export const lineTo = "\u0006";

/** Puts segments together to the text that is parsed. */
export function buildSource(segments: readonly Segment[]): PartSource {
  const builder = new SourceBuilder();
  for (const segment of segments) builder.add(segment);
  return builder.built();
}

class SourceBuilder {
  private readonly pieces: string[] = [];
  private readonly marks: Mark[] = [];
  private readonly looks: LookRange[] = [];
  private readonly tags: TagPlace[] = [];
  /** For each stretch: where it begins in the source and in the file, and whether it has letters in the file. */
  private readonly stretches: { readonly from: number; readonly at: number; readonly isText: boolean }[] = [];
  private length = 0;
  private at = 0;

  add(segment: Segment): void {
    if (segment.kind === "words") this.words(segment);
    else if (segment.kind === "line-end") this.put("\n", segment.at, true);
    else if (segment.kind === "mark") this.mark(segment.mark);
    else if (segment.kind === "body") this.mark({ kind: "body" });
    else this.tag(segment);
  }

  built(): PartSource {
    const { stretches } = this;
    const stretchAt = (offset: number): { at: number; isText: boolean } => {
      let [low, high] = [0, stretches.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((stretches[middle]?.from ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      const { from, at, isText } = stretches[low] ?? { from: 0, at: 0, isText: false };
      return { at: isText ? at + offset - from : at, isText };
    };
    const toFile = (start: number, end: number): readonly [number, number] => {
      const first = stretchAt(start);
      const last = stretchAt(Math.max(start, end - 1));
      return [first.at, Math.max(first.at, last.at + (last.isText && end > start ? 1 : 0))];
    };
    const { marks, looks, tags } = this;
    return { text: this.pieces.join(""), marks, looks, tags, toFile };
  }

  private words({ text, at, look }: Extract<Segment, { kind: "words" }>): void {
    this.looks.push({ start: at, end: at + text.length, look });
    // Words that do not go on where the file's last ones ended say where they stand.
    if (at !== this.at) this.put(`\u0001=${at}\u0002`, at, false);
    // Two braces that are text must not stand side by side: an empty mark parts them.
    for (const [index, piece] of text.split(/(?<=\{)(?=\{)/).entries()) {
      if (index > 0 || this.pieces.at(-1)?.endsWith("{")) this.put("\u0001\u0002", this.at, false);
      this.put(piece, index === 0 ? at : this.at, true);
    }
  }

  private tag({ place, look, isAlone }: TagSegment): void {
    const { kind, source, start } = place.tag;
    const number = this.tags.push(place) - 1;
    const at = place.at + start;
    this.at = at;
    const [from, to] = isAlone ? [blocksFrom, blocksTo] : kind === "partial" ? [lineFrom, lineTo] : ["", ""];
    const prints = kind === "print" || kind === "partial";
    if (prints) this.mark({ kind: "begin", tag: number, look });
    // A backslash before the tag is text, and not for the parser.
    this.put(`\u0001\u0002${from}`, at, false);
    this.put(source, at, true);
    if (prints) {
      this.put(to, this.at, false);
      this.mark({ kind: "end", tag: number });
    } else if (kind !== "close") this.mark({ kind: "branch", tag: number });
  }

  private mark(mark: Mark): void {
    this.put(`\u0001${this.marks.push(mark) - 1}\u0002`, this.at, false);
  }

  private put(text: string, at: number, isText: boolean): void {
    if (text === "") return;
    this.stretches.push({ from: this.length, at, isText });
    this.pieces.push(text);
    this.length += text.length;
    this.at = isText ? at + text.length : at;
  }
}
