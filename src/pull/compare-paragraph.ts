import type { BuiltFigure, BuiltParagraph, EditedFigure, EditedParagraph } from "./flat.ts";
import { diffSequences, type Hunk } from "./sequence-diff.ts";

/** The words of a paragraph from `start` to `end`, as they were built, became `words`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Where they stand in the edited paragraph. */
  readonly at: number;
}

export interface FigureEdit {
  readonly built: BuiltFigure;
  /** As it is shown now. */
  readonly shown: string;
  /** Whether its mark is gone, and it was found by its place between other words. */
  readonly isGuess: boolean;
}

export interface ParagraphEdits {
  /** Whose numbers are others now. */
  readonly figures: readonly FigureEdit[];
  readonly texts: readonly TextEdit[];
}

/** What was done to a paragraph. */
export function compareParagraph(built: BuiltParagraph, edited: EditedParagraph): ParagraphEdits {
  const pairs = matchFigures(built, edited);
  const hunks: Hunk[] = [];
  let [b, e] = [0, 0];
  for (const { was, now } of pairs) {
    hunks.push(
      ...diffTexts(built.text, edited.text, { aStart: b, aEnd: was.start, bStart: e, bEnd: now.start }),
    );
    [b, e] = [was.end, now.end];
  }
  const rest = { aStart: b, aEnd: built.text.length, bStart: e, bEnd: edited.text.length };
  hunks.push(...diffTexts(built.text, edited.text, rest));
  const taken = new Set<Hunk>();
  const known = new Set(pairs.map(({ was }) => was));
  const figures = [
    ...pairs.map(({ was, now }) => ({
      built: was,
      shown: shownNow(was, now, edited, hunks, taken),
      isGuess: false,
    })),
    ...built.figures
      .filter((each) => !known.has(each))
      .flatMap((each) => guess(each, edited, hunks, taken) ?? []),
  ];
  const gone = pairs.filter((_pair, index) => squeezed(figures[index]?.shown ?? "") === "").map(hunkOf);
  return {
    figures: figures.filter(
      ({ built: { shown: before }, shown }) => squeezed(shown) !== "" && squeezed(before) !== squeezed(shown),
    ),
    texts: joinedHunks([...hunks.filter((each) => !taken.has(each)), ...gone])
      .map(({ aStart, aEnd, bStart, bEnd }) => ({
        start: aStart,
        end: aEnd,
        words: edited.text.slice(bStart, bEnd),
        at: bStart,
      }))
      .filter(({ start, end, words }) => squeezed(built.text.slice(start, end)) !== squeezed(words)),
  };
}

/** A number that was taken out is words that were. */
function hunkOf({ was, now }: FigurePair): Hunk {
  return { aStart: was.start, aEnd: was.end, bStart: now.start, bEnd: now.end };
}

/** In order, with those that touch each other as one. */
function joinedHunks(hunks: readonly Hunk[]): readonly Hunk[] {
  const all: Hunk[] = [];
  for (const each of hunks.toSorted((one, other) => one.aStart - other.aStart || one.bStart - other.bStart)) {
    const last = all.at(-1);
    if (last?.aEnd === each.aStart && last.bEnd === each.bStart)
      all[all.length - 1] = { ...last, aEnd: each.aEnd, bEnd: each.bEnd };
    else all.push(each);
  }
  return all;
}

/** White space that programs put in or take away changes nothing. */
function squeezed(text: string): string {
  return text.replace(/[^\S\n]+/g, "");
}

interface FigurePair {
  readonly was: BuiltFigure;
  readonly now: EditedFigure;
}

/** By the bookmark, then by the control's tag; in order, so that what was moved past another is not taken for it. */
function matchFigures(built: BuiltParagraph, edited: EditedParagraph): readonly FigurePair[] {
  const pairs: FigurePair[] = [];
  let from = 0;
  for (const was of built.figures) {
    const left = edited.figures.slice(from);
    const named = left.findIndex(({ bookmark }) => bookmark?.toLowerCase() === was.bookmark.toLowerCase());
    const tagged = left.findIndex(({ bookmark, tag }) => bookmark === null && tag === was.indicator);
    const found = named >= 0 ? named : tagged;
    const now = left[found];
    if (!now) continue;
    pairs.push({ was, now });
    from += found + 1;
  }
  return pairs;
}

