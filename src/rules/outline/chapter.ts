import type { Part } from "../../catalogue/outline.ts";
import { type Block, type Document, inlineText } from "../../document/document.ts";
import type { Span } from "../../source/source-file.ts";
import { type Passage, passagesOf } from "../passage.ts";
import { yearNamed } from "../years-named.ts";

/** A heading of the first level, with what stands under it. */
export interface Chapter {
  /** The heading as a reader sees it, number included. */
  readonly shown: string;
  readonly span: Span | null;
  readonly heading: Passage;
  readonly body: readonly Passage[];
  /** The prescribed part that it is; null for what may stand beside the prescribed ones. */
  readonly part: Part | null;
}

export function chaptersOf({ blocks }: Document, parts: readonly Part[], year: number): readonly Chapter[] {
  const starts = blocks.flatMap((block, index) => (isHeading(block) ? [{ block, index }] : []));
  const chapters = starts.flatMap(({ block, index }, order): readonly Chapter[] => {
    const [heading, ...body] = passagesOf({ blocks: blocks.slice(index, starts[order + 1]?.index) });
    if (!heading) return [];
    const shown = block.number + inlineText(block.content);
    const span = lineSpan(block.origin, heading);
    return [{ shown, span, heading, body, part: mostAlike(heading, parts, year) }];
  });
  return parts.reduce<readonly Chapter[]>(
    (all, part) => (part.year === "next" ? givenByYear(all, part, year) : all),
    chapters,
  );
}

function isHeading(block: Block): block is Extract<Block, { readonly kind: "heading" }> {
  return block.kind === "heading" && block.level === 1;
}

/** The whole line of a heading or title, its marks included, where one file has it all. */
export function lineSpan(origin: Span | null, { text, spanOf }: Passage): Span | null {
  const words = spanOf(0, text.length);
  return origin && words?.file === origin.file ? { ...origin, end: Math.max(origin.end, words.end) } : origin;
}

/** The part of whose words a heading has most; where as many, the one whose year it names, then the one whose words are longer. */
function mostAlike({ own }: Passage, parts: readonly Part[], year: number): Part | null {
  const ranked = parts
    .map((part) => ({ part, words: part.about.filter((word) => own.includes(word)) }))
    .filter(({ words }) => words.length > 0)
    .map(({ part, words }) => {
      const named = yearsIn(own).some((each) => each.year === yearOf(part, year));
      return { part, rank: [words.length, Number(named), words.join("").length] };
    });
  return ranked.toSorted((a, b) => compare(b.rank, a.rank))[0]?.part ?? null;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((each, at) => each !== b[at]);
  return (a[index] ?? 0) - (b[index] ?? 0);
}

/** 2023年主要工作措施: next year's part where nothing else is, and this heading is not needed for another. */
function givenByYear(chapters: readonly Chapter[], part: Part, year: number): readonly Chapter[] {
  const known = new Map<Part | null, number>();
  for (const each of chapters) known.set(each.part, (known.get(each.part) ?? 0) + 1);
  if (known.has(part)) return chapters;
  const found = chapters.findLast(({ part: other, heading }) => {
    const named = yearsIn(heading.own);
    const isFree = other === null || (known.get(other) ?? 0) > 1;
    return isFree && named.length > 0 && named.every((each) => each.year === year + 1);
  });
  return chapters.map((each) => (each === found ? { ...each, part } : each));
}

/** The year that a part of the report for a year is about. */
export function yearOf(part: Part, year: number): number | null {
  return part.year === null ? null : year + (part.year === "next" ? 1 : 0);
}

export interface YearNamed {
  readonly year: number;
  readonly at: number;
}

export function yearsIn(own: string): readonly YearNamed[] {
  return [...own.matchAll(yearNamed)].map((match) => ({ year: Number(match[0]), at: match.index }));
}
