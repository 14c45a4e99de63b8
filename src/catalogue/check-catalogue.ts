import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { Catalogue, Catalogues } from "./catalogue.ts";
import { checkChanges } from "./check-changes.ts";
import { hoverOf } from "./hover.ts";
import { computedFrom, declaredAt, type Indicator } from "./indicator.ts";
import { isObject, schemaAt } from "./schema-node.ts";
import { locateInSchema, type SchemaSource } from "./schema-source.ts";
import { suggest } from "./suggest.ts";

/** Names that templates use for other things. */
const taken: ReadonlySet<string> = new Set(["year", "lastYear", "nextYear", "this"]);

/** What JSON Schema cannot say of our keywords: that names exist, units fit and totals end, in every year. */
export function checkCatalogue(schema: SchemaSource, catalogues: Catalogues): readonly Diagnostic[] {
  const { current } = catalogues;
  const all = [...current.indicators.values()];
  return [
    ...takenNames(schema, current),
    ...all.flatMap((each) => unfinished(schema, each)),
    ...oncePerFault([
      ...all.flatMap((each) => checkIndicator(schema, current, each, null)),
      ...checkEarlier(schema, catalogues),
    ]),
    ...checkChanges(schema, catalogues),
    ...all.flatMap((each) => staleHovers(schema, each)),
  ];
}

/** `before`: the catalogue is that of the years before this one. */
function checkIndicator(
  schema: SchemaSource,
  catalogue: Catalogue,
  indicator: Indicator,
  before: number | null,
): readonly Diagnostic[] {
  return [
    ...unknownNames(schema, catalogue, indicator),
    ...unitsDiffer(schema, catalogue, indicator, before),
    ...rateUnits(schema, indicator),
    ...cycles(schema, catalogue, indicator),
  ];
}

/** Goes back in time, and looks in each span of years at what changed and at what refers to it. */
function checkEarlier(schema: SchemaSource, { current, earlier }: Catalogues): readonly Diagnostic[] {
  const referrers = new Map<string, Set<string>>();
  for (const each of [...current.indicators.values(), ...earlier.flatMap(({ changed }) => changed)])
    for (const { id } of references(each))
      referrers.set(id, (referrers.get(id) ?? new Set<string>()).add(each.id));
  const indicators = new Map(current.indicators);
  return earlier.flatMap(({ before, changed }) => {
    for (const each of changed) indicators.set(each.id, each);
    const touched = new Set(changed.flatMap(({ id }) => [id, ...(referrers.get(id) ?? [])]));
    return [...touched].flatMap((id) => {
      const each = indicators.get(id);
      return each ? checkIndicator(schema, { ...current, indicators }, each, before) : [];
    });
  });
}

/** What is wrong in several spans of years is told for the latest of them. */
function oncePerFault(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, span, facts }) => {
    const key = JSON.stringify([code, span?.start, { ...facts, before: null }]);
    return !seen.has(key) && seen.add(key);
  });
}

function takenNames(schema: SchemaSource, catalogue: Catalogue): readonly Diagnostic[] {
  const top = schema.root.value.properties;
  return [...catalogue.groups].flatMap(([name, group]) =>
    taken.has(name) || (isObject(top) && Object.hasOwn(top, name))
      ? [diagnostic("schema-name-taken", locateInSchema(schema, group.pointer, "key"), { name })]
      : [],
  );
}

function unfinished(schema: SchemaSource, indicator: Indicator): readonly Diagnostic[] {
  const declared = schemaAt(schema.root, ["indicators", ...indicator.id.split(".")])?.value ?? {};
  const missing = ["title", "unit", "quantity"].filter((keyword) => !Object.hasOwn(declared, keyword));
  return missing.map((keyword) =>
    diagnostic("schema-indicator-incomplete", locateInSchema(schema, indicator.pointer, "key"), {
      id: indicator.id,
      keyword,
    }),
  );
}

/** An indicator without a hover text is left in peace; a wrong one misleads. */
function staleHovers(schema: SchemaSource, indicator: Indicator): readonly Diagnostic[] {
  const declared = schemaAt(schema.root, ["indicators", ...indicator.id.split(".")])?.value;
  const { markdownDescription } = declared ?? {};
  if (markdownDescription === undefined || markdownDescription === hoverOf(indicator)) return [];
  const span = locateInSchema(schema, `${indicator.pointer}/markdownDescription`);
  return [diagnostic("schema-hover-stale", span, { id: indicator.id })];
}

