import { afterEach, beforeEach, vi } from "vitest";
import { PatternBudget } from "../../src/validate/pattern-match.ts";

/** In the tests of this file a check may spend 100,000 steps on patterns: all of the real budget takes half a second. */
export function smallBudget(): void {
  beforeEach(() => {
    vi.spyOn(PatternBudget.prototype, "refill").mockImplementation(function (this: PatternBudget) {
      this.left = 100_000;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
}
