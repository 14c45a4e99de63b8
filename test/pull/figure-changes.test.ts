import { expect, test } from "vitest";
import { figureChanges } from "../../src/pull/figure-changes.ts";
import { unknownSince } from "../../src/pull/since.ts";
import { smallSchema, smallYear } from "../support/small-years.ts";

test("a total of totals that share all their parts names each line behind it once, and soon", () => {
  const levels = 60;
  const of = (level: number): object => ({ totalOf: [`g.a${level - 1}`, `g.b${level - 1}`] });
  const totals = Array.from({ length: levels }, (_, index) => index + 1).flatMap((level) => [
    [`a${level}`, of(level)] as const,
    [`b${level}`, of(level)] as const,
  ]);
  const schema = smallSchema({ a0: {}, b0: {}, ...Object.fromEntries(totals) });
  const figures = smallYear(schema, 2022, "a0: 1, b0: 2");
  const built = {
    indicator: `g.a${levels}`,
    bookmark: "fig_1",
    shown: "3次",
    start: 0,
    end: 2,
    source: null,
  };
  const [change] = figureChanges([{ built, shown: "4次", isGuess: false }], {
    figures,
    since: unknownSince,
    places: new Map(),
  });
  const fate = change?.fate;
  expect(fate?.kind === "computed" && fate.from.map(({ indicator }) => indicator.id)).toEqual([
    "g.a0",
    "g.b0",
  ]);
});
