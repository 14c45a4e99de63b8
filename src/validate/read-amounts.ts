import { type Catalogue, resolveId } from "../catalogue/catalogue.ts";
import { type Indicator, isComputed } from "../catalogue/indicator.ts";
import { suggest } from "../catalogue/suggest.ts";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import { child, type DataNode, type ScalarNode } from "../parse/data-node.ts";
import { isWholeYear, isWithinYear, type Period, readPeriod } from "../period/period.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { readQuantity } from "../quantity/read.ts";
import type { Observation, Reference } from "./year-data.ts";

export interface ReadContext {
  readonly catalogue: Catalogue;
  readonly year: number;
  /** The schema's path, named in hints. */
  readonly schema: string;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Every amount under `indicators`, read from its source text. What the schema refused is passed over. */
export function readAmounts(root: DataNode, context: ReadContext): ReadonlyMap<string, Observation> {
  const observations = new Map<string, Observation>();
  const indicators = child(root, "indicators");
  for (const indicator of context.catalogue.indicators.values()) {
    const node = indicator.id.split(".").reduce<DataNode | undefined>(child, indicators);
    const observation = node && readAmount(indicator, node, context);
    if (observation) observations.set(indicator.id, observation);
  }
  return observations;
}

function readAmount(indicator: Indicator, node: DataNode, context: ReadContext): Observation | null {
  if (node.kind === "list") return null;
  if (node.kind === "map") return readMapping(indicator, node, context);
  const quantity = readScalar(indicator, node, context);
  if (!quantity) return null;
  return { indicator, given: { kind: "quantity", quantity }, partOf: null, period: null, span: node.span };
}

export function readScalar(indicator: Indicator, node: ScalarNode, context: ReadContext): Quantity | null {
  if (node.value === null || typeof node.value === "boolean") return null;
  if (node.text.trim() === "") {
    const { label, unit } = indicator;
    context.report(diagnostic("figure-missing-value", node.span, { label, unit }));
    return null;
  }
  const read = readQuantity(node.text, indicator.unit, indicator.quantity);
  if (read.ok) return read.quantity;
  const found = node.text.length > 40 ? `${node.text.slice(0, 40)}…` : node.text;
  const facts = { found, unit: indicator.unit, fault: read.reason, schema: context.schema };
  context.report(diagnostic("figure-unreadable", node.span, facts));
  return null;
}

function readMapping(indicator: Indicator, node: DataNode, context: ReadContext): Observation | null {
  const value = child(node, "value");
  const sameAs = child(node, "sameAs");
  const span = (value ?? sameAs ?? node).span;
  if (!value && !sameAs && isComputed(indicator) && child(node, "lastYear")) return null;
  if ((value === undefined) === (sameAs === undefined)) {
    const first = node.kind === "map" ? node.entries.values().next().value?.key : undefined;
    context.report(diagnostic("figure-form", first ?? node.span, { problem: value ? "both" : "neither" }));
    return null;
  }
  const partOf = readReference(indicator, "partOf", child(node, "partOf"), context);
  const period = readPeriodOf(child(node, "period"), context);
  if (value?.kind === "scalar") {
    const quantity = readScalar(indicator, value, context);
    return quantity && { indicator, given: { kind: "quantity", quantity }, partOf, period, span };
  }
  const reference = readReference(indicator, "sameAs", sameAs, context);
  return reference && { indicator, given: { kind: "sameAs", reference }, partOf, period, span };
}

function readReference(
  indicator: Indicator,
  key: "sameAs" | "partOf",
  node: DataNode | undefined,
  { catalogue, report }: ReadContext,
): Reference | null {
  if (node?.kind !== "scalar" || typeof node.value !== "string") return null;
  const id = resolveId(catalogue, indicator.id, node.text);
  const other = id === null || id === indicator.id ? undefined : catalogue.indicators.get(id);
  if (!other) {
    const suggestion = suggestId(catalogue, indicator.id, node.text);
    report(diagnostic("figure-reference-unknown", node.span, { key, name: node.text, suggestion }));
    return null;
  }
  if (other.unit !== indicator.unit) {
    const facts = { unit: indicator.unit, other: other.label, otherUnit: other.unit };
    report(diagnostic("figure-reference-unit", node.span, facts));
    return null;
  }
  return { id: other.id, span: node.span };
}

function suggestId(catalogue: Catalogue, from: string, name: string): string | null {
  const ids = [...catalogue.indicators.keys()].filter((id) => id !== from);
  const group = `${from.split(".", 1)[0]}.`;
  const siblings = ids.filter((id) => id.startsWith(group)).map((id) => id.slice(group.length));
  const titled = ids.find((id) => catalogue.indicators.get(id)?.label === name.trim());
  return titled ?? suggest(name, [...siblings, ...ids]);
}

function readPeriodOf(node: DataNode | undefined, { year, report }: ReadContext): Period | null {
  if (node?.kind !== "scalar" || node.text === "") return null;
  const period = readPeriod(node.text);
  if (!period) report(diagnostic("period-unreadable", node.span, { found: node.text.slice(0, 40) }));
  else if (!isWithinYear(period, year))
    report(diagnostic("period-outside-year", node.span, { found: node.text, year }));
  return period && !isWholeYear(period) ? period : null;
}
