import type { Change, Indicator } from "./indicator.ts";
import {
  isObject,
  type JsonObject,
  propertyNames,
  type SchemaNode,
  schemaProperty,
  text,
  titleOf,
} from "./schema-node.ts";

/** All that can be reported in some years, in the order of the schema. */
export interface Catalogue {
  /** The first year that it does not hold for; null: it holds from the last change on. */
  readonly before: number | null;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly groups: ReadonlyMap<string, SchemaNode>;
}

/** The catalogues of all years: they differ where the schema says what was so `before` a year. */
export interface Catalogues {
  readonly current: Catalogue;
  /** The latest first. */
  readonly earlier: readonly Catalogue[];
}

export function catalogueOf({ current, earlier }: Catalogues, year: number): Catalogue {
  return earlier.findLast(({ before }) => before !== null && year < before) ?? current;
}

/** Reads the indicators that a schema declares under `indicators`: groups of indicators, two levels. */
export function readCatalogues(root: SchemaNode): Catalogues {
  const groups = new Map<string, SchemaNode>();
  const declared = new Map<string, Declared>();
  for (const [groupName, group] of children(schemaProperty(root, "indicators"))) {
    groups.set(groupName, group);
    for (const [name, node] of children(group))
      declared.set(`${groupName}.${name}`, { node, group: titleOf(group) ?? groupName });
  }
  const current = new Map([...declared].map(([id, each]) => [id, readIndicator(id, each, null)]));
  const changed = [...current.values()].filter(({ changes }) => changes.length > 0);
  const years = [...new Set(changed.flatMap(({ changes }) => changes.map(({ year }) => year)))];
  const earlier = years
    .toSorted((a, b) => b - a)
    .map((before) => {
      const indicators = new Map(current);
      for (const { id } of changed) {
        const each = declared.get(id);
        if (each) indicators.set(id, readIndicator(id, each, before));
      }
      return { before, indicators, groups };
    });
  return { current: { before: null, indicators: current, groups }, earlier };
}

interface Declared {
  readonly node: SchemaNode;
  readonly group: string;
}

function children(node: SchemaNode | null): readonly (readonly [string, SchemaNode])[] {
  if (!node) return [];
  return propertyNames(node).flatMap((name) => {
    const found = schemaProperty(node, name);
    return found ? [[name, found] as const] : [];
  });
}

function readIndicator(id: string, { node, group }: Declared, before: number | null): Indicator {
  const { pointer } = node;
  const history = readHistory(node);
  const { value, places } = asBefore(node, history, before);
  const { totalOf, rateOf, countsAs, round } = value;
  return {
    id,
    label: text(value.title) ?? id,
    description: text(value.description),
    unit: text(value.unit) ?? "",
    department: text(value.department),
    group,
    quantity: value.quantity === "measure" ? "measure" : "count",
    totalOf: Array.isArray(totalOf) ? totalOf.filter((each) => typeof each === "string") : null,
    rateOf: isObject(rateOf) ? { part: String(rateOf.part), whole: String(rateOf.whole) } : null,
    countsAs: isObject(countsAs)
      ? { unit: String(countsAs.unit), bound: countsAs.bound === "lower" ? "lower" : "both" }
      : null,
    sameAs: text(value.sameAs),
    partOf: text(value.partOf),
    atMost: text(value.atMost),
    round: typeof round === "number" ? String(round) : null,
    jump: typeof value.jump === "number" ? String(value.jump) : null,
    changes: history.map(({ change }) => change),
    pointer,
    places,
  };
}

interface Entry {
  readonly change: Change;
  /** The keywords that were other than they are. */
  readonly was: JsonObject;
}

function readHistory({ value, pointer }: SchemaNode): readonly Entry[] {
  const entries = Array.isArray(value.before) ? value.before.filter(isObject) : [];
  return entries.map(({ year, reason, ...was }, index) => ({
    change: { year: Number(year), reason: String(reason), pointer: `${pointer}/before/${index}` },
    was,
  }));
}

/** A declaration as it was before a year: each change is undone, the latest first. */
function asBefore(
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

/** A name as the data may write it: a sibling's (`hazardsFound`) or a full id (`safety.hazardsFound`). */
export function resolveId(catalogue: Catalogue, from: string, name: string): string | null {
  const sibling = `${from.split(".", 1)[0]}.${name}`;
  if (catalogue.indicators.has(sibling)) return sibling;
  return catalogue.indicators.has(name) ? name : null;
}
