import { type Catalogue, resolveId } from "../catalogue/catalogue.ts";
import { type Indicator, isComputed } from "../catalogue/indicator.ts";
import { suggest } from "../catalogue/suggest.ts";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import { child, type DataNode, headOf, locate, type ScalarNode } from "../parse/data-node.ts";
import { contains } from "../period/grain.ts";
import { isWholeYear, isWithinYear, type Period, readPeriod } from "../period/period.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { readQuantity } from "../quantity/read.ts";
import type { Span } from "../source/source-file.ts";
import { readLedgerForm, tellStrayKeys } from "./read-ledger-form.ts";
import type { Observation, Part, Parts, Reference } from "./year-data.ts";

export interface ReadContext {
  readonly catalogue: Catalogue;
  readonly year: number;
  /** The schema's path, named in hints. */
  readonly schema: string;
  readonly report: (diagnostic: Diagnostic) => void;
}

interface Reading extends ReadContext {
  /** Where an indicator's data is written; of a collection, its key. */
  readonly place: (indicator: Indicator, pointer: string) => Span;
}

/** Every amount under `indicators`, read from its source text. What the schema refused is passed over. */
export function readAmounts(root: DataNode, context: ReadContext): ReadonlyMap<string, Observation> {
  const observations = new Map<string, Observation>();
  const indicators = child(root, "indicators");
  const place: Reading["place"] = ({ id }, pointer) =>
    locate(root, `/indicators/${id.replace(".", "/")}${pointer}`, "value");
  const reading = { ...context, place };
  for (const indicator of context.catalogue.indicators.values()) {
    const node = indicator.id.split(".").reduce<DataNode | undefined>(child, indicators);
    const observation = node && readAmount(indicator, node, reading);
    if (observation) observations.set(indicator.id, observation);
  }
  return observations;
}

function readAmount(indicator: Indicator, node: DataNode, context: Reading): Observation | null {
  if (node.kind === "map") return readMapping(indicator, node, context);
  const bare = { indicator, partOf: null, period: null, span: context.place(indicator, "") };
  if (node.kind === "list") {
    const given = readParts(indicator, node, undefined, null, context);
    return given && { ...bare, given };
  }
  const quantity = readScalar(indicator, node, context);
  return quantity && { ...bare, given: { kind: "quantity", quantity } };
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

function readMapping(indicator: Indicator, node: DataNode, context: Reading): Observation | null {
  const found = forms.filter((name) => child(node, name) !== undefined);
  const [form] = found;
  if (!form && isComputed(indicator) && child(node, "lastYear")) return null;
  if (!form || found.length > 1) {
    context.report(diagnostic("figure-form", headOf(node), { found }));
    return null;
  }
  const [value, sameAs, list, ledger] = forms.map((name) => child(node, name));
  const span = context.place(indicator, `/${form}`);
  const partOf = readReference(indicator, "partOf", child(node, "partOf"), context);
  if (ledger) {
    const given = readLedgerForm(indicator, node, context);
    return given && { indicator, given, partOf, period: null, span };
  }
  tellStrayKeys(node, context);
  const period = readPeriodOf(child(node, "period"), context);
  if (list) {
    const parts = readParts(indicator, list, child(node, "complete"), period, context);
    return parts && { indicator, given: parts, partOf, period, span };
  }
  if (value?.kind === "scalar") {
    const quantity = readScalar(indicator, value, context);
    return quantity && { indicator, given: { kind: "quantity", quantity }, partOf, period, span };
  }
  const reference = readReference(indicator, "sameAs", sameAs, context);
  return reference && { indicator, given: { kind: "sameAs", reference }, partOf, period, span };
}

/** The ways to say how much; one of them is used. */
const forms = ["value", "sameAs", "observations", "ledger"] as const;

function readParts(
  indicator: Indicator,
  list: DataNode,
  complete: DataNode | undefined,
  within: Period | null,
  context: ReadContext,
): Parts | null {
  if (list.kind !== "list") return null;
  const parts = list.items.map((item) => readPart(indicator, item, within, context));
  if (parts.length === 0 || parts.includes(null)) return null;
  const said = complete?.kind === "scalar" && typeof complete.value === "boolean" ? complete.value : null;
  return { kind: "parts", parts: parts.filter((part) => part !== null), complete: said };
}

function readPart(
  indicator: Indicator,
  item: DataNode,
  within: Period | null,
  context: ReadContext,
): Part | null {
  const value = child(item, "value");
  const written = child(item, "period");
  const quantity = value?.kind === "scalar" ? readScalar(indicator, value, context) : null;
  const period = readPeriodWritten(written, context);
  if (!value || !written || !quantity || !period) return null;
  if (within && !contains(within, period)) {
    const facts = { found: period.text, within: within.text };
    context.report(diagnostic("observation-outside-period", written.span, facts));
    return null;
  }
  const department = child(item, "department");
  const name = department?.kind === "scalar" && department.text.trim() !== "" ? department.text.trim() : null;
  return { period, quantity, department: name, span: value.span, periodSpan: written.span };
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

/** The part of the year that an amount is for; null: the whole of it. */
function readPeriodOf(node: DataNode | undefined, context: ReadContext): Period | null {
  const period = readPeriodWritten(node, context);
  return period && !isWholeYear(period) ? period : null;
}

function readPeriodWritten(node: DataNode | undefined, { year, report }: ReadContext): Period | null {
  if (node?.kind !== "scalar" || node.text === "") return null;
  const period = readPeriod(node.text);
  if (!period) report(diagnostic("period-unreadable", node.span, { found: node.text.slice(0, 40) }));
  else if (!isWithinYear(period, year))
    report(diagnostic("period-outside-year", node.span, { found: node.text, year }));
  return period;
}
