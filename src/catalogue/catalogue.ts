import type { Indicator } from "./indicator.ts";
import { isObject, propertyNames, type SchemaNode, schemaProperty, text, titleOf } from "./schema-node.ts";

/** All that can be reported, in the order of the schema. */
export interface Catalogue {
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly groups: ReadonlyMap<string, SchemaNode>;
}

/** Reads the indicators that a schema declares under `indicators`: groups of indicators, two levels. */
export function readCatalogue(root: SchemaNode): Catalogue {
  const groups = new Map<string, SchemaNode>();
  const indicators = new Map<string, Indicator>();
  for (const [groupName, group] of children(schemaProperty(root, "indicators"))) {
    groups.set(groupName, group);
    for (const [name, node] of children(group)) {
      const id = `${groupName}.${name}`;
      indicators.set(id, readIndicator(id, titleOf(group) ?? groupName, node));
    }
  }
  return { indicators, groups };
}

function children(node: SchemaNode | null): readonly (readonly [string, SchemaNode])[] {
  if (!node) return [];
  return propertyNames(node).flatMap((name) => {
    const found = schemaProperty(node, name);
    return found ? [[name, found] as const] : [];
  });
}

function readIndicator(id: string, group: string, { value, pointer }: SchemaNode): Indicator {
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
    pointer,
  };
}

/** A name as the data may write it: a sibling's (`hazardsFound`) or a full id (`safety.hazardsFound`). */
export function resolveId(catalogue: Catalogue, from: string, name: string): string | null {
  const sibling = `${from.split(".", 1)[0]}.${name}`;
  if (catalogue.indicators.has(sibling)) return sibling;
  return catalogue.indicators.has(name) ? name : null;
}