interface Reference {
  readonly keyword: string;
  readonly id: string;
  /** Where it is written in the schema. */
  readonly at: string;
}

function references(indicator: Indicator): readonly Reference[] {
  const single = (["sameAs", "partOf", "atMost"] as const).flatMap((keyword) => {
    const id = indicator[keyword];
    return id === null ? [] : [{ keyword, id, at: declaredAt(indicator, keyword) }];
  });
  const totals = (indicator.totalOf ?? []).map((id, index) => ({
    keyword: "totalOf",
    id,
    at: `${declaredAt(indicator, "totalOf")}/${index}`,
  }));
  const { rateOf } = indicator;
  const rates = rateOf
    ? (["part", "whole"] as const).map((key) => ({
        keyword: "rateOf",
        id: rateOf[key],
        at: `${declaredAt(indicator, "rateOf")}/${key}`,
      }))
    : [];
  return [...single, ...totals, ...rates];
}

function unknownNames(
  schema: SchemaSource,
  catalogue: Catalogue,
  indicator: Indicator,
): readonly Diagnostic[] {
  return references(indicator)
    .filter(({ id }) => !catalogue.indicators.has(id) || id === indicator.id)
    .map(({ keyword, id, at }) =>
      diagnostic("schema-reference-unknown", locateInSchema(schema, at), {
        keyword,
        id,
        suggestion: suggest(
          id,
          [...catalogue.indicators.keys()].filter((other) => other !== indicator.id),
        ),
      }),
    );
}

/** A rate is given in percent. */
function rateUnits(schema: SchemaSource, indicator: Indicator): readonly Diagnostic[] {
  if (!indicator.rateOf || indicator.unit === "%" || indicator.unit === "") return [];
  const span = locateInSchema(schema, declaredAt(indicator, "unit"));
  return [diagnostic("schema-rate-unit", span, { id: indicator.id, unit: indicator.unit })];
}

function unitsDiffer(
  schema: SchemaSource,
  catalogue: Catalogue,
  indicator: Indicator,
  before: number | null,
): readonly Diagnostic[] {
  return references(indicator).flatMap(({ keyword, id, at }) => {
    const other = catalogue.indicators.get(id);
    if (!other || keyword === "rateOf" || other.unit === indicator.unit) return [];
    if (other.unit === "" || indicator.unit === "") return [];
    if (keyword === "totalOf" && other.countsAs?.unit === indicator.unit) return [];
    const { unit } = indicator;
    const facts = { keyword, id: indicator.id, unit, other: id, otherUnit: other.unit, before };
    const related = [{ span: locateInSchema(schema, declaredAt(other, "unit")), note: "declared" as const }];
    return [diagnostic("schema-units-differ", locateInSchema(schema, at), facts, related)];
  });
}

/** A total or a rate that leads back to itself has no value. The way is told from its first name on. */
function cycles(schema: SchemaSource, catalogue: Catalogue, indicator: Indicator): readonly Diagnostic[] {
  const way = cycleFrom(catalogue, indicator.id);
  const first = way && catalogue.indicators.get(way.toSorted()[0] ?? "");
  if (!way || !first) return [];
  const at = way.indexOf(first.id);
  const span = locateInSchema(schema, first.pointer, "key");
  return [diagnostic("schema-cycle", span, { way: [...way.slice(at), ...way.slice(0, at), first.id] })];
}

function summedFrom(catalogue: Catalogue, id: string): readonly string[] {
  const indicator = catalogue.indicators.get(id);
  return indicator ? computedFrom(indicator) : [];
}

function cycleFrom(catalogue: Catalogue, start: string): readonly string[] | null {
  const ways = new Map<string, readonly string[]>([[start, [start]]]);
  for (const [id, way] of ways) {
    for (const next of summedFrom(catalogue, id)) {
      if (next === start) return way;
      if (!ways.has(next)) ways.set(next, [...way, next]);
    }
  }
  return null;
}
