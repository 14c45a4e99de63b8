import type { ScalarNode } from "../parse/data-node.ts";
import type { SourceEdit, TextChange } from "./text-changes.ts";
import type { ScalarStyles } from "./yaml-scalars.ts";

/** Whether an entry may go is for people to say: edits that would leave nothing of one are not made. */
export function withoutEmptied(texts: readonly TextChange[], scalars: ScalarStyles): readonly TextChange[] {
  const ofScalar = new Map<ScalarNode, SourceEdit[]>();
  for (const edit of texts.flatMap(({ data }) => data)) {
    const scalar = scalars.at(edit);
    if (scalar) ofScalar.set(scalar, [...(ofScalar.get(scalar) ?? []), edit]);
  }
  const emptied = new Set(
    [...ofScalar].flatMap(([scalar, edits]) => (isBlank(scalar, edits, scalars) ? edits : [])),
  );
  if (emptied.size === 0) return texts;
  return texts.map((change) =>
    change.data.some((edit) => emptied.has(edit))
      ? { ...change, data: change.data.filter((edit) => !emptied.has(edit)), reason: "emptied" }
      : change,
  );
}

function isBlank(scalar: ScalarNode, edits: readonly SourceEdit[], scalars: ScalarStyles): boolean {
  const [first] = edits;
  if (!first || edits.some(({ words }) => words.trim() !== "")) return false;
  const { text } = first.file;
  const inner = scalars.wordsOf(scalar);
  let at = inner.start;
  let left = "";
  for (const { start, end } of edits.toSorted((one, other) => one.start - other.start)) {
    left += text.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  return (left + text.slice(at, inner.end)).trim() === "";
}
