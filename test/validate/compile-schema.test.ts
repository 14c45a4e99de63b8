import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.ts";
import { compileSchema } from "../../src/validate/compile-schema.ts";
import { smallBudget } from "./small-budget.ts";

smallBudget();

const file = (path: string, value: unknown): { readonly path: string; readonly text: string } => ({
  path,
  text: JSON.stringify(value),
});

type Told = readonly [unknown, string];

/** Each fault, and the text that it is shown at; of another file, with its name. */
const inShort = ({ facts, span }: Diagnostic): Told => {
  const text = span ? span.file.text.slice(span.start, span.end) : "nowhere";
  const path = span?.file.path === "s.json" ? "" : `${span?.file.path} `;
  return ["fault" in facts ? facts.fault : facts, path + text];
};

function faults(schema: unknown, ...others: readonly (readonly [string, unknown])[]): readonly Told[] {
  const more = others.map(([path, value]) => file(path, value));
  return compileSchema(file("s.json", schema), more).diagnostics.map(inShort);
}

/** The keywords that a value breaks, or what is wrong with the schema itself. */
function broken(
  schema: unknown,
  value: unknown,
  ...others: readonly (readonly [string, unknown])[]
): unknown {
  const more = others.map(([path, each]) => file(path, each));
  const { value: compiled, diagnostics } = compileSchema(file("s.json", schema), more);
  if (!compiled) return diagnostics.map(inShort);
  const checked = compiled.check(value);
  return checked.value?.map(({ keyword }) => keyword) ?? checked.diagnostics.map(inShort);
}

describe("a schema that holds", () => {
  it.each<readonly [unknown, unknown, readonly string[]]>([
    [{ type: "string", minLength: 2 }, "ab", []],
    [{ type: "string", minLength: 2 }, "a", ["minLength"]],
    [{ type: "object", required: ["a", "b"] }, {}, ["required", "required"]],
    [{ type: ["string", "array"], minLength: 2, minItems: 1 }, [], ["minItems"]],
    [{ type: "string", pattern: "^\\d{2}$" }, "1", ["pattern"]],
    [{ type: "string", pattern: "^\\d{2}$" }, "12", []],
    [{ type: "object", patternProperties: { "^x-": { type: "string" } } }, { "x-a": 1, y: 1 }, ["type"]],
    [
      { type: "object", properties: { a: { $ref: "#/$defs/d" } }, $defs: { d: { enum: [1] } } },
      { a: 2 },
      ["enum"],
    ],
  ])("%j finds in %j: %j", (schema, value, keywords) => {
    expect(broken(schema, value)).toEqual(keywords);
  });

  it("finds the others by their names, or by the names of their files", () => {
    const other = { $defs: { d: { type: "string" } } };
    expect(broken({ $ref: "other.json#/$defs/d" }, 5, ["schemas/other.json", other])).toEqual(["type"]);
    expect(
      broken({ $ref: "urn:example:x#/$defs/d" }, 5, ["schemas/o.json", { $id: "urn:example:x", ...other }]),
    ).toEqual(["type"]);
    expect(broken({ $ref: "other.json#/$defs/d" }, "a", ["schemas/other.json", other])).toEqual([]);
  });

  it("has for every value as many steps as for the first", () => {
    const { value } = compileSchema(file("s.json", { type: "string", pattern: "(.?){400}x" }));
    const long = "a".repeat(60);
    const once = value?.check(long);
    expect(once?.diagnostics).toEqual([]);
    for (let round = 0; round < 2; round++) expect(value?.check(long)).toEqual(once);
  });
});

describe("a schema that is too costly to check with", () => {
  const slow = "(.?){2000}x";
  it.each<readonly [object, unknown, string]>([
    [{ properties: { a: { type: "string", pattern: slow } } }, { a: "a".repeat(1000) }, `"${slow}"`],
    [{ patternProperties: { [slow]: {} } }, { ["a".repeat(1000)]: 1 }, `"${slow}"`],
  ])("is told so at its pattern, case %#", (schema, value, at) => {
    expect(broken({ type: "object", ...schema }, value)).toEqual([[{ kind: "pattern-slow" }, at]]);
  });

  it("is told so in the file that has the pattern", () => {
    const other = { $defs: { d: { type: "string", pattern: slow } } };
    expect(broken({ $ref: "o.json#/$defs/d" }, "a".repeat(1000), ["o.json", other])).toEqual([
      [{ kind: "pattern-slow" }, `o.json "${slow}"`],
    ]);
  });

  it("is told so for a value that is too deep for it", () => {
    let deep: unknown = [];
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(broken({ type: "array", items: { $ref: "#" } }, deep)).toEqual([[{ kind: "depth" }, '"type"']]);
  });
});

