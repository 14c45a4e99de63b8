import { type Block, type Document, type Inline, inlineText } from "../document/document.ts";
import type { Span } from "../source/source-file.ts";
import { blankQuoted } from "../template/quoted.ts";

/** A paragraph, heading or title as a reader sees it, whose every character leads back to where it is written. */
export interface Passage {
  readonly kind: "title" | "heading" | "paragraph";
  readonly text: string;
  /**
   * The same, letter for letter as long, with what stands in 《》 and “” blanked out by `□`: names and quotations
   * are not ours to correct.
   */
  readonly own: string;
  /** Whether a character belongs to a figure. */
  readonly isFigure: (offset: number) => boolean;
  readonly spanOf: (start: number, end: number) => Span | null;
}

const known = new WeakMap<Block, Passage>();

export function passagesOf({ blocks }: Pick<Document, "blocks">): readonly Passage[] {
  return blocks.flatMap((block) => (isText(block) ? [passageOf(block)] : []));
}

type TextBlock = Extract<Block, { readonly content: readonly Inline[] }>;

function isText(block: Block): block is TextBlock {
  return block.kind === "title" || block.kind === "heading" || block.kind === "paragraph";
}

/** Made once a block: the rules of the outline look at the same blocks as those of the text. */
function passageOf(block: TextBlock): Passage {
  const passage = known.get(block) ?? toPassage(block.kind, block.content);
  known.set(block, passage);
  return passage;
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly span: Span | null;
  readonly isFigure: boolean;
}

function toPassage(kind: Passage["kind"], content: readonly Inline[]): Passage {
  const text = inlineText(content);
  const parts = partsOf(content);
  const partAt = (offset: number): Part | undefined => {
    const part = parts[lastFrom(parts, offset)];
    return part && offset < part.end ? part : undefined;
  };
  return {
    kind,
    text,
    own: blankQuoted(text),
    isFigure: (offset) => partAt(offset)?.isFigure ?? false,
    spanOf: (start, end) => spanBetween(partAt(start), partAt(Math.max(start, end - 1)), start, end),
  };
}

/** The last part that begins at an offset or before it; they stand in order. */
function lastFrom(parts: readonly Part[], offset: number): number {
  let [low, high] = [-1, parts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function partsOf(content: readonly Inline[]): readonly Part[] {
  const parts: Part[] = [];
  let offset = 0;
  for (const inline of content) {
    if (inline.kind === "figure") {
      parts.push({
        start: offset,
        end: offset + inline.shown.length,
        span: inline.origin ?? null,
        isFigure: true,
      });
      offset += inline.shown.length;
      continue;
    }
    const origins = inline.origins ?? [];
    for (const [index, { at, span }] of origins.entries()) {
      const end = origins[index + 1]?.at ?? inline.text.length;
      parts.push({ start: offset + at, end: offset + end, span, isFigure: false });
    }
    offset += inline.text.length;
  }
  return parts;
}

/** Exact where a part stands in its source as it is printed; otherwise the whole of its source. */
function spanBetween(
  first: Part | undefined,
  last: Part | undefined,
  start: number,
  end: number,
): Span | null {
  if (!first?.span) return null;
  const exact = (part: Part): boolean => part.span?.end === (part.span?.start ?? 0) + part.end - part.start;
  const from = exact(first) ? first.span.start + start - first.start : first.span.start;
  if (!last?.span || last.span.file !== first.span.file) return { ...first.span, start: from };
  const to = exact(last) ? last.span.start + end - last.start : last.span.end;
  return { file: first.span.file, start: from, end: Math.max(from, to) };
}
