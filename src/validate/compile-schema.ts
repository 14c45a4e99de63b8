import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { type Catalogues, readCatalogues } from "../catalogue/catalogue.ts";
import { checkCatalogue } from "../catalogue/check-catalogue.ts";
import { text } from "../catalogue/schema-node.ts";
import { locateInSchema, readSchema, type SchemaSource } from "../catalogue/schema-source.ts";
import {
  type Diagnostic,
  diagnostic,
  failed,
  hasErrors,
  type Outcome,
  outcome,
} from "../diagnostic/diagnostic.ts";
import type { SchemaFault } from "../diagnostic/words/schema-fault.ts";
import { pointerPart } from "../parse/data-node.ts";
import type { SourceFile } from "../source/source-file.ts";
import { Pattern, PatternBudget, PatternTooSlow } from "./pattern-match.ts";
import { UnusablePattern } from "./pattern-syntax.ts";
import { costFault } from "./schema-cost.ts";
import { metaFaults, type PlacedFault, thrownFault, valueAt } from "./schema-faults.ts";
import { uniqueItems } from "./unique-items.ts";
import { vocabulary } from "./vocabulary.ts";

export type { ErrorObject };

/** A schema that is ready to check a year's data. */
export interface YearSchema {
  readonly source: SchemaSource;
  readonly catalogues: Catalogues;
  /** What is wrong with the data; null, and a diagnostic, where the schema makes that too costly to find out. */
  readonly check: (value: unknown) => Outcome<readonly ErrorObject[]>;
}

/** `others` are the further files of `schemas/`, which the first may refer to by name. */
export function compileSchema(file: SourceFile, others: readonly SourceFile[] = []): Outcome<YearSchema> {
  const sources = [file, ...others].map(readSchema);
  const diagnostics = sources.flatMap((each) => each.diagnostics);
  const [main, ...rest] = sources.flatMap((each) => each.value ?? []);
  if (!main || hasErrors(diagnostics)) return { value: null, diagnostics };
  const costly = costFault(main, [main, ...rest]);
  if (costly) return failed(invalid(...costly));
  const budget = new PatternBudget();
  budget.refill();
  const compiled = compileWithAjv(main, rest, budget);
  if (!compiled.value) return { value: null, diagnostics: compiled.diagnostics };
  const catalogues = readCatalogues(main.root);
  const check = checkerOf(compiled.value, [main, ...rest], budget);
  return outcome({ source: main, catalogues, check }, [...diagnostics, ...checkCatalogue(main, catalogues)]);
}

function checkerOf(
  validate: ValidateFunction,
  sources: readonly SchemaSource[],
  budget: PatternBudget,
): YearSchema["check"] {
  return (value) => {
    budget.refill();
    try {
      return outcome(validate(value) ? [] : (validate.errors ?? []), []);
    } catch (error) {
      const [main] = sources;
      if (error instanceof RangeError && main)
        return failed(invalid(main, { ...nowhere, fault: { kind: "depth" } }));
      if (!(error instanceof PatternTooSlow)) throw error;
      return failed(invalid(...placeOfPattern(sources, error.pattern, { kind: "pattern-slow" })));
    }
  };
}

function compileWithAjv(
  main: SchemaSource,
  rest: readonly SchemaSource[],
  budget: PatternBudget,
): Outcome<ValidateFunction> {
  const regExp = Object.assign((source: string) => new Pattern(source, budget), { code: "new Pattern" });
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
    code: { optimize: false, regExp },
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
    current = main;
    return outcome(ajv.compile(main.root.value), []);
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

const nowhere = { pointer: "", which: "value" } as const;

function invalid(schema: SchemaSource, { fault, pointer, which }: PlacedFault): Diagnostic {
  return diagnostic("schema-invalid", locateInSchema(schema, pointer, which), { fault });
}

/** A pattern is a value of `pattern`, or a name below `patternProperties`. */
function placeOfPattern(
  sources: readonly SchemaSource[],
  pattern: string,
  fault: SchemaFault,
): [SchemaSource, PlacedFault] {
  for (const source of sources) {
    const value = findKey(source.root.value, "pattern", "", pattern);
    if (value !== null) return [source, { fault, pointer: value, which: "value" }];
    const key = findKey(source.root.value, pattern, "");
    if (key !== null) return [source, { fault, pointer: key, which: "key" }];
  }
  const [main] = sources;
  if (!main) throw new Error("no schema");
  return [main, { ...nowhere, fault }];
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

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function findKey(value: unknown, name: string, pointer: string, wanted?: string): string | null {
  if (typeof value !== "object" || value === null) return null;
  const found = new Map(Object.entries(value)).get(name);
  if (found !== undefined && (wanted === undefined || found === wanted)) return `${pointer}/${name}`;
  for (const [key, inner] of Object.entries(value)) {
    const at = pointer + pointerPart(key);
    const deeper = findKey(inner, name, at, wanted);
    if (deeper !== null) return deeper;
  }
  return null;
}