describe("a schema that does not hold", () => {
  const shape = (keyword: string, wanted: readonly string[]): unknown => ({ kind: "type", keyword, wanted });
  it.each<readonly [object, unknown, string]>([
    [
      { type: "text" },
      {
        kind: "choice",
        keyword: "type",
        wanted: ["array", "boolean", "integer", "null", "number", "object", "string"],
      },
      '"text"',
    ],
    [{ type: "object", properties: [] }, shape("properties", ["object"]), '"properties"'],
    [{ type: "object", required: [5] }, shape("required", ["string"]), "5"],
    [{ type: "object", required: ["a", "a"] }, { kind: "repeated", keyword: "required" }, '"required"'],
    [{ type: "string", minLength: -1 }, { kind: "limit", keyword: "minLength", wanted: "≥ 0" }, "-1"],
    [{ type: "string", minLength: 1.5 }, shape("minLength", ["integer"]), "1.5"],
    [{ type: "number", multipleOf: 0 }, { kind: "limit", keyword: "multipleOf", wanted: "> 0" }, "0"],
    [{ allOf: [] }, { kind: "empty", keyword: "allOf" }, '"allOf"'],
    [
      { allOf: [{ type: 5 }] },
      {
        kind: "choice",
        keyword: "type",
        wanted: ["array", "boolean", "integer", "null", "number", "object", "string"],
      },
      "5",
    ],
    [{ title: 5 }, shape("title", ["string"]), "5"],
    [{ unit: "" }, { kind: "empty", keyword: "unit" }, '""'],
    [
      { rateOf: { part: "g.a", whole: "g.b", by: 1 } },
      { kind: "key-unknown", keyword: "rateOf", key: "by" },
      '"by"',
    ],
    [{ $ref: "#/$defs/none" }, { kind: "reference", found: "#/$defs/none" }, '"$ref"'],
    [
      { properties: { a: { $ref: "none.json" } }, type: "object" },
      { kind: "reference", found: "none.json" },
      '"$ref"',
    ],
    [{ enum: [] }, { kind: "empty", keyword: "enum" }, '"enum"'],
    [{ type: "array", prefixItems: [{}] }, { kind: "other", keyword: "prefixItems" }, '"prefixItems"'],
    [
      { allOf: [...Array.from({ length: 10 }, () => true), 5] },
      { kind: "type", keyword: "allOf", wanted: ["object", "boolean"] },
      "5",
    ],
    [{ $ref: "#/constructor" }, { kind: "reference", found: "#/constructor" }, '"$ref"'],
    [
      { $ref: "#/$defs/b", $defs: { b: { $id: "b", $ref: "c", $defs: { c: { $id: "c" } } } } },
      { kind: "reference", found: "c" },
      '"$ref"',
    ],
    [{ $schema: "http://json-schema.org/draft-07/schema#" }, { kind: "dialect" }, '"$schema"'],
    [{ $schema: "https://json-schema.org/draft/2020-12/schemas" }, { kind: "dialect" }, '"$schema"'],
    [{ unitt: "次" }, { kind: "unknown", keyword: "unitt" }, '"unitt"'],
    [
      { type: "object", properties: { a: { lenght: 1 } } },
      { kind: "unknown", keyword: "lenght" },
      '"lenght"',
    ],
    [{ type: "string", format: "day" }, { kind: "format", found: "day" }, '"format"'],
    [
      { type: "object", properties: { format: { type: "string", format: "day" } } },
      { kind: "format", found: "day" },
      '"format"',
    ],
    [{ minLength: 1 }, { kind: "type-needed", keyword: "minLength", wanted: ["string"] }, '"minLength"'],
    [{ type: "object", if: {} }, { kind: "no-effect", keyword: "if" }, '"if"'],
    [{ type: "string", pattern: "(" }, { kind: "pattern-syntax" }, '"("'],
    [{ type: "string", pattern: "(?=a)" }, { kind: "pattern-look-around" }, '"(?=a)"'],
    [
      { type: "object", patternProperties: { "(a)\\1": {} } },
      { kind: "pattern-back-reference" },
      '"(a)\\\\1"',
    ],
    [{ type: "string", pattern: "a{9999}" }, { kind: "pattern-size" }, '"a{9999}"'],
  ])("%j: %j", (schema, fault, at) => {
    expect(faults(schema)).toEqual([[fault, at]]);
  });

  it.each(["https://json-schema.org/draft/2020-12/schema", "https://json-schema.org/draft/2020-12/schema#"])(
    "is not one that says %s",
    ($schema) => {
      expect(faults({ $schema })).toEqual([]);
    },
  );

  it.each<readonly [string, object]>([
    ['"format"', { properties: { format: { type: "string", format: "day" } } }],
    ['"minLength"', { properties: { minLength: { minLength: 1 } } }],
  ])("is told at the keyword, not at what is called like it before: %s of %j", (found, more) => {
    const schema = file("s.json", { type: "object", ...more });
    const spans = compileSchema(schema).diagnostics.map(({ span }) => span?.start);
    expect(spans).toEqual([schema.text.lastIndexOf(found)]);
  });

  it("is told with all that its metaschema finds, one fault a place", () => {
    expect(faults({ title: 5, description: 6, type: "object" }).map(([, at]) => at)).toEqual(["5", "6"]);
  });

  it("is told in the file that has the fault", () => {
    expect(faults({ $ref: "o.json" }, ["o.json", { title: 5 }])).toEqual([
      [shape("title", ["string"]), "o.json 5"],
    ]);
    expect(faults({ $ref: "o.json" }, ["o.json", { type: "string", pattern: "(" }])).toEqual([
      [{ kind: "pattern-syntax" }, 'o.json "("'],
    ]);
    // A file that says its own name has no other.
    expect(faults({ $ref: "o.json" }, ["o.json", { $id: "urn:example:x" }])).toEqual([
      [{ kind: "reference", found: "o.json" }, '"$ref"'],
    ]);
    expect(faults({ $ref: "o.json" }, ["a.json", { $id: "o.json" }], ["b.json", { $id: "o.json" }])).toEqual([
      [{ kind: "id" }, 'b.json "$id"'],
    ]);
  });

  it("is told for every file whose text cannot be read", () => {
    const found = compileSchema({ path: "s.json", text: "{" }, [{ path: "o.json", text: "[]" }]);
    expect([found.value, found.diagnostics.map(({ code }) => code)]).toEqual([
      null,
      ["json-syntax", "json-syntax"],
    ]);
    const one = compileSchema(file("s.json", {}), [{ path: "o.json", text: "[]" }]);
    expect([one.value, one.diagnostics.map(({ code }) => code)]).toEqual([null, ["json-syntax"]]);
  });
});
