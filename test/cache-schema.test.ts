import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toValue } from "../src/parse/data-node.ts";
import { parseYaml } from "../src/parse/parse-yaml.ts";
import type { SourceFile } from "../src/source/source-file.ts";
import { compileSchema } from "../src/validate/compile-schema.ts";
import { keptSchema } from "../src/validate/kept-schema.ts";
import type { YearSchema } from "../src/validate/year-schema.ts";
import { casesFolder } from "./support/case.ts";
import { MemoryCache } from "./support/memory-cache.ts";
import { root } from "./support/root.ts";

/** `FUZZ=100 npx vitest …` looks a hundred times as long. */
const longer = Number(process.env.FUZZ ?? 1);

interface Both {
  readonly slow: YearSchema;
  readonly kept: YearSchema;
}

/** A schema as it is compiled and as the next run finds it. What is not kept must have something said about it. */
function both(file: SourceFile, others: readonly SourceFile[] = []): Both | null {
  const cache = new MemoryCache();
  const { value: slow, diagnostics } = compileSchema(file, others, cache);
  const kept = keptSchema(file, others, cache);
  expect([kept === null, cache.kept.size]).toEqual(diagnostics.length > 0 ? [true, 0] : [false, 1]);
  if (!kept) return null;
  expect(kept.diagnostics).toEqual([]);
  if (!slow || !kept.value) throw new Error("good, but without a value");
  expect(kept.value.catalogues).toEqual(slow.catalogues);
  expect(kept.value.source).toEqual(slow.source);
  return { slow, kept: kept.value };
}

/** Every field of every error, and what is said where there is no end to it. */
function alike({ slow, kept }: Both, value: unknown): boolean {
  const { value: errors, diagnostics } = slow.check(value);
  expect(kept.check(value)).toEqual({ value: errors, diagnostics });
  return errors?.length === 0;
}

function schemaOf(value: unknown): SourceFile {
  return { path: "schemas/year.schema.json", text: JSON.stringify(value) };
}

const folders = [join(casesFolder, "base"), root].map((folder) => {
  const data = join(folder, "data/2022.yaml");
  const { value } = parseYaml({ path: data, text: readFileSync(data, "utf8") });
  if (!value) throw new Error(data);
  const text = readFileSync(join(folder, "schemas/year.schema.json"), "utf8");
  return { schema: { path: "schemas/year.schema.json", text }, data: toValue(value.root) };
});

