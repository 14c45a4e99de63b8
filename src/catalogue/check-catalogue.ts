import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { Catalogue } from "./catalogue.ts";
import { hoverOf } from "./hover.ts";
import { computedFrom, type Indicator } from "./indicator.ts";
import { isObject, schemaAt } from "./schema-node.ts";
import { locateInSchema, type SchemaSource } from "./schema-source.ts";
import { suggest } from "./suggest.ts";

/** Names that templates use for other things. */
const taken: ReadonlySet<string> = new Set(["year", "lastYear", "nextYear", "this"]);

/** What JSON Schema cannot say of our keywords: that names exist, units fit and totals end. */
export function checkCatalogue(schema: SchemaSource, catalogue: Catalogue): readonly Diagnostic[] {
  const all = [...catalogue.indicators.values()];
  return [
    ...takenNames(schema, catalogue),
    ...all.flatMap((each) => unfinished(schema, each)),
    ...all.flatMap((each) => unknownNames(schema, catalogue, each)),
    ...all.flatMap((each) => unitsDiffer(schema, catalogue, each)),
    ...all.flatMap((each) => rateUnits(schema, each)),
    ...all.flatMap((each) => cycles(schema, catalogue, each)),
    ...all.flatMap((each) => staleHovers(schema, each)),
  ];
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
  /** Where it is written, below the indicator. */
  readonly at: string;
}

function references(indicator: Indicator): readonly Reference[] {
  const single = (["sameAs", "partOf", "atMost"] as const).flatMap((keyword) => {
    const id = indicator[keyword];
    return id === null ? [] : [{ keyword, id, at: `/${keyword}` }];
  });
  const totals = (indicator.totalOf ?? []).map((id, index) => ({
    keyword: "totalOf",
    id,
    at: `/totalOf/${index}`,
  }));
  const { rateOf } = indicator;
  const rates = rateOf
    ? (["part", "whole"] as const).map((key) => ({
        keyword: "rateOf",
        id: rateOf[key],
        at: `/rateOf/${key}`,
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
      diagnostic("schema-reference-unknown", locateInSchema(schema, indicator.pointer + at), {
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
  const span = locateInSchema(schema, `${indicator.pointer}/unit`);
  return [diagnostic("schema-rate-unit", span, { id: indicator.id, unit: indicator.unit })];
}

function unitsDiffer(
  schema: SchemaSource,
  catalogue: Catalogue,
  indicator: Indicator,
): readonly Diagnostic[] {
  return references(indicator).flatMap(({ keyword, id, at }) => {
    const other = catalogue.indicators.get(id);
    if (!other || keyword === "rateOf" || other.unit === indicator.unit) return [];
    if (other.unit === "" || indicator.unit === "") return [];
    if (keyword === "totalOf" && other.countsAs?.unit === indicator.unit) return [];
    const facts = { keyword, id: indicator.id, unit: indicator.unit, other: id, otherUnit: other.unit };
    const related = [{ span: locateInSchema(schema, `${other.pointer}/unit`), note: "declared" as const }];
    return [
      diagnostic("schema-units-differ", locateInSchema(schema, indicator.pointer + at), facts, related),
    ];
  });
}

/** A total or a rate that leads back to itself has no value. */
function cycles(schema: SchemaSource, catalogue: Catalogue, indicator: Indicator): readonly Diagnostic[] {
  const way = cycleFrom(catalogue, indicator.id);
  if (!way || way.toSorted()[0] !== indicator.id) return [];
  return [
    diagnostic("schema-cycle", locateInSchema(schema, indicator.pointer, "key"), {
      way: [...way, indicator.id],
    }),
  ];
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