/** The fewest changes from one range to another; an amount is changed as a whole. */
function diffTexts(a: string, b: string, { aStart, aEnd, bStart, bEnd }: Hunk): readonly Hunk[] {
  const [was, now] = [tokensOf(a.slice(aStart, aEnd)), tokensOf(b.slice(bStart, bEnd))];
  const [aEnds, bEnds] = [endsOf(was, aStart), endsOf(now, bStart)];
  return diffSequences(was, now).map((hunk) => ({
    aStart: aEnds[hunk.aStart] ?? aEnd,
    aEnd: aEnds[hunk.aEnd] ?? aEnd,
    bStart: bEnds[hunk.bStart] ?? bEnd,
    bEnd: bEnds[hunk.bEnd] ?? bEnd,
  }));
}

const amount = "(?:近|约|超过|超|至少|不足)?[0-9０-９][0-9０-９,，.]*[余多]?[万亿]?[余多]?(?:左右|以上)?";
const token = new RegExp(`${amount}|[\\s\\S]`, "gu");

function tokensOf(text: string): readonly string[] {
  return text.match(token) ?? [];
}

/** Where each of them begins, and the last one ends. */
function endsOf(tokens: readonly string[], start: number): readonly number[] {
  const ends = [start];
  for (const each of tokens) ends.push((ends.at(-1) ?? 0) + each.length);
  return ends;
}

/** What of an amount may stand before its number, and behind its unit. */
const lead = /^(?:近|约|超过|超|至少|不足)$/;
const trail = /^(?:左右|以上)$/;
const numberBefore = /^(?:近|约|超过|超|至少|不足)?[0-9０-９][0-9０-９,，.]*[余多万亿]*$/;
const digitsBehind = /^[0-9０-９,，.]*[0-9０-９](?:[余多万亿]|左右|以上)*$|^[余多万亿]+$/;

/** Whether words before or behind what is left of an amount belong to it; a mark that follows it does not. */
function isPartOf(shown: string, inside: string, words: string, side: "before" | "behind"): boolean {
  if (inside === "") return new RegExp(`^${amount}`, "u").test(words);
  const wantsNumber = /^[0-9０-９]/.test(inside) || (/[0-9０-９]/.test(shown) && !/[0-9０-９]/.test(inside));
  if (side === "before") return lead.test(words) || (wantsNumber && numberBefore.test(words));
  return trail.test(words) || (/[0-9０-９余多近约超过]$/.test(inside) && digitsBehind.test(words));
}

/** A number that was typed over may have landed beside the control that holds it. */
function shownNow(
  was: BuiltFigure,
  now: EditedFigure,
  { text }: EditedParagraph,
  hunks: readonly Hunk[],
  taken: Set<Hunk>,
): string {
  const inside = text.slice(now.start, now.end);
  const before = hunks.find(
    ({ aStart, aEnd, bEnd }) => aStart === aEnd && aEnd === was.start && bEnd === now.start,
  );
  const behind = hunks.find(
    ({ aStart, aEnd, bStart }) => aStart === aEnd && aStart === was.end && bStart === now.end,
  );
  let shown = inside;
  for (const each of [before, behind]) {
    if (!each || taken.has(each)) continue;
    const words = text.slice(each.bStart, each.bEnd);
    if (!isPartOf(was.shown, inside, words, each === before ? "before" : "behind")) continue;
    shown = each === before ? words + shown : shown + words;
    taken.add(each);
  }
  return shown;
}

/** A figure without its mark: the amount that now stands where it stood. Null where it still does, or none is there. */
function guess(
  { start, end, ...rest }: BuiltFigure,
  { text }: EditedParagraph,
  hunks: readonly Hunk[],
  taken: Set<Hunk>,
): FigureEdit | null {
  const touching = hunks.filter(
    ({ aStart, aEnd, bStart, bEnd }) =>
      (aStart < end && aEnd > start) ||
      (aStart === aEnd && aStart > start && aStart < end) ||
      (aStart === aEnd && aEnd === start && lead.test(text.slice(bStart, bEnd))) ||
      (aStart === aEnd && aStart === end && trail.test(text.slice(bStart, bEnd))),
  );
  const [first, last] = [touching[0], touching.at(-1)];
  if (!first || !last) return null;
  const from = start <= first.aStart ? first.bStart - (first.aStart - start) : first.bStart;
  const to = end >= last.aEnd ? last.bEnd + (end - last.aEnd) : last.bEnd;
  const place = text.slice(from, to);
  const found = [...place.matchAll(new RegExp(amount, "gu"))];
  const [only] = found;
  if (!only || found.length > 1) return null;
  const isInside = first.aStart >= start && last.aEnd <= end;
  if (isInside) for (const each of touching) taken.add(each);
  return { built: { start, end, ...rest }, shown: isInside ? place : only[0], isGuess: true };
}
