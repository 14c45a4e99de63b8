import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { type Catalogues, readCatalogues } from "../catalogue/catalogue.ts";
import { checkCatalogue } from "../catalogue/check-catalogue.ts";
import { text } from "../catalogue/schema-node.ts";
import { locateInSchema, readSchema, type SchemaSource } from "../catalogue/schema-source.ts";
import { diagnostic, failed, hasErrors, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import { pointerPart } from "../parse/data-node.ts";
import type { SourceFile } from "../source/source-file.ts";
import { vocabulary } from "./vocabulary.ts";

export type { ErrorObject };

/** A schema that is ready to check a year's data. */
export interface YearSchema {
  readonly source: SchemaSource;
  readonly catalogues: Catalogues;
  readonly check: (value: unknown) => readonly ErrorObject[];
}

/** `others` are the further files of `schemas/`, which the first may refer to by name. */
export function compileSchema(file: SourceFile, others: readonly SourceFile[] = []): Outcome<YearSchema> {
  const sources = [file, ...others].map(readSchema);
  const diagnostics = sources.flatMap((each) => each.diagnostics);
  const [main, ...rest] = sources.flatMap((each) => each.value ?? []);
  if (!main || hasErrors(diagnostics)) return { value: null, diagnostics };
  const compiled = compileWithAjv(main, rest);
  if (!compiled.value) return { value: null, diagnostics: compiled.diagnostics };
  const catalogues = readCatalogues(main.root);
  const check = checkerOf(compiled.value);
  return outcome({ source: main, catalogues, check }, [...diagnostics, ...checkCatalogue(main, catalogues)]);
}

function checkerOf(validate: ValidateFunction): YearSchema["check"] {
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}

function compileWithAjv(main: SchemaSource, rest: readonly SchemaSource[]): Outcome<ValidateFunction> {
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
    code: { optimize: false },
  });
  ajv.addVocabulary(vocabulary);
  let current = main;
  try {
    for (const schema of [main, ...rest]) {
      current = schema;
      if (ajv.validateSchema(schema.root.value) !== true)
        return failed(...(ajv.errors ?? []).map((e) => invalid(schema, e)));
    }
    for (const schema of rest) {
      current = schema;
      const { file, root } = schema;
      ajv.addSchema(root.value, text(root.value.$id) ?? file.path.split("/").at(-1));
    }
    current = main;
    return outcome(ajv.compile(main.root.value), []);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const pointer = pointerIn(current, detail);
    return failed(diagnostic("schema-invalid", locateInSchema(current, pointer, "key"), { detail }));
  }
}

function invalid(schema: SchemaSource, error: ErrorObject): ReturnType<typeof diagnostic> {
  const detail = `${error.instancePath || "/"} ${error.message ?? error.keyword}`;
  return diagnostic("schema-invalid", locateInSchema(schema, error.instancePath), { detail });
}

/** The library names a faulty place only in words: keyword "x", or schema path "#/…". */
function pointerIn(schema: SchemaSource, message: string): string {
  const reference = /can't resolve reference (\S+)/.exec(message)?.[1];
  if (/no schema with key or ref|URI/.test(message)) return "/$schema";
  const pattern = /Invalid regular expression: \/(.*)\/u: /.exec(message)?.[1];
  if (pattern) return findKey(schema.root.value, "pattern", "", pattern) ?? "";
  if (reference) return findKey(schema.root.value, "$ref", "", reference) ?? "";
  const path = /#(\/[^\s"]+)/.exec(message)?.[1];
  if (path) return path;
  const keyword = /: "(\w+)"|keyword "?(\w+)"?/.exec(message);
  const name = keyword?.[1] ?? keyword?.[2];
  return name ? (findKey(schema.root.value, name, "") ?? "") : "";
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
