import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import type { Cache } from "../cache.ts";
import { readCatalogues } from "../catalogue/catalogue.ts";
import { checkCatalogue } from "../catalogue/check-catalogue.ts";
import { text } from "../catalogue/schema-node.ts";
import { readSchema, type SchemaSource } from "../catalogue/schema-source.ts";
import { failed, hasErrors, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import { keptExpression, schemaName } from "./kept-schema.ts";
import { Pattern, PatternBudget } from "./pattern-match.ts";
import { UnusablePattern } from "./pattern-syntax.ts";
import { type Cost, costOf } from "./schema-cost.ts";
import { decoded, metaFaults, type PlacedFault, thrownFault, valueAt } from "./schema-faults.ts";
import { findKey, invalid, nowhere, placeOfPattern } from "./schema-places.ts";
import { uniqueItems } from "./unique-items.ts";
import { vocabulary } from "./vocabulary.ts";
import { checkerOf, type YearSchema } from "./year-schema.ts";

/**
 * `others` are the further files of `schemas/`, which the first may refer to by name. A schema about which there is
 * nothing to say is kept in the cache: `keptSchema` has it then.
 */
export function compileSchema(
  file: SourceFile,
  others: readonly SourceFile[] = [],
  cache: Cache | null = null,
): Outcome<YearSchema> {
  const sources = [file, ...others].map(readSchema);
  const faults = sources.flatMap((each) => each.diagnostics);
  const [main, ...rest] = sources.flatMap((each) => each.value ?? []);
  if (!main || hasErrors(faults)) return { value: null, diagnostics: faults };
  const { fault: costly, lost } = costOf(main, [main, ...rest]);
  if (costly) return failed(invalid(...costly));
  const budget = new PatternBudget();
  budget.refill();
  const compiled = compileWithAjv(main, rest, lost, budget, cache !== null);
  if (!compiled.value) return { value: null, diagnostics: compiled.diagnostics };
  const { validate, ajv } = compiled.value;
  const catalogues = readCatalogues(main.root);
  const check = checkerOf(validate, main, () => rest, budget);
  const diagnostics = [...faults, ...checkCatalogue(main, catalogues)];
  if (cache && diagnostics.length === 0)
    cache.write(schemaName(file, others), () => keptExpression(standalone.default(ajv, validate)));
  return outcome({ source: main, catalogues, check }, diagnostics);
}

interface Compiled {
  readonly ajv: Ajv2020;
  readonly validate: ValidateFunction;
}

function compileWithAjv(
  main: SchemaSource,
  rest: readonly SchemaSource[],
  lost: Cost["lost"],
  budget: PatternBudget,
  keepsSource: boolean,
): Outcome<Compiled> {
  // `code` is what the generated source calls: a parameter of `keptExpression`.
  const regExp = Object.assign((source: string) => new Pattern(source, budget), { code: "pattern" });
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    logger: false,
    // Each schema is held against its metaschema below, with the place of every fault; once is enough.
    validateSchema: false,
    // A schema is compiled to be used once: shorter code made sooner is worth more than faster code.
    inlineRefs: false,
    code: { optimize: false, regExp, source: keepsSource },
  });
  ajv.removeKeyword("uniqueItems");
  ajv.addVocabulary([uniqueItems, ...vocabulary]);
  let current = main;
  try {
    for (const schema of [main, ...rest]) {
      current = schema;
      if (ajv.validateSchema(schema.root.value) !== true)
        return failed(...metaFaults(ajv.errors ?? []).map((each) => invalid(schema, each)));
    }
    for (const schema of rest) {
      current = schema;
      const { file, root } = schema;
      ajv.addSchema(root.value, text(root.value.$id) ?? file.path.split("/").at(-1));
    }
    if (lost.length > 0) return failed(...lost.map((each) => invalid(...each)));
    current = main;
    return outcome({ ajv, validate: ajv.compile(main.root.value) }, []);
  } catch (error) {
    if (error instanceof UnusablePattern)
      return failed(
        invalid(...placeOfPattern([main, ...rest], error.pattern, { kind: `pattern-${error.fault}` })),
      );
    if (error instanceof RangeError)
      return failed(invalid(current, { ...nowhere, fault: { kind: "depth" } }));
    if (!(error instanceof Error)) throw error;
    return failed(...thrown(current, ajv, error.message).map((each) => invalid(current, each)));
  }
}

/** The library stops at its first fault and names a place only in words: keyword "x", or path "#/…". */
function thrown(schema: SchemaSource, ajv: Ajv2020, message: string): readonly PlacedFault[] {
  const [, keyword, path] = /^keyword "(\w+)" value is invalid at path "#([^"]*)"/.exec(message) ?? [];
  const definition = vocabulary.find((each) => each.keyword === keyword);
  if (keyword !== undefined && path !== undefined && definition?.metaSchema) {
    const pointer = `${decoded(path)}/${keyword}`;
    const meta = ajv.compile(definition.metaSchema);
    if (!meta(valueAt(schema.root.value, pointer))) return metaFaults(meta.errors ?? [], pointer);
  }
  const isDialect = /URI/.test(message) && !usual.test(text(schema.root.value.$schema) ?? "");
  const { fault, name } = thrownFault(isDialect ? "$schema must be" : message);
  const wanted = fault.kind === "reference" || fault.kind === "format" ? fault.found : undefined;
  const at = decoded(/ at (?:path )?"[^"#]*#(\/[^"]*)"/.exec(message)?.[1] ?? "");
  const inside = at === "" ? schema.root.value : valueAt(schema.root.value, at);
  const pointer = name === "" ? at : (findKey(inside, name, at, wanted) ?? at);
  return [{ fault, pointer, which: "key" }];
}

const usual = /^$|^https:\/\/json-schema\.org\/draft\/2020-12\/schema#?$/;
