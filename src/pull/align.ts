import type { WordPlace } from "../source/source-file.ts";
import type { BuiltParagraph, EditedParagraph } from "./flat.ts";
import { diffSequences } from "./sequence-diff.ts";

/** A paragraph as it was built beside what has become of it; one of the two may be missing. */
export interface Pair {
  readonly built: BuiltParagraph | null;
  readonly edited: EditedParagraph | null;
}

/** Beyond so many pairs between two that are the same, paragraphs are paired in order. */
const mostPairs = 4000;
/** Less alike are two different paragraphs. */
const leastLikeness = 0.35;

/**
 * Which paragraph became which, in the order of the file: first those with the same words, then, between these, those
 * with the same figures or the most words in common.
 */
export function align(built: readonly BuiltParagraph[], edited: readonly EditedParagraph[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let [b, e] = [0, 0];
  const same = (until: number): void => {
    for (; b < until; b++, e++) pairs.push({ built: built[b] ?? null, edited: edited[e] ?? null });
  };
  const keys = [
    built.map(({ text, written }) => keyOf(text, written.story)),
    edited.map(({ text, plain }) => keyOf(text, plain.place.story)),
  ] as const;
  for (const { aStart, aEnd, bEnd } of diffSequences(...keys)) {
    same(aStart);
    pairs.push(...alignGap(built.slice(b, aEnd), edited.slice(e, bEnd)));
    [b, e] = [aEnd, bEnd];
  }
  same(built.length);
  return pairs;
}

/** White space within a line is not what paragraphs are told apart by: programs move it when they save. Nor are page numbers. */
export function keyOf(text: string, story: WordPlace["story"]): string {
  const key = text.replace(/[^\S\n]+/g, "");
  return story === "header" || story === "footer" ? key.replace(/[#\d]+/g, "#") : key;
}

function alignGap(built: readonly BuiltParagraph[], edited: readonly EditedParagraph[]): readonly Pair[] {
  const size = built.length * edited.length;
  if (size === 0 || size > mostPairs) return inOrder(built, edited);
  const alike = built.map((one) => edited.map((other) => likenessOf(one, other)));
  const best = bestSums(alike, built.length, edited.length);
  const pairs: Pair[] = [];
  let [b, e] = [0, 0];
  const sum = (i: number, j: number): number => best[i]?.[j] ?? 0;
  while (b < built.length && e < edited.length) {
    const own = alike[b]?.[e] ?? 0;
    if (own > 0 && sum(b, e) === own + sum(b + 1, e + 1))
      pairs.push({ built: built[b++] ?? null, edited: edited[e++] ?? null });
    else if (sum(b, e) === sum(b + 1, e)) pairs.push({ built: built[b++] ?? null, edited: null });
    else pairs.push({ built: null, edited: edited[e++] ?? null });
  }
  return [...pairs, ...inOrder(built.slice(b), edited.slice(e))];
}

/** The greatest likeness in all of what follows, from each pair on. */
function bestSums(alike: readonly (readonly number[])[], rows: number, columns: number): number[][] {
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const own = alike[i]?.[j] ?? 0;
      const paired = own > 0 ? own + (best[i + 1]?.[j + 1] ?? 0) : 0;
      const row = best[i];
      if (row) row[j] = Math.max(paired, best[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  return best;
}

/** One beside the other where they are cells of a table; otherwise what was built is gone, and the rest is new. */
function inOrder(built: readonly BuiltParagraph[], edited: readonly EditedParagraph[]): readonly Pair[] {
  return [
    ...built.map((each): Pair => ({ built: each, edited: null })),
    ...edited.map((each): Pair => ({ built: null, edited: each })),
  ];
}

/** From 0 to 1; figures with the same identity count most. */
function likenessOf(built: BuiltParagraph, edited: EditedParagraph): number {
  const { kind } = built.written;
  const isCell = kind === "cell";
  if (kind !== "story" && isCell !== (edited.plain.place.row !== null)) return 0;
  if ((built.written.story === "body") !== (edited.plain.place.story === "body")) return 0;
  const names = new Set(edited.figures.map(({ bookmark }) => bookmark?.toLowerCase()));
  const shared = built.figures.filter(({ bookmark }) => names.has(bookmark.toLowerCase())).length;
  if (shared > 0) return 1 + shared / built.figures.length;
  const alike = likeness(built.text, edited.text);
  // A number in a cell has little in common with the one that it was.
  if (isCell) return 0.5 + alike / 2;
  return alike < leastLikeness ? 0 : alike;
}

/** From 0 to 1: twice the common pairs of characters, of all of both. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const counts = new Map<string, number>();
  for (const pair of pairsOf(a)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of pairsOf(b)) {
    const left = counts.get(pair) ?? 0;
    if (left > 0) common++;
    counts.set(pair, left - 1);
  }
  const all = Math.max(1, a.length - 1) + Math.max(1, b.length - 1);
  return (2 * common) / all;
}

const longestCompared = 4000;

function pairsOf(text: string): readonly string[] {
  const pairs: string[] = [];
  for (let at = 0; at < Math.min(text.length, longestCompared) - 1; at++) pairs.push(text.slice(at, at + 2));
  return pairs;
}
