import { type Change, isIn, type View } from "./changes.ts";

/** A paragraph that becomes one with another where its end is not there. */
export interface Joinable {
  readonly end: Change;
  /** The paragraph that follows in the same cell, box or story with no table between. */
  readonly joins: number | null;
}

/** The paragraphs of a view, each with those that it is made of: all but the last of these have lost their end. */
export function chains(paragraphs: readonly Joinable[], view: View): readonly (readonly number[])[] {
  const taken = new Set<number>();
  return paragraphs.flatMap((_, first) => {
    if (taken.has(first)) return [];
    const chain: number[] = [];
    for (let at: number | null = first; at !== null; ) {
      const paragraph: Joinable | undefined = paragraphs[at];
      chain.push(at);
      taken.add(at);
      const next: number | null = paragraph && !isIn(paragraph.end, view) ? paragraph.joins : null;
      at = next !== null && next > at ? next : null;
    }
    return [chain];
  });
}
