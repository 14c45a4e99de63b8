import type { Change } from "./indicator.ts";
import { isObject, type JsonObject, type SchemaNode } from "./schema-node.ts";

export interface Entry {
  readonly change: Change;
  /** The keywords that were other than they are. */
  readonly was: JsonObject;
}

/** What an indicator's declaration says of earlier years. */
export function readHistory({ value, pointer }: SchemaNode): readonly Entry[] {
  const entries = Array.isArray(value.before) ? value.before.filter(isObject) : [];
  return entries.map(({ year, reason, ...was }, index) => ({
    change: { year: Number(year), reason: String(reason), pointer: `${pointer}/before/${index}` },
    was,
  }));
}

/** A declaration as it was before a year: each change is undone, the latest first. */
export function asBefore(
  { value }: SchemaNode,
  history: readonly Entry[],
  before: number | null,
): { readonly value: JsonObject; readonly places: ReadonlyMap<string, string> } {
  if (before === null) return { value, places: new Map() };
  const undone = history
    .filter(({ change }) => change.year >= before)
    .toSorted((a, b) => b.change.year - a.change.year);
  const places = undone.flatMap(({ change, was }) =>
    Object.keys(was).map((keyword) => [keyword, `${change.pointer}/${keyword}`] as const),
  );
  const merged = [value, ...undone.map(({ was }) => was)].flatMap((each) => Object.entries(each));
  return { value: Object.fromEntries(merged), places: new Map(places) };
}
