import { child, type DataNode } from "../parse/data-node.ts";
import { type ReadContext, readScalar } from "./read-amounts.ts";
import type { StatedLastYear } from "./year-data.ts";

/** What a year's file says that the year before was: in the unit, and by the definition, of the year itself. */
export function readLastYear(root: DataNode, context: ReadContext): ReadonlyMap<string, StatedLastYear> {
  const stated = new Map<string, StatedLastYear>();
  const indicators = child(root, "indicators");
  for (const indicator of context.catalogue.indicators.values()) {
    const amount = indicator.id.split(".").reduce<DataNode | undefined>(child, indicators);
    const node = amount?.kind === "map" ? child(amount, "lastYear") : undefined;
    const quantity = node?.kind === "scalar" ? readScalar(indicator, node, context) : null;
    if (node && quantity) stated.set(indicator.id, { quantity, span: node.span });
  }
  return stated;
}
