import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aggregate } from "../../src/aggregate/aggregate.ts";
import { breakdown } from "../../src/aggregate/breakdown.ts";
import type { Figure } from "../../src/aggregate/figure.ts";
import { andThen } from "../../src/diagnostic/diagnostic.ts";
import { parseYaml } from "../../src/parse/parse-yaml.ts";
import { sameInterval } from "../../src/quantity/interval.ts";
import { compileSchema } from "../../src/validate/compile-schema.ts";
import { validate } from "../../src/validate/validate.ts";
import { sumIntervals } from "../quantity/arbitraries.ts";
import { baseFiles } from "../support/case.ts";

const text = (path: string): string => new TextDecoder().decode(baseFiles().get(path));
const schema = compileSchema({
  path: "schemas/year.schema.json",
  text: text("/work/schemas/year.schema.json"),
});
const base = text("/work/data/2022.yaml");

interface Item {
  readonly period: string;
  readonly value: string;
}

const months = Array.from({ length: 12 }, (_, index) => `2022-${String(index + 1).padStart(2, "0")}`);
const amount = fc.oneof(
  fc.nat(5000).map(String),
  fc.integer({ min: 1, max: 500 }).map((n) => `${n}0余`),
  fc.integer({ min: 1, max: 500 }).map((n) => `近${n}0`),
  fc.integer({ min: 1, max: 500 }).map((n) => `${n}0以上`),
);
const year: fc.Arbitrary<readonly Item[]> = fc
  .array(amount, { minLength: 12, maxLength: 12 })
  .map((values) => values.map((value, index) => ({ period: months[index] ?? "", value })));

function patrols(items: readonly Item[], before: string = "", indent: string = "      "): Figure {
  const list = items.map(({ period, value }) => `${indent}- { period: ${period}, value: ${value} }`);
  const data = base.replace("    patrols: 180\n", `    patrols:\n${before}${list.join("\n")}\n`);
  const compiled = schema.value;
  if (!compiled) throw new Error("the schema of the base does not compile");
  const parsed = parseYaml({ path: "data/2022.yaml", text: data });
  const { value, diagnostics } = andThen(
    andThen(parsed, (source) => validate(source, compiled, 2022)),
    aggregate,
  );
  const figure = value?.figures.get("safety.patrols");
  if (!value || !figure) throw new Error(JSON.stringify(diagnostics.map(({ code, facts }) => [code, facts])));
  return figure;
}

describe("observations", () => {
  it("sum up to the same whatever their order", () => {
    fc.assert(
      fc.property(
        year.chain((items) =>
          fc.tuple(fc.constant(items), fc.shuffledSubarray([...items], { minLength: 12 })),
        ),
        ([items, shuffled]) => {
          const [one, other] = [patrols(items), patrols(shuffled)];
          expect(other.quantity).toEqual(one.quantity);
          expect(one.sources).toHaveLength(12);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("lose nothing and add nothing when they are put together by quarters", () => {
    fc.assert(
      fc.property(year, (items) => {
        const figure = patrols(items);
        const figures = new Map([["safety.patrols", figure]]);
        const slices = breakdown({ year: 2022, figures } as never, "quarter").get("safety.patrols") ?? [];
        expect(slices.map(({ key }) => key)).toEqual(["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"]);
        expect(sameInterval(sumIntervals(slices.map(({ quantity }) => quantity)), figure.quantity)).toBe(
          true,
        );
        expect(slices.flatMap(({ sources }) => sources)).toEqual(figure.sources);
      }),
      { numRuns: 60 },
    );
  });

  it("without some months are known from below only, unless nothing happened in them", () => {
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 11 }), (items, kept) => {
        const some = items.slice(0, kept);
        expect(patrols(some).quantity.upper).toBeNull();
        const all = patrols(some, "      complete: true\n      observations:\n", "        ");
        expect(sameInterval(all.quantity, sumIntervals(all.parts.map(({ quantity }) => quantity)))).toBe(
          true,
        );
      }),
      { numRuns: 60 },
    );
  });
});
