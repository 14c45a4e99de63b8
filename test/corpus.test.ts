import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./support/case.ts";
import { expectedOf, summaryOf, workspaces } from "./support/corpus.ts";
import { runBundle } from "./support/run-bundle.ts";
import { temporaryFolders } from "./support/temporary.ts";

const newFolder = temporaryFolders();
const corpus = join(root, "test", "corpus");

/** Where a file of each folder of the corpus stands in a workspace that is valid but for it. */
const areas: Readonly<Record<string, string>> = {
  data: "data/2022.yaml",
  schema: "schemas/year.schema.json",
  template: "templates/report.hbs",
  config: ".report.yaml",
};

describe.concurrent("a file that means no good", () => {
  for (const [area, target] of Object.entries(areas)) {
    it(`in place of ${target} has an exit code, codes and places, and nothing else`, {
      timeout: 120_000,
    }, async () => {
      const folder = newFolder();
      const workspace = workspaces(folder);
      const names = readdirSync(join(corpus, area)).filter((name) => name !== "expected.txt");
      const jobs = names.map((name) => {
        const own = new Map([[target, readFileSync(join(corpus, area, name))]]);
        return { name, folder: workspace(own), args: ["check", "2022"] };
      });
      const actual = (await runBundle(jobs, folder)).map((each) => summaryOf(each, target)).join("");
      expect(actual).toBe(expectedOf(join(corpus, area, "expected.txt"), actual));
      expect(actual).not.toMatch(/WRONG|KILLED/);
    });
  }
});
