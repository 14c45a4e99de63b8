import { likeness, type Pair } from "./align.ts";
import type { BuiltParagraph, EditedParagraph } from "./flat.ts";

/** So much more alike are paragraphs when one of them was parted from the other, or joined to it. */
const leastGain = 0.05;

/**
 * A paragraph that was parted in two is still one, with a line end in it, and two that were joined are one that had a
 * line end.
 */
export function joined(pairs: readonly Pair[]): readonly Pair[] {
  const result: Pair[] = [];
  for (const pair of pairs) {
    const last = result.at(-1);
    const one = last ? together(last, pair) : null;
    if (one) result[result.length - 1] = one;
    else result.push(pair);
  }
  return result;
}

/** Null where they are two. */
function together(first: Pair, second: Pair): Pair | null {
  if (first.built && first.edited && !isBesideWhole(first)) {
    if (second.edited && !second.built)
      return better(first.built, first.edited, editedBoth(first.edited, second.edited), first);
    if (second.built && !second.edited) return betterBuilt(first.built, second.built, first.edited);
  }
  if (!second.built || !second.edited || isBesideWhole(second)) return null;
  if (first.edited && !first.built)
    return better(second.built, second.edited, editedBoth(first.edited, second.edited), second);
  return first.built && !first.edited ? betterBuilt(first.built, second.built, second.edited, true) : null;
}

function isBesideWhole({ built, edited }: Pair): boolean {
  return built?.text === edited?.text;
}

function better(
  built: BuiltParagraph,
  edited: EditedParagraph,
  both: EditedParagraph,
  own: Pair,
): Pair | null {
  const isStill = own.edited?.plain.place.row === both.plain.place.row && built.written.kind !== "cell";
  return isStill && likeness(built.text, both.text) > likeness(built.text, edited.text) + leastGain
    ? { built, edited: both }
    : null;
}

function betterBuilt(
  first: BuiltParagraph,
  second: BuiltParagraph,
  edited: EditedParagraph,
  isSecondOwn: boolean = false,
): Pair | null {
  const own = isSecondOwn ? second : first;
  if (first.written.kind !== second.written.kind || own.written.kind === "cell") return null;
  const both = builtBoth(first, second);
  return likeness(both.text, edited.text) > likeness(own.text, edited.text) + leastGain
    ? { built: both, edited }
    : null;
}

function editedBoth(first: EditedParagraph, second: EditedParagraph): EditedParagraph {
  const by = first.text.length + 1;
  const moved = second.figures.map((each) => ({ ...each, start: each.start + by, end: each.end + by }));
  return {
    plain: first.plain,
    text: `${first.text}\n${second.text}`,
    figures: [...first.figures, ...moved],
    parts: [...(first.parts ?? [first]), second],
  };
}

function builtBoth(first: BuiltParagraph, second: BuiltParagraph): BuiltParagraph {
  const by = first.text.length + 1;
  const shift = <T extends { readonly start: number; readonly end: number }>(
    all: readonly T[],
  ): readonly T[] => all.map((each) => ({ ...each, start: each.start + by, end: each.end + by }));
  return {
    written: first.written,
    text: `${first.text}\n${second.text}`,
    figures: [...first.figures, ...shift(second.figures)],
    pieces: [...first.pieces, ...shift(second.pieces)],
    parts: [...(first.parts ?? [first]), second],
  };
}
