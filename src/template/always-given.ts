import { isComputed } from "../catalogue/indicator.ts";
import { requiredNames, type SchemaNode, schemaItems, schemaProperty } from "../catalogue/schema-node.ts";
import type { Ref } from "./ref.ts";

/** Whether the schema requires a thing, so that asking for it is no question. */
export function isAlwaysGiven(ref: Ref, root: SchemaNode): boolean {
  if (ref.kind === "indicator") {
    return !isComputed(ref.indicator) && isRequired(root, ["indicators", ...ref.indicator.id.split(".")]);
  }
  if (ref.kind === "record" || ref.kind === "text" || ref.kind === "narrative") {
    return isRequired(root, ref.path.split("."));
  }
  return ref.kind === "value" && typeof ref.value === "number";
}

/** Whether every name on a way is required where it stands; the items of a list are. */
function isRequired(root: SchemaNode, way: readonly string[]): boolean {
  let node: SchemaNode | null = root;
  for (const name of way) {
    if (!node) return false;
    const isItem: boolean = /^\d+$/.test(name);
    if (!isItem && !requiredNames(node).includes(name)) return false;
    node = isItem ? schemaItems(node) : schemaProperty(node, name);
  }
  return true;
}
