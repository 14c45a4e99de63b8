import equal from "ajv/dist/runtime/equal.js";
import ucs2length from "ajv/dist/runtime/ucs2length.js";
import { type Cache, nameFor } from "../cache.ts";
import { readCatalogues } from "../catalogue/catalogue.ts";
import { readSchema } from "../catalogue/schema-source.ts";
import { type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import { isUnique } from "./is-unique.ts";
import { Pattern, PatternBudget } from "./pattern-match.ts";
import { checkerOf, type Validator, type YearSchema } from "./year-schema.ts";

/** The parts of the library that its generated code calls. */
const libraryParts: Readonly<Record<string, unknown>> = {
  "ajv/dist/runtime/equal": wrapped(equal),
  "ajv/dist/runtime/ucs2length": wrapped(ucs2length),
};

/** Whoever loads CommonJS unwraps its default or leaves it; generated code expects it wrapped. */
function wrapped(part: unknown): unknown {
  return typeof part === "function" ? { default: part } : part;
}

interface PatternTest {
  test(text: string): boolean;
}

/** What a kept validator is: made anew for each schema, since it holds a budget and its last errors. */
type Make = (
  module: { exports: unknown },
  require: (name: string) => unknown,
  pattern: (source: string) => PatternTest,
  unique: typeof isUnique,
) => void;

/** Generated code as an expression that is kept. */
export function keptExpression(code: string): string {
  return `(function (module, require, pattern, isUnique) {${code}\n})`;
}

/** A schema's validators are kept only when nothing at all was to be said about it. */
export function schemaName(file: SourceFile, others: readonly SourceFile[]): string {
  const texts = [file, ...others].flatMap(({ path, text }) => [path.split("/").at(-1) ?? "", text]);
  return nameFor("schema", texts);
}

/** The schema as an earlier run compiled it and found it good; null where none did. */
export function keptSchema(
  file: SourceFile,
  others: readonly SourceFile[],
  cache: Cache,
): Outcome<YearSchema> | null {
  const make = cache.evaluate(schemaName(file, others));
  if (typeof make !== "function") return null;
  const { value: source } = readSchema(file);
  const budget = new PatternBudget();
  const validate = source && validatorOf(make as Make, budget);
  if (!validate) return null;
  const check = checkerOf(
    validate,
    source,
    () => others.flatMap((each) => readSchema(each).value ?? []),
    budget,
  );
  return outcome({ source, catalogues: readCatalogues(source.root), check }, []);
}

function validatorOf(make: Make, budget: PatternBudget): Validator | null {
  const module: { exports: unknown } = { exports: null };
  make(module, libraryPart, (source) => patternOf(source, budget), isUnique);
  return typeof module.exports === "function" ? (module.exports as Validator) : null;
}

function libraryPart(name: string): unknown {
  const part = libraryParts[name];
  if (part === undefined) throw new Error(`no part of the library: ${name}`);
  return part;
}

/** A file is held against few of a schema's patterns: each is parsed when it is first asked. */
function patternOf(source: string, budget: PatternBudget): PatternTest {
  let pattern: Pattern | null = null;
  return {
    test: (text) => {
      pattern ??= new Pattern(source, budget);
      return pattern.test(text);
    },
  };
}
