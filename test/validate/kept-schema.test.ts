import { expect, it } from "vitest";
import type { SourceFile } from "../../src/source/source-file.ts";
import { compileSchema } from "../../src/validate/compile-schema.ts";
import { keptSchema } from "../../src/validate/kept-schema.ts";
import { MemoryCache } from "../support/memory-cache.ts";
import { smallBudget } from "./small-budget.ts";

smallBudget();

const file = (path: string, value: unknown): SourceFile => ({ path, text: JSON.stringify(value) });
const of = (properties: object, more: object = {}): object => ({ type: "object", properties, ...more });

/** The keywords that a value breaks, or what is said of the schema: by the schema as it is kept. */
function brokenWhenKept(schema: object, value: unknown, ...others: readonly SourceFile[]): unknown {
  const main = file("schemas/year.schema.json", schema);
  const cache = new MemoryCache();
  const compiled = compileSchema(main, others, cache).value;
  const kept = keptSchema(main, others, cache);
  expect(kept?.diagnostics).toEqual([]);
  expect(kept?.value?.source).toEqual(compiled?.source);
  expect(kept?.value?.catalogues).toEqual(compiled?.catalogues);
  const found = kept?.value?.check(value);
  expect(found).toEqual(compiled?.check(value));
  return (
    found?.value?.map(({ keyword }) => keyword) ??
    found?.diagnostics.map(({ facts, span }) => [
      "fault" in facts && facts.fault,
      span?.file.path,
      span?.file.text.slice(span.start, span.end),
    ])
  );
}

const deep = (levels: number): unknown => (levels === 0 ? [] : [deep(levels - 1)]);

it.each<readonly [object, unknown, readonly string[]]>([
  [{ type: "string" }, "a", []],
  [{ type: "string" }, 5, ["type"]],
  [{ type: "string", minLength: 2 }, "𠀀", ["minLength"]],
  [{ type: "string", maxLength: 1 }, "𠀀", []],
  [{ enum: [{ a: [1] }] }, { a: [1] }, []],
  [{ enum: [{ a: [1] }] }, { a: [2] }, ["enum"]],
  [{ type: "string", pattern: "^a+$" }, "aa", []],
  [{ type: "string", pattern: "^a+$" }, "ab", ["pattern"]],
  [of({}, { patternProperties: { "^x": { type: "string" } } }), { x1: 1, y1: 1 }, ["type"]],
  [{ type: "array", uniqueItems: true }, [1, 2], []],
  [{ type: "array", uniqueItems: true }, [1, 1], ["uniqueItems"]],
  [
    of({ indicators: of({ g: of({ a: { title: "甲", unit: "次", quantity: "count", type: "number" } }) }) }),
    { indicators: { g: { a: "五" } } },
    ["type"],
  ],
])("a kept schema %j finds in %j: %j", (schema, value, keywords) => {
  expect(brokenWhenKept(schema, value)).toEqual(keywords);
});

it("a kept schema finds the other files, and the fault in them", () => {
  const slow = "(.?){2000}x";
  const other = file("schemas/o.json", { $defs: { a: { type: "string", pattern: slow } } });
  const schema = { $ref: "o.json#/$defs/a" };
  expect(brokenWhenKept(schema, 5, other)).toEqual(["type"]);
  expect(brokenWhenKept(schema, "a".repeat(1000), other)).toEqual([
    [{ kind: "pattern-slow" }, "schemas/o.json", JSON.stringify(slow)],
  ]);
});

it("a kept schema checks one value after another, and stops where one is too deep", () => {
  const main = file("s.json", { type: "array", items: { $ref: "#" } });
  const cache = new MemoryCache();
  compileSchema(main, [], cache);
  const check = keptSchema(main, [], cache)?.value?.check;
  expect([5, [], [5], []].map((each) => check?.(each).value?.length)).toEqual([1, 0, 1, 0]);
  let tooDeep: unknown = deep(1000);
  for (let level = 0; level < 100_000; level++) tooDeep = [tooDeep];
  expect(check?.(tooDeep).diagnostics.map(({ code, facts }) => [code, facts])).toEqual([
    ["schema-invalid", { fault: { kind: "depth" } }],
  ]);
});

it("a schema is kept only where nothing is to be said of it", () => {
  const g = { a: { title: "甲", unit: "次", quantity: "count", atMost: "g.b" } };
  for (const schema of [{ type: "text" }, { $ref: "none.json" }, of({ indicators: of({ g: of(g) }) })]) {
    const cache = new MemoryCache();
    const main = file("s.json", schema);
    expect(compileSchema(main, [], cache).diagnostics).toHaveLength(1);
    expect([cache.kept.size, keptSchema(main, [], cache)]).toEqual([0, null]);
  }
});

it("a kept schema is none for other texts, other names, or another order of files", () => {
  const [main, one, two] = [file("s/m.json", { type: "string" }), file("s/1.json", {}), file("s/2.json", {})];
  const cache = new MemoryCache();
  compileSchema(main, [one, two], cache);
  expect(keptSchema({ ...main, path: "/else/where/m.json" }, [one, two], cache)).not.toBeNull();
  for (const [first, ...rest] of [
    [main, one],
    [main, two, one],
    [{ ...main, path: "s/n.json" }, one, two],
    [{ ...main, text: `${main.text} ` }, one, two],
    [main, one, file("s/2.json", { $defs: {} })],
  ])
    expect(first && keptSchema(first, rest, cache)).toBeNull();
});

it("what is kept and is no validator is made anew", () => {
  const main = file("s.json", { type: "string" });
  for (const text of ["5", "(function (module) { module.exports = 5; })"]) {
    const cache = new MemoryCache();
    compileSchema(main, [], cache);
    for (const name of cache.kept.keys()) cache.kept.set(name, text);
    expect(keptSchema(main, [], cache)).toBeNull();
  }
});
