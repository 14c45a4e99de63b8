import { describe, expect, it } from "vitest";
import { caseFolders, runCase, updateCase } from "./support/case.ts";

/** Some areas only, where a run is about a part of the program: `CASE_AREAS=aggregate,compare`. */
const areas = process.env.CASE_AREAS?.split(",");
const folders = caseFolders().filter((folder) => !areas || areas.includes(folder.split(/[\\/]/, 1)[0] ?? ""));

describe("cases", () => {
  for (const folder of folders) {
    it(folder, async () => {
      const { expected, actual } = await runCase(folder);
      if (process.env.UPDATE_CASES) updateCase(folder, actual);
      else expect(actual).toBe(expected);
    });
  }
});
