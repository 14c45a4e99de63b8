import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow } from "../support/case.ts";
import { read, shownReport } from "../support/read-word.ts";
import { wordTemplate } from "../support/word-parts.ts";

const folder = join(import.meta.dirname, "cases");

/** A case is the XML of an edited file and how it is read; `vitest -u` writes what is expected anew, to be reviewed. */
describe("an edited Word file", () => {
  it.each(readdirSync(folder))("is read: %s", async (name) => {
    const parts = filesBelow(join(folder, name));
    parts.delete("read.txt");
    await expect(shownReport(read(wordTemplate(parts)))).toMatchFileSnapshot(join(folder, name, "read.txt"));
  });
});
