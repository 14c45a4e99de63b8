import type { Span } from "../source/source-file.ts";

/** Parsed data with places, free of the library that parsed it. */
export type DataNode = ScalarNode | MapNode | ListNode;

export interface ScalarNode {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** The text as written for a plain scalar (1.50 keeps its zero), the content for a quoted one. */
  readonly text: string;
  /** Whether line folding may have put spaces into the value (YAML 1.2 §6.5). */
  readonly folded: boolean;
  readonly span: Span;
}

export interface MapEntry {
  readonly key: Span;
  readonly node: DataNode;
}

export interface MapNode {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, MapEntry>;
  readonly span: Span;
}

export interface ListNode {
  readonly kind: "list";
  readonly items: readonly DataNode[];
  readonly span: Span;
}

export interface YamlSource {
  readonly file: Span["file"];
  readonly root: DataNode;
}

/** A name as a part of a JSON Pointer (RFC 6901 §3). */
export function pointerPart(name: string): string {
  if (!/[~/]/.test(name)) return `/${name}`;
  return `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** Splits a JSON Pointer (RFC 6901). */
export function pointerParts(pointer: string): readonly string[] {
  const parts = pointer.split("/").slice(1);
  if (!pointer.includes("~")) return parts;
  return parts.map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

export function child(node: DataNode | undefined, name: string): DataNode | undefined {
  if (node?.kind === "map") return node.entries.get(name)?.node;
  if (node?.kind === "list") return node.items[Number(name)];
  return undefined;
}

export function nodeAt(root: DataNode, pointer: string): DataNode | undefined {
  return pointerParts(pointer).reduce<DataNode | undefined>(child, root);
}

/** The place of a key or a value; where it is missing, the nearest thing that contains it. */
export function locate(root: DataNode, pointer: string, which: "key" | "value"): Span {
  let node = root;
  let key: Span | null = null;
  for (const part of pointerParts(pointer)) {
    const next = child(node, part);
    if (next === undefined) return key ?? headOf(node);
    key = node.kind === "map" ? (node.entries.get(part)?.key ?? null) : null;
    node = next;
  }
  return which === "key" ? (key ?? headOf(node)) : node.kind === "scalar" ? node.span : (key ?? headOf(node));
}

/** A collection is shown by its beginning, not by all of its lines. */
export function headOf(node: DataNode): Span {
  if (node.kind === "scalar") return node.span;
  const first = node.kind === "map" ? node.entries.values().next().value?.key : undefined;
  return first ?? { ...node.span, end: Math.min(node.span.end, node.span.start + 1) };
}

export function toValue(node: DataNode): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(toValue);
  const value: Record<string, unknown> = Object.create(null);
  for (const [key, entry] of node.entries) value[key] = toValue(entry.node);
  return value;
}
