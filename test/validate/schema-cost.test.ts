import { describe, expect, it } from "vitest";
import { readSchema, type SchemaSource } from "../../src/catalogue/schema-source.ts";
import { type Cost, costOf } from "../../src/validate/schema-cost.ts";

function source(value: object, path: string = "schemas/year.schema.json"): SchemaSource {
  const read = readSchema({ path, text: JSON.stringify(value) }).value;
  if (!read) throw new Error("no schema");
  return read;
}

type Others = readonly (readonly [string, object])[];

/** `cost at /…`, or null where the schema may be used. */
function fault(value: object, ...others: Others): string | null {
  const found = costs(value, others).fault;
  return found && shown(found);
}

/** The references that were not followed. */
function lost(value: object, ...others: Others): readonly string[] {
  return costs(value, others).lost.map(shown);
}

function costs(value: object, others: Others): Cost {
  const main = source(value);
  return costOf(main, [main, ...others.map(([path, each]) => source(each, path))]);
}

function shown([{ file }, { fault: what, pointer, which }]: NonNullable<Cost["fault"]>): string {
  const place = file.path === "schemas/year.schema.json" ? pointer : `${file.path}#${pointer}`;
  return `${what.kind} ${which} ${place}`;
}

const times = <T>(count: number, value: T): readonly T[] => Array.from({ length: count }, () => value);
/** A literal with a key of this name would look like a promise. */
const then = (schema: object): object => JSON.parse(`{ "then": ${JSON.stringify(schema)} }`);
/** A schema that costs this many ways, itself among them. */
const costing = (ways: number): object => ({ allOf: times(ways - 1, {}) });

describe("what checking one value may cost", () => {
  it.each<readonly [string, (ways: number) => object]>([
    ["branches that all hold", (ways) => ({ allOf: times(ways, {}) })],
    ["branches of which some holds", (ways) => ({ anyOf: times(ways, {}) })],
    ["branches of which one holds", (ways) => ({ oneOf: times(ways, {}) })],
    ["branches that are true or false", (ways) => ({ allOf: times(ways, true) })],
    ["what must not hold", (ways) => ({ not: costing(ways) })],
    ["a condition", (ways) => ({ if: costing(ways) })],
    ["what follows from it", (ways) => ({ if: costing(ways - 2), ...then({}), else: {} })],
    ["what follows where it does not hold", (ways) => ({ else: costing(ways) })],
    ["what follows where it holds", (ways) => then(costing(ways))],
    ["what a key asks for", (ways) => ({ dependentSchemas: { a: costing(ways - 1), b: {} } })],
    [
      "what an older keyword asks for",
      (ways) => ({ dependencies: { a: costing(ways - 1), b: {}, c: ["a"] } }),
    ],
    ["a reference", (ways) => ({ $ref: "#/$defs/a", $defs: { a: costing(ways) } })],
    ["a reference as a URI", (ways) => ({ $ref: "#/%24defs/%61", $defs: { a: costing(ways) } })],
    [
      "a reference beside its own name",
      (ways) => ({ $id: "urn:x:y", $ref: "urn:x:y#/$defs/a", $defs: { a: costing(ways) } }),
    ],
    [
      "a reference from its own name on",
      (ways) => ({
        $id: "https://a.example/b/c.json",
        $ref: "../b/c.json#/$defs/a",
        $defs: { a: costing(ways) },
      }),
    ],
    [
      "a reference by its dynamic name",
      (ways) => ({ $dynamicRef: "#a", $defs: { a: { $dynamicAnchor: "a", ...costing(ways) } } }),
    ],
    [
      "a reference by a name",
      (ways) => ({ $ref: "#a", $defs: { b: { list: [{ $anchor: "a", ...costing(ways) }] } } }),
    ],
    ["a key", (ways) => ({ properties: { a: costing(ways), b: costing(3) } })],
    ["a later key", (ways) => ({ properties: { a: costing(3), b: costing(ways) } })],
    ["any other key", (ways) => ({ properties: { a: {} }, additionalProperties: costing(ways) })],
    ["a key not looked at", (ways) => ({ unevaluatedProperties: costing(ways) })],
    ["keys by their form", (ways) => ({ patternProperties: { a: costing(ways - 2), b: costing(2) } })],
    [
      "a key and what its form asks for",
      (ways) => ({ properties: { a: costing(3) }, patternProperties: { a: costing(ways - 3) } }),
    ],
    ["the names of keys", (ways) => ({ properties: { a: {} }, propertyNames: costing(ways - 1) })],
    ["an item", (ways) => ({ items: costing(ways) })],
    ["an item at its place", (ways) => ({ prefixItems: [costing(3), costing(ways)] })],
    ["an item not looked at", (ways) => ({ unevaluatedItems: costing(ways) })],
    ["some item", (ways) => ({ items: {}, contains: costing(ways - 1) })],
    [
      "a list and a mapping, of which a value is one",
      (ways) => ({ items: costing(ways), properties: { a: costing(ways) } }),
    ],
    ["a list of values", (ways) => ({ enum: times(ways * 10, 0) })],
    ["a list of values that does not fill its ways", (ways) => ({ enum: times(ways * 10 + 9, 0) })],
  ])("%s: a thousand ways, and not one more", (_, schema) => {
    expect(fault(schema(999))).toBeNull();
    expect(fault(schema(1000))).toMatch(/^cost key /);
  });

  it("is told at what is too much, in whatever file", () => {
    expect(fault({ properties: { "a/b": costing(1001) } })).toBe("cost key /properties/a~1b");
    expect(fault({ allOf: [{}, costing(1001)] })).toBe("cost key /allOf/1");
    expect(fault({ $ref: "other.json" }, ["schemas/other.json", costing(1001)])).toBe(
      "cost key schemas/other.json#",
    );
    expect(
      fault({ $ref: "urn:x#/$defs/a" }, ["schemas/b.json", { $id: "urn:x", $defs: { a: costing(1001) } }]),
    ).toBe("cost key schemas/b.json#/$defs/a");
    expect(
      fault({ $ref: "b.json#a" }, ["schemas/b.json", { $defs: { a: { $anchor: "a", not: costing(1001) } } }]),
    ).toBe("cost key schemas/b.json#/$defs/a/not");
  });

  it("grows with each level that branches", () => {
    const doubling = (levels: number): object => ({
      $ref: "#/$defs/d0",
      $defs: Object.fromEntries([
        ...Array.from({ length: levels }, (_, n) => [
          `d${n}`,
          { allOf: times(2, { $ref: `#/$defs/d${n + 1}` }) },
        ]),
        [`d${levels}`, {}],
      ]),
    });
    expect(fault(doubling(7))).toBeNull();
    expect(fault(doubling(8))).toMatch(/^cost key \/\$defs\/d0$/);
  });

  it("is counted once for what several keys share", () => {
    const shared = { $ref: "#/$defs/a" };
    expect(
      fault({
        properties: Object.fromEntries(times(50, 0).map((_, n) => [`k${n}`, shared])),
        $defs: { a: costing(600) },
      }),
    ).toBeNull();
  });

  it("is nothing for references that lead nowhere: the library tells of them", () => {
    for (const $ref of ["#/$defs/none", "#none", "none.json", "none.json#/a", "#/title"])
      expect(fault({ $ref, title: "x", $defs: { a: costing(1001) } })).toBeNull();
    expect(fault({ $ref: 5 })).toBeNull();
  });

  it("is not known for them, nor for what is found only by other ways", () => {
    for (const $ref of [
      "#/$defs/none",
      "#none",
      "none.json",
      "#/title",
      "#/constructor",
      "#/%",
      "#/$defs/a/b",
    ])
      expect(lost({ properties: { p: { $ref } }, title: "x", $defs: { a: {} } })).toEqual([
        "reference key /properties/p/$ref",
      ]);
    const other = { not: { $dynamicRef: "#none" }, items: { $ref: "c.json" } };
    expect(lost({ $ref: "b.json", not: { $ref: "b.json" } }, ["schemas/b.json", other])).toEqual([
      "reference key schemas/b.json#/not/$dynamicRef",
      "reference key schemas/b.json#/items/$ref",
    ]);
    for (const $ref of ["#", "#/$defs/yes", "#/$defs/a"])
      expect(lost({ properties: { p: { $ref } }, $defs: { a: {}, yes: true } })).toEqual([]);
    expect(lost({ $ref: 5 })).toEqual([]);
  });
});

