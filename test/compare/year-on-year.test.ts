import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import type { YearFigures } from "../../src/aggregate/year-figures.ts";
import { yearOnYear } from "../../src/compare/year-on-year.ts";
import { smallSchema, smallYear } from "../support/small-years.ts";

const schema = smallSchema({ plain: {} });
const yearOf = (year: number): YearFigures => smallYear(schema, year, `plain: ${year}`);

test("is worked out anew beside another year", () => {
  const now = yearOf(2022);
  const [one, other] = [yearOf(2021), yearOf(2021)];
  const first = yearOnYear("g.plain", now, one);
  expect(first?.kind).toBe("said");
  expect(yearOnYear("g.plain", now, one)).toBe(first);
  expect(yearOnYear("g.plain", now, other)).not.toBe(first);
  expect(yearOnYear("g.plain", now, null)).toMatchObject({ kind: "unsaid", reason: "no-year" });
});

test("does not hold the years before: a run goes through hundreds", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const gone: WeakRef<YearFigures>[] = [];
  let last = yearOf(2000);
  for (let year = 2001; year <= 2010; year++) {
    const now = yearOf(year);
    yearOnYear("g.plain", now, last);
    gone.push(new WeakRef(last));
    last = now;
  }
  await new Promise((resolve) => setTimeout(resolve, 0));
  collect();
  expect(last.year).toBe(2010);
  expect(gone.filter((each) => each.deref() !== undefined)).toEqual([]);
});
