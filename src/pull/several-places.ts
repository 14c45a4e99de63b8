import { positionAt } from "../source/source-file.ts";
import type { SourceEdit, TextChange } from "./text-changes.ts";
import type { ScalarStyles } from "./yaml-scalars.ts";

/**
 * A text of the data that the report prints in several places: edited alike, it is written once; edited in different
 * ways, none of them is.
 */
export function agreed(texts: readonly TextChange[], scalars: ScalarStyles): readonly TextChange[] {
  const first = new Map<string, string>();
  const torn = new Set<string>();
  const units = texts.map((change) => unitsOf(change, scalars));
  for (const own of units)
    for (const [unit, edits] of own) {
      const known = first.get(unit);
      if (known === undefined) first.set(unit, keyOf(edits));
      else if (known !== keyOf(edits)) torn.add(unit);
    }
  const written = new Set<string>();
  return texts.map((change, index) => {
    const own = units[index];
    if (!own || own.size === 0) return change;
    if ([...own.keys()].some((unit) => torn.has(unit)))
      return { ...change, data: [], template: [], reason: "several" };
    const data = [...own].flatMap(([unit, edits]) => (written.has(unit) ? [] : edits));
    for (const unit of own.keys()) written.add(unit);
    return { ...change, data };
  });
}

/** The edits of a paragraph by the text that they are in: a line of a literal one, or the whole of another. */
function unitsOf(
  { kind, data }: TextChange,
  scalars: ScalarStyles,
): ReadonlyMap<string, readonly SourceEdit[]> {
  const units = new Map<string, SourceEdit[]>();
  if (kind !== "changed") return units;
  for (const edit of data) {
    const unit = scalars.takesLines(edit)
      ? `line ${positionAt(edit.file, edit.start).line}`
      : `text ${scalars.at(edit)?.span.start}`;
    units.set(unit, [...(units.get(unit) ?? []), edit]);
  }
  return units;
}

function keyOf(edits: readonly SourceEdit[]): string {
  return JSON.stringify(edits.map(({ start, end, words }) => [start, end, words]));
}