describe("a reference that leads back", () => {
  it.each([
    [{ $ref: "#" }, "endless key /$ref"],
    [{ $defs: { a: { $ref: "#/$defs/a" } }, not: { $ref: "#/$defs/a" } }, "endless key /$defs/a/$ref"],
    [
      {
        $ref: "#/$defs/a",
        $defs: { a: { allOf: [{ $ref: "#/$defs/b" }] }, b: { if: { $ref: "#/$defs/a" } } },
      },
      "endless key /$defs/b/if/$ref",
    ],
    [{ $dynamicAnchor: "a", $dynamicRef: "#a" }, "endless key /$dynamicRef"],
    [{ $recursiveRef: "#" }, "endless key /$recursiveRef"],
  ])("to where it stands has no end: %j", (schema, expected) => {
    expect(fault(schema)).toBe(expected);
  });

  it("to another value of the data ends with the data", () => {
    expect(fault({ properties: { a: { $ref: "#" } } })).toBeNull();
    expect(fault({ items: { $ref: "#" } })).toBeNull();
    expect(fault({ properties: { a: { $ref: "#" } }, additionalProperties: { $ref: "#" } })).toBeNull();
  });

  it("multiplies with the depth of the data", () => {
    expect(fault({ patternProperties: { a: { $ref: "#" }, b: { $ref: "#" } } })).toMatch(/^cost key/);
    expect(fault({ properties: { a: { allOf: times(2, { $ref: "#" }) } } })).toMatch(/^cost key/);
  });
});

it("a schema too deep to follow is refused", () => {
  let deep: object = {};
  for (let level = 0; level < 20_000; level++) deep = { not: deep };
  const root = { root: deep, value: deep, pointer: "" } as unknown as SchemaSource["root"];
  const main = { file: { path: "schemas/year.schema.json", text: "" }, root };
  const { fault: found, lost: none } = costOf(main, [main]);
  expect([found?.[1], none]).toEqual([{ fault: { kind: "depth" }, pointer: "", which: "value" }, []]);
});
