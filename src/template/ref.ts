import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Indicator } from "../catalogue/indicator.ts";
import {
  propertyNames,
  type SchemaNode,
  schemaItems,
  schemaProperty,
  text,
} from "../catalogue/schema-node.ts";
import { child, type DataNode } from "../parse/data-node.ts";

/** A place of the schema, with the data that stands there; without data when a template is only linted. */
interface Place {
  readonly schema: SchemaNode;
  readonly node: DataNode | undefined;
  /** The way from the root, as a template writes it: `narrative.plans`. */
  readonly path: string;
}

export interface RecordRef extends Place {
  readonly kind: "record";
}

export interface ListRef extends Place {
  readonly kind: "list";
}

export interface TextRef extends Place {
  readonly kind: "text" | "narrative";
}

/** What a name in a template stands for. */
export type Ref =
  | RecordRef
  | ListRef
  | TextRef
  | { readonly kind: "root"; readonly schema: SchemaNode; readonly node: DataNode | undefined }
  | { readonly kind: "group"; readonly name: string }
  | { readonly kind: "indicator"; readonly indicator: Indicator }
  /** A number or words that are no data: the year, a counter, a literal. */
  | { readonly kind: "value"; readonly value: string | number | boolean };

export interface World {
  readonly catalogue: Catalogue;
  readonly year: number;
}

/** The names that can follow a reference. */
export function namesOf(ref: Ref, { catalogue }: World): readonly string[] {
  switch (ref.kind) {
    case "record":
      return propertyNames(ref.schema);
    case "root":
      return [
        ...["year", "lastYear", "nextYear"],
        ...propertyNames(ref.schema).filter((name) => name !== "indicators" && name !== "year"),
        ...catalogue.groups.keys(),
      ];
    case "group":
      return [...catalogue.indicators.keys()]
        .filter((id) => id.startsWith(`${ref.name}.`))
        .map((id) => id.slice(ref.name.length + 1));
    default:
      return [];
  }
}

/** One step along a path; null where the schema knows no such name. */
export function step(ref: Ref, name: string, world: World): Ref | null {
  if (ref.kind === "root") return stepFromRoot(ref, name, world);
  if (ref.kind === "group") {
    const indicator = world.catalogue.indicators.get(`${ref.name}.${name}`);
    return indicator ? { kind: "indicator", indicator } : null;
  }
  if (ref.kind !== "record") return null;
  const schema = schemaProperty(ref.schema, name);
  return schema && placeRef(schema, child(ref.node, name), `${ref.path}.${name}`);
}

function stepFromRoot(
  root: { readonly schema: SchemaNode; readonly node: DataNode | undefined },
  name: string,
  { catalogue, year }: World,
): Ref | null {
  const years: Readonly<Record<string, number>> = { year, lastYear: year - 1, nextYear: year + 1 };
  const value = Object.hasOwn(years, name) ? years[name] : undefined;
  if (value !== undefined) return { kind: "value", value };
  if (catalogue.groups.has(name)) return { kind: "group", name };
  const schema = name === "indicators" ? null : schemaProperty(root.schema, name);
  return schema && placeRef(schema, child(root.node, name), name);
}

/** Every text below `narrative` may hold tags of its own; texts elsewhere are plain. */
export function placeRef(schema: SchemaNode, node: DataNode | undefined, path: string): Ref {
  const type = text(schema.value.type);
  if (type === "object" || propertyNames(schema).length > 0) return { kind: "record", schema, node, path };
  if (type === "array" || schemaItems(schema)) return { kind: "list", schema, node, path };
  return { kind: /^narrative\b/.test(path) ? "narrative" : "text", schema, node, path };
}

/** The items of a list; when only linting, one item without data stands for all. */
export function itemsOf(list: ListRef, linting: boolean): readonly Ref[] {
  const schema = schemaItems(list.schema);
  if (!schema) return [];
  const nodes = linting ? [undefined] : list.node?.kind === "list" ? list.node.items : [];
  return nodes.map((node, index) => placeRef(schema, node, `${list.path}.${index}`));
}