const leaf = fc.oneof(
  fc.constantFrom(null, true, false, 0, -1, 1.5, 2022, Number.NaN, Number.POSITIVE_INFINITY, "", " ", "字"),
  fc.constantFrom("2022-01", "6300余", "𠀀𠀀", "__proto__", "constructor"),
  fc.string({ maxLength: 5 }),
);
const name = fc.oneof(
  fc.constantFrom("value", "period", "title", "sum", "where"),
  fc.string({ maxLength: 3 }),
);
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(name, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

const inner = fc.constantFrom<unknown>(
  true,
  false,
  { type: "string", minLength: 2 },
  { type: "integer", minimum: 1 },
  { const: { a: [1] } },
  { type: "array", uniqueItems: true },
  { type: "string", pattern: "^(?:\\d{4}|字+)$" },
  { $ref: "#/$defs/text" },
  { $ref: "more.json#/$defs/list" },
  {},
);
const count = fc.nat(3);

/** Keywords of all kinds: also those that look into what others have looked at. */
const entries = Object.entries<fc.Arbitrary<unknown>>({
  type: fc.constantFrom<unknown>("string", "number", "object", "array", ["string", "array"], ["object"]),
  enum: fc.uniqueArray(fc.constantFrom<unknown>("字", 1, null, [1, { a: 2 }]), { minLength: 1 }),
  minimum: fc.integer({ min: -2, max: 3 }),
  minLength: count,
  maxLength: count,
  maxItems: count,
  minProperties: count,
  pattern: fc.constantFrom("^a*$", "\\d{4}-", "字", "(", "^(?:[^余]{0,9}余?)+$"),
  uniqueItems: fc.boolean(),
  items: inner,
  prefixItems: fc.array(inner, { minLength: 1, maxLength: 2 }),
  contains: inner,
  properties: fc.dictionary(name, inner, { maxKeys: 3, noNullPrototype: true }),
  patternProperties: fc.dictionary(fc.constantFrom("^v", "e$"), inner, { minKeys: 1, noNullPrototype: true }),
  additionalProperties: inner,
  unevaluatedProperties: inner,
  unevaluatedItems: inner,
  propertyNames: fc.constant({ pattern: "^[a-z]+$" }),
  dependentRequired: fc.constant({ value: ["period"] }),
  required: fc.uniqueArray(name, { maxLength: 3 }),
  allOf: fc.array(inner, { minLength: 1, maxLength: 2 }),
  anyOf: fc.array(inner, { minLength: 1, maxLength: 2 }),
  oneOf: fc.array(inner, { minLength: 1, maxLength: 2 }),
  not: inner,
  $ref: fc.constantFrom("#/$defs/text", "more.json", "missing.json"),
  $dynamicRef: fc.constant("#node"),
  format: fc.constant("date"),
  totalOf: fc.constantFrom(["a.b"], ["a"]),
  description: fc.constantFrom("一\u2028二", ["*/ `$", "{x}` \\"].join(""), "require('fs')"),
}).map(([keyword, values]) => values.map((value): readonly [string, unknown] => [keyword, value]));
const schemaValue = fc
  .uniqueArray(fc.oneof(...entries), { minLength: 1, maxLength: 4, selector: ([keyword]) => keyword })
  .map((chosen) => ({
    ...Object.fromEntries(chosen),
    $defs: {
      text: { type: "string" },
      node: { $dynamicAnchor: "node", type: "array", items: { type: "number" } },
    },
  }));
const more = {
  path: "schemas/more.json",
  text: JSON.stringify({ type: "object", $defs: { list: { type: "array", items: { type: "string" } } } }),
};

/** One value in the whole is another one, or is gone. */
function changed(value: unknown, way: readonly number[], by: unknown): unknown {
  const [step, ...rest] = way;
  if (typeof value !== "object" || value === null || step === undefined) return by;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(keys.length, 1)] ?? "new";
  const copy: Record<string, unknown> = { ...value };
  const next = changed(copy[key], rest, by);
  if (next === undefined) delete copy[key];
  else copy[key] = next;
  return Array.isArray(value) ? Object.values(copy) : copy;
}

const way = fc.array(fc.nat(50), { minLength: 1, maxLength: 8 });

describe("a kept schema", () => {
  it("gives the errors of the one that was compiled, for data of any shape", () => {
    const seen = { valid: 0, invalid: 0 };
    for (const { schema, data } of folders) {
      const found = both(schema);
      if (!found) throw new Error("a shipped schema has faults");
      expect(alike(found, data)).toBe(true);
      fc.assert(
        fc.property(way, fc.option(anything, { nil: undefined }), (at, by) => {
          seen[alike(found, changed(data, at, by)) ? "valid" : "invalid"]++;
        }),
        { numRuns: longer * 300 },
      );
    }
    expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(10);
  });

  it("is as good as the compiled one for schemas of any keywords", () => {
    let kept = 0;
    const values = fc.array(anything, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(schemaValue, values, (schema, data) => {
        const found = both(schemaOf(schema), [more]);
        if (!found) return;
        kept++;
        for (const each of data) alike(found, each);
      }),
      { numRuns: longer * 150 },
    );
    expect(kept).toBeGreaterThan(5);
  });

  it("is the same for every schema of the cases; one with a fault is not kept", () => {
    const paths = readdirSync(casesFolder, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith("year.schema.json"),
    );
    const texts = new Set(paths.map((path) => readFileSync(join(casesFolder, path), "utf8")));
    const kept = [...texts].flatMap((text) => both({ path: "schemas/year.schema.json", text }) ?? []);
    for (const each of kept) for (const { data } of folders) alike(each, data);
    expect(kept.length).toBeGreaterThan(10);
    expect(texts.size - kept.length).toBeGreaterThan(10);
  });
});
