import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { composedReport, linesOf } from "./bench/composed.ts";
import { busyWords } from "./bench/machine.ts";
import { benchFolder, peerNames } from "./bench/peers.ts";
import { differenceOf } from "./bench/same-text.ts";
import { partNames, sectionOf, shown, withSection } from "./bench/section.ts";
import { median, ratios, rotated, spread } from "./bench/statistics.ts";
import { openReport } from "./bench/warm-figures.ts";
import { tagsOfPeers, wordTemplate } from "./bench/word-templates.ts";
import { root } from "./support/root.ts";

const manual = readFileSync(join(root, "docs/performance.md"), "utf8");

describe("the benchmark's figures", () => {
  it("are medians and quartiles, between neighbours where none stands there", () => {
    expect(median([5, 1, 100])).toBe(5);
    expect(spread([4, 1, 3, 2])).toEqual({ lower: 1.75, median: 2.5, upper: 3.25 });
    expect(median([])).toBeNaN();
  });

  it("are ratios of pairs, not of medians", () => {
    expect(ratios([10, 30, 90], [10, 10, 10]).median).toBe(3);
    // The second round found the machine busy: both were slow, and the ratio is that of the others.
    expect(ratios([20, 200, 22], [10, 100, 11]).median).toBe(2);
    expect(() => ratios([1], [1, 2])).toThrow("pairs");
  });

  it("come from rounds that each begin with another", () => {
    expect([0, 1, 2, 3].map((round) => rotated(["a", "b", "c"], round).join(""))).toEqual([
      "abc",
      "bca",
      "cab",
      "abc",
    ]);
  });

  it("are shown with the digits that count", () => {
    expect([1_234_567.8, 123.4, 12.34, 1.234, 0.016, Number.NaN].map(shown)).toEqual([
      "1,234,568",
      "123",
      "12.3",
      "1.23",
      "0.02",
      "—",
    ]);
  });

  it("say when the machine was not theirs alone", () => {
    expect(busyWords(0.2, 2)).toBe("");
    expect(busyWords(1.5, 2)).toContain("Others used the machine");
  });
});

describe("docs/performance.md", () => {
  it.each(partNames)("has a place for %s, which is filled", (part) => {
    expect(sectionOf(manual, part)).toMatch(/^\| --- |^\| ---: /m);
    expect(sectionOf(manual, part)).toMatch(/\d{4}-\d\d-\d\d, (?:quick|whole); Node .*; load /);
  });

  it("changes there alone when a part is measured again", () => {
    const changed = withSection(manual, "years", "new") ?? "";
    expect(sectionOf(changed, "years")).toBe("new");
    expect(withSection(changed, "years", sectionOf(manual, "years") ?? "")).toBe(manual);
    expect(withSection(`${manual}<!-- bench:years -->`, "years", "new")).toBeNull();
    expect(withSection("without marks", "years", "new")).toBeNull();
  });
});

describe("the peers", () => {
  it("have a script each, and nothing is asked for that the lock file lacks", () => {
    for (const name of peerNames)
      expect(existsSync(join(benchFolder, "peers", `${name}.ts`)), name).toBe(true);
    for (const name of Object.keys(tagsOfPeers)) expect(peerNames).toContain(name);
    const read = (name: string): unknown => JSON.parse(readFileSync(join(benchFolder, name), "utf8"));
    const wanted = read("package.json") as { readonly dependencies: object };
    const lock = read("package-lock.json") as { readonly packages: Readonly<Record<string, object>> };
    expect(lock.packages[""]).toMatchObject({ dependencies: wanted.dependencies });
    for (const name of Object.keys(wanted.dependencies))
      expect(lock.packages).toHaveProperty([`node_modules/${name}`]);
  });

  it("are measured only with the text of the report", async () => {
    const report = await openReport();
    const text = composedReport(report.document);
    const lines = linesOf(text);
    expect(differenceOf(report.fill(), lines)).toBeNull();
    expect(differenceOf(await report.build(), lines)).toBeNull();
    expect(differenceOf(report.fill(), [...lines.slice(0, 2), "另一句", ...lines.slice(3)])).toMatch(
      /^line 3 is “.*”, not “另一句”$/,
    );
    expect(differenceOf(report.fill(), lines.slice(0, -1))).toMatch(/^1 lines too many/);
    expect(differenceOf(report.fill(), [...lines, "多出"])).toContain("not “多出”");
    expect(differenceOf(Buffer.from("no Word file"), lines)).toMatch(/^cannot be opened/);
    const standard = readFileSync(join(root, "templates/standard.docx"));
    for (const [name, tags] of Object.entries(tagsOfPeers)) {
      // A template with its tags is no report yet.
      expect(differenceOf(wordTemplate(standard, tags, text), lines), name).toMatch(/^line 1 is “/);
    }
  });
});
