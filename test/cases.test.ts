import { describe, expect, it } from "vitest";
import { caseFolders, runCase, updateCase } from "./support/case.ts";

describe("cases", () => {
  for (const folder of caseFolders()) {
    it(folder, async () => {
      const { expected, actual } = await runCase(folder);
      if (process.env.UPDATE_CASES) updateCase(folder, actual);
      else expect(actual).toBe(expected);
    });
  }
});
