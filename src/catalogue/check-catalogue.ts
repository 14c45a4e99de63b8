import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import { type Catalogue, type Catalogues, catalogueOf } from "./catalogue.ts";
import { computedFrom, declaredAt, type Indicator } from "./indicator.ts";
import { isObject, schemaAt } from "./schema-node.ts";
import { locateInSchema, type SchemaSource } from "./schema-source.ts";
import { suggest } from "./suggest.ts";

/** Names that templates use for other things. */
const taken: ReadonlySet<string> = new Set(["year", "lastYear", "nextYear", "this"]);

/** What JSON Schema cannot say of our keywords: that names exist, units fit and totals end, in every year. */
export function checkCatalogue(schema: SchemaSource, catalogues: Catalogues): readonly Diagnostic[] {
  const { current, earlier } = catalogues;
  return [
    ...takenNames(schema, current),
    ...[...current.indicators.values()].flatMap((each) => unfinished(schema, each)),
    ...oncePerFault([current, ...earlier].flatMap((catalogue) => checkYears(schema, catalogue))),
    ...checkChanges(schema, catalogues),
  ];
}

function checkYears(schema: SchemaSource, catalogue: Catalogue): readonly Diagnostic[] {
  const all = [...catalogue.indicators.values()];
  return [
    ...all.flatMap((each) => unknownNames(schema, catalogue, each)),
    ...all.flatMap((each) => unitsDiffer(schema, catalogue, each)),
    ...all.flatMap((each) => rateUnits(schema, each)),
    ...all.flatMap((each) => cycles(schema, catalogue, each)),
  ];
}

/** What is wrong in several spans of years is told for the latest of them. */
function oncePerFault(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, span, facts }) => {
    const key = JSON.stringify([code, span?.start, { ...facts, before: null }]);
    return !seen.has(key) && seen.add(key);
  });
}

/** The years of changes ascend, and each change changes something. */
function checkChanges(schema: SchemaSource, catalogues: Catalogues): readonly Diagnostic[] {
  return [...catalogues.current.indicators.values()].flatMap(({ id, changes }) =>
    changes.flatMap(({ year, pointer }, index) => {
      const last = changes[index - 1];
      if (last && last.year >= year) {
        const related = [{ span: locateInSchema(schema, `${last.pointer}/year`), note: "here" as const }];
        const span = locateInSchema(schema, `${pointer}/year`);
        return [diagnostic("schema-before-order", span, { id, year, after: last.year }, related)];
      }
      const [was, is] = [year - 1, year].map((each) => catalogueOf(catalogues, each).indicators.get(id));
      if (!was || !is || meaning(was) !== meaning(is)) return [];
      return [diagnostic("schema-before-same", locateInSchema(schema, `${pointer}/year`), { id, year })];
    }),
  );
}

function meaning({ unit, quantity, description, countsAs, totalOf }: Indicator): string {
  return JSON.stringify([unit, quantity, description, countsAs, totalOf]);
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
): readonly Diagnostic[] {
  return references(indicator).flatMap(({ keyword, id, at }) => {
    const other = catalogue.indicators.get(id);
    if (!other || keyword === "rateOf" || other.unit === indicator.unit) return [];
    if (other.unit === "" || indicator.unit === "") return [];
    if (keyword === "totalOf" && other.countsAs?.unit === indicator.unit) return [];
    const { before } = catalogue;
    const { unit } = indicator;
    const facts = { keyword, id: indicator.id, unit, other: id, otherUnit: other.unit, before };
    const related = [{ span: locateInSchema(schema, declaredAt(other, "unit")), note: "declared" as const }];
    return [diagnostic("schema-units-differ", locateInSchema(schema, at), facts, related)];
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
