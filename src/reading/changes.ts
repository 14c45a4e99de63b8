import { elements, type XmlElement } from "../package/xml.ts";

/** What tracking says of a text or of the end of a paragraph. What is moved is deleted here and inserted there. */
export type Change =
  | { readonly kind: "kept" }
  | { readonly kind: "inserted" | "deleted"; readonly author: string | null; readonly date: string | null };

export const kept: Change = { kind: "kept" };

/** Who inserted and who deleted what stands in an element: both where one undid what the other did. */
export interface Tracking {
  readonly inserted: Change | null;
  readonly deleted: Change | null;
}

export const untracked: Tracking = { inserted: null, deleted: null };

/** ECMA-376 part 1 §17.13.5. Moved and deleted markup of controls (customXmlDelRange…) leaves the words as they are. */
const kinds: ReadonlyMap<string, "inserted" | "deleted"> = new Map([
  ["w:ins", "inserted"],
  ["w:moveTo", "inserted"],
  ["w:cellIns", "inserted"],
  ["w:del", "deleted"],
  ["w:moveFrom", "deleted"],
  ["w:cellDel", "deleted"],
]);

/** What holds inside a tracked change. */
export function within(around: Tracking, { name, attributes }: XmlElement): Tracking {
  const kind = kinds.get(name);
  if (kind === undefined || around[kind]) return around;
  const change: Change = {
    kind,
    author: attributes.get("w:author") ?? null,
    date: attributes.get("w:date") ?? null,
  };
  return { ...around, [kind]: change };
}

/** What holds where properties (of a row, a cell, the end of a paragraph) say that it is tracked. */
export function withinProperties(around: Tracking, properties: XmlElement | undefined): Tracking {
  return properties ? elements(properties).reduce(within, around) : around;
}

/** Null for what is neither in the original nor in the final text. */
export function changeOf({ inserted, deleted }: Tracking): Change | null {
  return inserted && deleted ? null : (inserted ?? deleted ?? kept);
}

export function isSame(a: Change, b: Change): boolean {
  if (a === b) return true;
  return a.kind !== "kept" && b.kind === a.kind && a.author === b.author && a.date === b.date;
}

export type View = "final" | "original";

/** Whether it is there when all tracked changes are accepted, or rejected. */
export function isIn({ kind }: Change, view: View): boolean {
  return kind === "kept" || kind === (view === "final" ? "inserted" : "deleted");
}
