import fc from "fast-check";
import { expect, test } from "vitest";
import { catalogueOf, readCatalogues } from "../../src/catalogue/catalogue.ts";
import { declaredAt } from "../../src/catalogue/indicator.ts";
import { schemaRoot } from "../../src/catalogue/schema-node.ts";
import { smallRoot, smallSchema } from "../support/small-years.ts";

const entries = fc
  .uniqueArray(
    fc.record({
      year: fc.integer({ min: 2000, max: 2010 }),
      unit: fc.option(fc.constantFrom("家", "户", "处"), { nil: null }),
      description: fc.option(fc.constantFrom("甲", "乙"), { nil: null }),
    }),
    { selector: ({ year }) => year, maxLength: 4 },
  )
  .map((list) =>
    list
      .filter(({ unit, description }) => unit ?? description)
      .toSorted((a, b) => a.year - b.year)
      .map(({ year, unit, description }) => ({
        year,
        reason: "改",
        ...(unit && { unit }),
        ...(description && { description }),
      })),
  );

test("a year has what the next change after it says, and otherwise what later years have", () => {
  fc.assert(
    fc.property(entries, fc.integer({ min: 1998, max: 2012 }), (before, year) => {
      const root = smallRoot({ a: { description: "今", ...(before.length > 0 && { before }) }, b: {} });
      const catalogue = catalogueOf(readCatalogues(schemaRoot(root)), year);
      const after = before.filter((each) => each.year > year);
      const found = catalogue.indicators.get("g.a");
      expect(found?.unit).toBe(after.find(({ unit }) => unit)?.unit ?? "次");
      expect(found?.description).toBe(after.find(({ description }) => description)?.description ?? "今");
      expect([...catalogue.indicators.keys()]).toEqual(["g.a", "g.b"]);
      const index = before.findIndex((each) => each.year > year && each.unit);
      const place = "/properties/indicators/properties/g/properties/a";
      expect(found && declaredAt(found, "unit")).toBe(
        index < 0 ? `${place}/unit` : `${place}/before/${index}/unit`,
      );
    }),
  );
});

test("years without a change after them share the catalogue, others what did not change", () => {
  const { schema } = smallSchema({ a: { before: [{ year: 2020, unit: "家", reason: "改" }] }, b: {} });
  if (!schema) throw new Error("the schema holds");
  const [before, after] = [2019, 2020].map((year) => catalogueOf(schema.catalogues, year));
  expect(after).toBe(schema.catalogues.current);
  expect(before?.indicators.get("g.b")).toBe(after?.indicators.get("g.b"));
  expect(before?.indicators.get("g.a")).not.toBe(after?.indicators.get("g.a"));
});

test("a total and its parts must fit in every year, and a fault of several years is told once", () => {
  const reason = "改";
  const { diagnostics } = smallSchema({
    a: {
      before: [
        { year: 2010, description: "甲", reason },
        { year: 2020, unit: "家", reason },
      ],
    },
    total: { totalOf: ["g.a"], before: [{ year: 2015, totalOf: ["g.total2"], reason }] },
    total2: { totalOf: ["g.total"] },
  });
  expect(diagnostics.map(({ code, facts }) => [code, "before" in facts ? facts.before : null])).toEqual([
    ["schema-units-differ", 2020],
    ["schema-cycle", null],
  ]);
});
