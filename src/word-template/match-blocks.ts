import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import type { Segment, TagPlace, TagSegment } from "./source-builder.ts";

export interface Matched {
  /** What is left when tags of blocks that do not fit have been taken out. */
  readonly segments: readonly Segment[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether names mean in what is left what they meant before. */
  readonly keepsScopes: boolean;
}

interface Block {
  readonly open: TagSegment;
  readonly tags: TagSegment[];
  isCrossed: boolean;
}

export type SpanOf = (place: TagPlace) => Span;

/** Holds blocks against each other: each is closed where it was opened, in the same paragraph, cell or row of paragraphs. */
export function matchBlocks(segments: readonly Segment[], spanOf: SpanOf): Matched {
  const matcher = new Matcher(spanOf);
  for (const segment of segments) matcher.take(segment);
  matcher.end();
  const wrong = new Set<Segment>(matcher.wrong);
  return {
    segments: segments.filter((each) => !wrong.has(each)),
    diagnostics: matcher.diagnostics,
    keepsScopes: matcher.wrong.every(({ place }) => !/^(?:each|with)$/.test(place.tag.name)),
  };
}

class Matcher {
  readonly wrong: TagSegment[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private readonly open: Block[] = [];
  /** How many blocks of a name are open. */
  private readonly depths = new Map<string, number>();
  private readonly spanOf: SpanOf;

  constructor(spanOf: SpanOf) {
    this.spanOf = spanOf;
  }

  take(segment: Segment): void {
    if (segment.kind === "body") this.body(segment.place);
    else if (segment.kind === "mark") this.note(segment.mark);
    else if (segment.kind === "tag") this.tag(segment);
  }

  end(): void {
    for (const each of this.open) this.leaveOpen(each);
  }

  private leaveOpen(block: Block | undefined): void {
    if (!block) return;
    const { open, tags } = block;
    this.report(diagnostic("template-syntax", this.spanOf(open.place), { kind: "unclosed", detail: "" }));
    for (const each of tags) this.wrong.push(each);
    this.count(open, -1);
  }

  private count({ place: { tag } }: TagSegment, by: number): void {
    this.depths.set(tag.name, (this.depths.get(tag.name) ?? 0) + by);
  }

  private tag(segment: TagSegment): void {
    const { kind } = segment.place.tag;
    if (kind === "open") {
      this.open.push({ open: segment, tags: [segment], isCrossed: false });
      this.count(segment, 1);
    } else if (kind === "else") this.branch(segment);
    else if (kind === "close") this.close(segment);
  }

  private branch(segment: TagSegment): void {
    const block = this.open.at(-1);
    if (!block) this.mismatch(segment);
    else this.into(block, segment);
  }

  private close(segment: TagSegment): void {
    const { name } = segment.place.tag;
    if (!this.depths.get(name)) {
      this.mismatch(segment);
      return;
    }
    while (this.open.at(-1)?.open.place.tag.name !== name) this.leaveOpen(this.open.pop());
    const block = this.open.at(-1);
    if (block) this.into(block, segment);
    this.open.pop();
    if (!block) return;
    this.count(block.open, -1);
    if (block.isCrossed) for (const each of block.tags) this.wrong.push(each);
  }

  private into(block: Block, segment: TagSegment): void {
    block.tags.push(segment);
    if (segment.level === block.open.level || block.isCrossed) return;
    block.isCrossed = true;
    const { name } = block.open.place.tag;
    const inRow = segment.inRow || block.open.inRow;
    const related = [{ span: this.spanOf(block.open.place), note: "opened" as const }];
    const facts = { name, reason: inRow ? ("cells" as const) : ("line" as const) };
    this.report(diagnostic("word-block-crossing", this.spanOf(segment.place), facts, related));
  }

  private body(place: TagPlace): void {
    const block = this.open.at(-1);
    if (!block) return;
    const facts = { name: block.open.place.tag.name, reason: "body" as const };
    const related = [{ span: this.spanOf(block.open.place), note: "opened" as const }];
    this.report(diagnostic("word-block-crossing", this.spanOf(place), facts, related));
  }

  /** A note has one reference (ECMA-376 part 1 §17.11.14). */
  private note(mark: Extract<Segment, { kind: "mark" }>["mark"]): void {
    if (!this.depths.get("each") || !("xml" in mark) || !/<w:(?:foot|end)noteReference\b/.test(mark.xml))
      return;
    const loop = this.open.find(({ open }) => open.place.tag.name === "each");
    if (!loop) return;
    const facts = { name: "each", reason: "note" as const };
    this.report(diagnostic("word-block-crossing", this.spanOf(loop.open.place), facts));
  }

  private mismatch(segment: TagSegment): void {
    this.report(diagnostic("template-syntax", this.spanOf(segment.place), { kind: "mismatch", detail: "" }));
    this.wrong.push(segment);
  }

  private report(each: Diagnostic): void {
    this.diagnostics.push(each);
  }
}
