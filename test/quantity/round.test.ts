import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compare,
  decimal,
  isZero,
  parseDecimal,
  powerOfTen,
  times,
  zero,
} from "../../src/quantity/decimal.ts";
import { formatNumber } from "../../src/quantity/format.ts";
import { roundQuantity } from "../../src/quantity/round.ts";
import { big, exacts, holds, kinds, quantities, read } from "./arbitraries.ts";

describe("rounded words", () => {
  test.each([
    ["6347", "100", "6300余"],
    ["1187", "100", "近1200"],
    ["2317", "100", "2300余"],
    ["6350", "100", "6300余"],
    ["6351", "100", "近6400"],
    ["6300", "100", "6300"],
    ["47", "100", "47"],
    ["99", "100", "99"],
    ["100", "100", "100"],
    ["0", "100", "0"],
    ["6047", "100", "6000余"],
    ["5987", "100", "近6000"],
    ["6370", "50", "近6400"],
    ["6345", "30", "超过6330"],
    ["6340", "50", "6300余"],
    ["6347", "5", "近6350"],
    ["22.77", "1", "近23"],
    ["22.77", "0.1", "近22.8"],
    ["1.234万", "100", "1.23万余"],
    ["12345", "0", "12345"],
    ["6300余", "1000", "6300余"],
    ["近1187", "100", "近1187"],
  ])("%s by %s is %s", (text, by, expected) => {
    expect(formatNumber(roundQuantity(read(text), parseDecimal(by) ?? zero))).toBe(expected);
  });
});

describe("laws", () => {
  const powers = fc.integer({ min: -2, max: 5 }).map(powerOfTen);
  const steps = fc
    .tuple(powers, fc.integer({ min: 1, max: 99 }))
    .map(([power, n]) => times(power, decimal(BigInt(n))));
  const given = kinds.chain((kind) => fc.record({ kind: fc.constant(kind), quantity: exacts(kind) }));

  test("the words are true of the exact number, readable, and have the bounds that they say", () => {
    fc.assert(
      fc.property(given, steps, ({ kind, quantity }, step) => {
        const rounded = roundQuantity(quantity, step);
        const value = big(quantity.lower?.value ?? zero);
        const words = formatNumber(rounded);
        const written = kind === "count" && step.scale === 0 ? read(words, "", kind) : read(words);
        expect(written).toEqual(rounded);
        expect(holds(rounded, value)).toBe(true);
        const stays = value % big(step) === 0n || value < big(step);
        expect(rounded === quantity).toBe(stays);
      }),
      { numRuns: 2000 },
    );
  });

  test("by a power of ten it is always 余 or 近, of a multiple of the step", () => {
    fc.assert(
      fc.property(exacts("measure"), powers, (quantity, step) => {
        const rounded = roundQuantity(quantity, step);
        if (rounded === quantity) return;
        expect(["余", "近"]).toContain(rounded.wording.mark);
        const named = read(rounded.wording.digits + rounded.wording.scale).lower?.value ?? zero;
        expect(!isZero(named) && big(named) % big(step) === 0n && compare(named, zero) > 0).toBe(true);
      }),
    );
  });

  test("approximations stay as they are", () => {
    const vague = quantities("measure").filter(({ wording }) => wording.mark !== "");
    fc.assert(
      fc.property(vague, steps, (quantity, step) => {
        expect(roundQuantity(quantity, step)).toBe(quantity);
      }),
    );
  });
});
