import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Cache } from "../src/cache.ts";
import type { SourceFile } from "../src/source/source-file.ts";
import { parseTemplates, type TemplateFiles } from "../src/template/template-set.ts";
import { casesFolder } from "./support/case.ts";
import { MemoryCache } from "./support/memory-cache.ts";
import { buildProgram } from "./support/program.ts";
import { root } from "./support/root.ts";

function fileOf(path: string): SourceFile {
  return { path: basename(path), text: readFileSync(path, "utf8") };
}

function templatesIn(folder: string): TemplateFiles {
  const names = readdirSync(join(folder, "partials")).sort();
  const partials = names.map((name) => [basename(name, ".hbs"), fileOf(join(folder, "partials", name))]);
  return { main: fileOf(join(folder, "report.hbs")), partials: new Map(partials as [string, SourceFile][]) };
}

function sole(text: string): TemplateFiles {
  return { main: { path: "report.hbs", text }, partials: new Map() };
}

/** What was parsed of some templates, without functions, and how often the cache had it. */
function parsed(files: TemplateFiles, cache: Cache | null): unknown {
  const { value, diagnostics } = parseTemplates(files, cache);
  const all = value && [value.main, ...value.partials.values()];
  const spans = all?.map(({ spanOf }) => spanOf(1, 2));
  return { programs: all?.map(({ name, text, program }) => ({ name, text, program })), spans, diagnostics };
}

describe("kept templates", () => {
  beforeAll(buildProgram, 60_000);

  it("are what was parsed: those that are shipped, and each of the cases'", () => {
    const paths = readdirSync(casesFolder, { recursive: true, encoding: "utf8" });
    const own = paths.filter((path) => path.endsWith(".hbs")).map((path) => fileOf(join(casesFolder, path)));
    const sets = [join(root, "templates"), join(casesFolder, "base", "templates")].map(templatesIn);
    let kept = 0;
    for (const files of [...sets, ...own.map(({ text }) => sole(text))]) {
      const cache = new MemoryCache();
      const slow = parsed(files, null);
      expect(parsed(files, cache)).toEqual(slow);
      kept += cache.kept.size;
      expect(parsed(files, cache)).toEqual(slow);
    }
    expect(kept).toBeGreaterThan(20);
  });

  it("lie beside the program, as its sources make them", () => {
    const cache = new MemoryCache();
    parsed(templatesIn(join(root, "templates")), cache);
    for (const [name, text] of cache.kept)
      expect(readFileSync(join(root, "dist", "compiled", name), "utf8")).toBe(text);
    expect(cache.kept.size).toBe(1);
  });

  it("are taken for these texts only, and not kept where something is wrong with them", () => {
    const cache = new MemoryCache();
    parsed(sole("甲{{year}}"), cache);
    const again: Cache = {
      read: (name) => cache.read(name),
      evaluate: () => null,
      write: (name) => expect.fail(`not found: ${name}`),
    };
    expect(parsed(sole("甲{{year}}"), again)).toEqual(parsed(sole("甲{{year}}"), null));
    expect(() => parsed(sole("乙{{year}}"), again)).toThrow("not found");
    parsed(sole("{{#if year}}甲"), cache);
    expect(cache.kept.size).toBe(1);
  });

  it("are not kept where JSON would change a number", () => {
    for (const number of ["-0", "1e999"]) {
      const cache = new MemoryCache();
      const files = sole(`{{figure a.b ${number}}}{{#if (lookup a ${number})}}甲{{/if}}`);
      const slow = parsed(files, null);
      expect(parsed(files, cache)).toEqual(slow);
      expect(parsed(files, cache)).toEqual(slow);
    }
  });
});
