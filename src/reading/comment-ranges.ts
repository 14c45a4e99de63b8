import type { Change } from "./changes.ts";

/** Where a comment hangs. */
export interface Anchor {
  readonly paragraph: number;
  /** The words it is on. */
  readonly on: string;
}

interface Range {
  readonly paragraph: number;
  readonly shown: readonly [number, number];
  readonly all: readonly [number, number];
}

const longest = 1000;

/** What comments hang on, as the words of the file come one after the other. */
export class CommentRanges {
  private readonly ranges = new Map<string, Range>();
  private shown = "";
  private all = "";

  words(text: string, change: Change): void {
    this.all += text;
    if (change.kind !== "deleted") this.shown += text;
  }

  start(id: string, paragraph: number): void {
    const [shown, all] = [this.shown.length, this.all.length];
    this.ranges.set(id, { paragraph, shown: [shown, shown], all: [all, all] });
  }

  end(id: string): void {
    const range = this.ranges.get(id);
    if (!range) return;
    this.ranges.set(id, {
      ...range,
      shown: [range.shown[0], this.shown.length],
      all: [range.all[0], this.all.length],
    });
  }

  /** The mark of the comment itself: a comment need not be on words. */
  refer(id: string, paragraph: number): void {
    if (!this.ranges.has(id)) this.start(id, paragraph);
  }

  /** Words that are there, or else those that were deleted. */
  anchor(id: string): Anchor | null {
    const range = this.ranges.get(id);
    if (!range) return null;
    const words = (text: string, [from, to]: readonly [number, number]): string =>
      text.slice(from, Math.min(to, from + longest));
    return { paragraph: range.paragraph, on: words(this.shown, range.shown) || words(this.all, range.all) };
  }
}
