import { pointerPart } from "../parse/data-node.ts";

export interface JsonObject {
  readonly [key: string]: unknown;
}

/** A place in a JSON Schema: its value, and the way to it. */
export interface SchemaNode {
  readonly root: JsonObject;
  readonly value: JsonObject;
  readonly pointer: string;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function schemaRoot(root: JsonObject): SchemaNode {
  return { root, value: root, pointer: "" };
}

export function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** What a local `$ref` names (JSON Schema 2020-12 §8.2.3.1); null for anything else. */
function target(node: SchemaNode): SchemaNode | null {
  const ref = text(node.value.$ref);
  if (!ref?.startsWith("#/")) return null;
  let value: unknown = node.root;
  for (const part of ref.slice(2).split("/"))
    value = isObject(value) && Object.hasOwn(value, part) ? value[part] : null;
  return isObject(value) ? { root: node.root, value, pointer: ref.slice(1) } : null;
}

/** Looks a thing up in a schema, then in what it refers to, at most ten references deep. */
function find(
  node: SchemaNode,
  look: (node: SchemaNode) => SchemaNode | null,
  depth: number = 10,
): SchemaNode | null {
  const found = look(node);
  if (found || depth === 0) return found;
  const next = target(node);
  return next && find(next, look, depth - 1);
}

/** What has been looked up from a node: every year asks for the same. */
interface Known {
  readonly properties: Map<string, SchemaNode>;
  items?: SchemaNode | null;
  names?: readonly string[];
}

const knownOf = new WeakMap<SchemaNode, Known>();

function knownAt(node: SchemaNode): Known {
  const before = knownOf.get(node);
  if (before) return before;
  const known: Known = { properties: new Map() };
  knownOf.set(node, known);
  return known;
}

export function schemaProperty(node: SchemaNode, name: string): SchemaNode | null {
  const { properties } = knownAt(node);
  const before = properties.get(name);
  if (before) return before;
  const found = findProperty(node, name);
  if (found) properties.set(name, found);
  return found;
}

function findProperty(node: SchemaNode, name: string): SchemaNode | null {
  return find(node, ({ root, value, pointer }) => {
    const properties = value.properties;
    if (!isObject(properties) || !Object.hasOwn(properties, name)) return null;
    const found = properties[name];
    return isObject(found)
      ? { root, value: found, pointer: `${pointer}/properties${pointerPart(name)}` }
      : null;
  });
}

export function schemaItems(node: SchemaNode): SchemaNode | null {
  const known = knownAt(node);
  known.items ??= find(node, ({ root, value, pointer }) =>
    isObject(value.items) ? { root, value: value.items, pointer: `${pointer}/items` } : null,
  );
  return known.items;
}

export function propertyNames(node: SchemaNode): readonly string[] {
  const known = knownAt(node);
  known.names ??= namesOf(node);
  return known.names;
}

function namesOf(node: SchemaNode): readonly string[] {
  const holder = find(node, (each) => (isObject(each.value.properties) ? each : null));
  const properties = holder?.value.properties;
  return isObject(properties) ? Object.keys(properties) : [];
}

export function titleOf(node: SchemaNode | null): string | null {
  return node && text(node.value.title);
}

/** The schema of the data at a JSON Pointer, as far as properties and items lead. */
export function schemaAt(root: SchemaNode, parts: readonly string[]): SchemaNode | null {
  return parts.reduce<SchemaNode | null>(
    (node, part) => node && (schemaProperty(node, part) ?? (/^\d+$/.test(part) ? schemaItems(node) : null)),
    root,
  );
}

export function requiredNames(node: SchemaNode): readonly string[] {
  const holder = find(node, (each) => (Array.isArray(each.value.required) ? each : null));
  const names = holder?.value.required;
  return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
}
