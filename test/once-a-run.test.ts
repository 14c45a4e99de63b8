import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogueOf } from "../src/catalogue/catalogue.ts";
import type { Diagnostic } from "../src/diagnostic/diagnostic.ts";
import { unzip } from "../src/package/unzip.ts";
import { zip } from "../src/package/zip.ts";
import { parseYaml } from "../src/parse/parse-yaml.ts";
import { wordConfused } from "../src/rules/text/word-confused.ts";
import type { SourceFile } from "../src/source/source-file.ts";
import { lintTemplates } from "../src/template/lint-templates.ts";
import { blankQuoted } from "../src/template/quoted.ts";
import { parseTemplates, type TemplateSet } from "../src/template/template-set.ts";
import { compileSchema } from "../src/validate/compile-schema.ts";
import type { YearSchema } from "../src/validate/year-schema.ts";
import { casesFolder, filesBelow } from "./support/case.ts";

const base = filesBelow(join(casesFolder, "base"));

function sourceOf(path: string): SourceFile {
  return { path, text: new TextDecoder().decode(base.get(path)) };
}

function schema(): YearSchema {
  const { value } = compileSchema(sourceOf("schemas/year.schema.json"));
  if (!value) throw new Error("the base's schema does not compile");
  return value;
}

function templates(): TemplateSet {
  const main = {
    path: "templates/report.hbs",
    text: "# {{office.short}}年度报告\n2022年的工作{{figure safety.patrol}}。\n2023年的安排。\n{{narrative.opening}}\n",
  };
  const { value } = parseTemplates({ main, partials: new Map([["unused", { path: "u.hbs", text: "一" }]]) });
  if (!value) throw new Error("the templates do not parse");
  return value;
}

const data = parseYaml({
  path: "data/2022.yaml",
  text: "narrative:\n  opening: 巡查{{figure safety.nothing}}\n",
}).value;

function lint(set: TemplateSet, of: YearSchema, year: number, withData: boolean): readonly Diagnostic[] {
  const catalogue = catalogueOf(of.catalogues, year);
  return lintTemplates(set, of.source.root, catalogue, year, withData ? (data?.root ?? null) : null)
    .diagnostics;
}

function shown({ code, facts, span }: Diagnostic): unknown {
  return { code, facts, path: span?.file.path, start: span?.start, end: span?.end };
}

describe("what is done once a run", () => {
  it("lints the templates as if it were done for each report, in any order of years", () => {
    const [set, one] = [templates(), schema()];
    const year = fc.integer({ min: 2020, max: 2024 });
    const asked = fc.array(fc.tuple(year, fc.boolean()), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(asked, (reports) => {
        for (const [each, withData] of reports)
          expect(lint(set, one, each, withData).map(shown)).toEqual(
            lint(templates(), schema(), each, withData).map(shown),
          );
      }),
      { numRuns: 10 },
    );
    const codes = lint(set, one, 2022, true).map(({ code }) => code);
    expect(codes.filter((code) => code === "year-typed")).toHaveLength(2);
    expect(codes.filter((code) => code === "template-unknown-name")).toHaveLength(2);
    expect(lint(set, one, 2024, true).map(({ code }) => code)).not.toContain("year-typed");
  });

  it("packs parts that come again as it packs them first", () => {
    const styles = new TextEncoder().encode("<styles/>".repeat(50));
    const packageOf = (text: string): Uint8Array =>
      zip(
        new Map([
          ["word/document.xml", new TextEncoder().encode(text)],
          ["word/styles.xml", styles],
        ]),
      );
    const first = packageOf("一");
    packageOf("二");
    expect(Buffer.compare(packageOf("一"), first)).toBe(0);
    const read = unzip(first);
    expect(read.ok && Buffer.compare(read.parts.get("word/styles.xml") ?? first, styles)).toBe(0);
  });
});

describe("what is looked at before a text is taken apart", () => {
  /** As the standard's words are read, letter by letter. */
  function blankedSlowly(text: string): string {
    const letters = text.split("");
    const open: { at: number; close: string }[] = [];
    for (const [at, letter] of text.split("").entries()) {
      if (letter === "《" || letter === "“") open.push({ at, close: letter === "《" ? "》" : "”" });
      else if (open.at(-1)?.close === letter) {
        const start = open.pop()?.at ?? at;
        if (open.length === 0) letters.fill("□", start, at + 1);
      }
    }
    return letters.join("");
  }

  it("blanks what is quoted, nested and unclosed too", () => {
    const text = fc.array(fc.constantFrom("《", "》", "“", "”", "字", "2022", "，"), { maxLength: 20 });
    fc.assert(
      fc.property(text, (letters) => {
        expect(blankQuoted(letters.join(""))).toBe(blankedSlowly(letters.join("")));
      }),
    );
  });

  it("finds every word that is written for another", () => {
    const words = {
      学的不深: "学得不深",
      抓的不实: "抓得不实",
      布署: "部署",
      台帐: "台账",
      帐户: "账户",
      转帐: "转账",
      整冶: "整治",
      其它: "其他",
      截止2022年: "截至",
      做为首要: "作为",
      登陆网站: "登录",
    };
    for (const [written, wanted] of Object.entries(words)) {
      const text = `各科室${written}。`;
      const own = { kind: "paragraph" as const, text, own: text, isFigure: () => false, spanOf: () => null };
      const found = wordConfused(own, { year: 2022, units: [], isAllowed: () => false });
      expect(found.map(({ say }) => say(null).facts)).toEqual([expect.objectContaining({ wanted })]);
    }
  });
});
