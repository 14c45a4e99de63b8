import { asBefore, type Entry, readHistory } from "./history.ts";
import type { Indicator } from "./indicator.ts";
import { isObject, propertyNames, type SchemaNode, schemaProperty, text, titleOf } from "./schema-node.ts";

/** All that can be reported in a year, in the order of the schema. */
export interface Catalogue {
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly groups: ReadonlyMap<string, SchemaNode>;
}

/** What was so before a year, of the indicators that changed in it. */
export interface Epoch {
  readonly before: number;
  readonly changed: readonly Indicator[];
}

/** The catalogues of all years, as the differences to the present one. */
export interface Catalogues {
  readonly current: Catalogue;
  /** The latest first. */
  readonly earlier: readonly Epoch[];
}

const known = new WeakMap<Catalogues, Map<number, Catalogue>>();

/** What can be reported in a year: each change after it is undone, the latest first. */
export function catalogueOf(catalogues: Catalogues, year: number): Catalogue {
  const after = catalogues.earlier.filter(({ before }) => before > year);
  if (after.length === 0) return catalogues.current;
  // Years between two changes have the very same.
  const made = known.get(catalogues) ?? new Map<number, Catalogue>();
  known.set(catalogues, made);
  const catalogue = made.get(after.length) ?? before(catalogues, after);
  made.set(after.length, catalogue);
  return catalogue;
}

function before({ current }: Catalogues, after: readonly Epoch[]): Catalogue {
  const indicators = new Map(current.indicators);
  for (const each of after.flatMap(({ changed }) => changed)) indicators.set(each.id, each);
  return { indicators, groups: current.groups };
}

/** Reads the indicators that a schema declares under `indicators`: groups of indicators, two levels. */
export function readCatalogues(root: SchemaNode): Catalogues {
  const groups = new Map<string, SchemaNode>();
  const declared = new Map<string, Declared>();
  for (const [groupName, group] of children(schemaProperty(root, "indicators"))) {
    groups.set(groupName, group);
    for (const [name, node] of children(group))
      declared.set(`${groupName}.${name}`, {
        node,
        group: titleOf(group) ?? groupName,
        history: readHistory(node),
      });
  }
  const current = new Map([...declared].map(([id, each]) => [id, readIndicator(id, each, null)]));
  const changedIn = new Map<number, Set<string>>();
  for (const { id, changes } of current.values())
    for (const { year } of changes) changedIn.set(year, (changedIn.get(year) ?? new Set<string>()).add(id));
  const earlier = [...changedIn]
    .toSorted(([a], [b]) => b - a)
    .map(([before, ids]) => {
      const changed = [...declared].filter(([id]) => ids.has(id));
      return { before, changed: changed.map(([id, each]) => readIndicator(id, each, before)) };
    });
  return { current: { indicators: current, groups }, earlier };
}

interface Declared {
  readonly node: SchemaNode;
  readonly group: string;
  readonly history: readonly Entry[];
}

function children(node: SchemaNode | null): readonly (readonly [string, SchemaNode])[] {
  if (!node) return [];
  return propertyNames(node).flatMap((name) => {
    const found = schemaProperty(node, name);
    return found ? [[name, found] as const] : [];
  });
}

function readIndicator(id: string, { node, group, history }: Declared, before: number | null): Indicator {
  const { pointer } = node;
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

/** A name as the data may write it: a sibling's (`hazardsFound`) or a full id (`safety.hazardsFound`). */
export function resolveId(catalogue: Catalogue, from: string, name: string): string | null {
  const sibling = `${from.split(".", 1)[0]}.${name}`;
  if (catalogue.indicators.has(sibling)) return sibling;
  return catalogue.indicators.has(name) ? name : null;
}
