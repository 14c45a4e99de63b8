import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { manual } from "./support/manual.ts";
import { root } from "./support/root.ts";

/** With UPDATE_CASES=1 the manual is written anew. */
describe("the manual of diagnostic codes", () => {
  for (const [lang, name] of [
    ["zh", "diagnostics.zh-CN.md"],
    ["en", "diagnostics.md"],
  ] as const) {
    it(`says what the cases show (${lang})`, () => {
      const path = join(root, "docs", name);
      if (process.env.UPDATE_CASES) writeFileSync(path, manual(lang));
      expect(readFileSync(path, "utf8")).toBe(manual(lang));
    });
  }
});
