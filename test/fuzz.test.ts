import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aggregate } from "../src/aggregate/aggregate.ts";
import type { YearFigures } from "../src/aggregate/year-figures.ts";
import { jsonFault } from "../src/catalogue/json-fault.ts";
import { andThen, type Diagnostic, type Outcome, outcome } from "../src/diagnostic/diagnostic.ts";
import { hint, message, pretty } from "../src/diagnostic/pretty.ts";
import { compose } from "../src/document/compose.ts";
import type { Document } from "../src/document/document.ts";
import { main } from "../src/main.ts";
import { child, type DataNode, locate, type ScalarNode } from "../src/parse/data-node.ts";
import { decode } from "../src/parse/decode.ts";
import { parseYaml } from "../src/parse/parse-yaml.ts";
import { sourceOffset } from "../src/parse/source-offset.ts";
import { formatFigure } from "../src/quantity/format.ts";
import { renderText } from "../src/render/text.ts";
import { AllowedNumbers } from "../src/rules/allowed-numbers.ts";
import { checkDocument } from "../src/rules/check-document.ts";
import { lineText, positionAt, type SourceFile, type Span, spanText } from "../src/source/source-file.ts";
import { parseTemplates, type TemplateFiles, type TemplateSet } from "../src/template/template-set.ts";
import { compileSchema } from "../src/validate/compile-schema.ts";
import { validate } from "../src/validate/validate.ts";
import type { YearSchema } from "../src/validate/year-schema.ts";
import { baseFiles, casesFolder, filesBelow } from "./support/case.ts";
import { memoryHost } from "./support/memory-host.ts";
import { mutate, templateMutations, yamlMutations } from "./support/mutations.ts";
import { root } from "./support/root.ts";

interface Texts {
  readonly name: string;
  readonly data: string;
  readonly schema: YearSchema;
  readonly templates: TemplateFiles;
}

function certain<T>({ value, diagnostics }: Outcome<T>): T {
  if (value === null) throw new Error(diagnostics.map((each) => message(each, "en")).join("\n"));
  return value;
}

function textsOf(name: string, folder: string): Texts {
  const read = (path: string): SourceFile => ({ path, text: readFileSync(join(folder, path), "utf8") });
  const partials = [...filesBelow(join(folder, "templates/partials")).keys()].map(
    (file) => [file.replace(/\.hbs$/, ""), read(`templates/partials/${file}`)] as const,
  );
  return {
    name,
    data: read("data/2022.yaml").text,
    schema: certain(compileSchema(read("schemas/year.schema.json"))),
    templates: { main: read("templates/report.hbs"), partials: new Map(partials) },
  };
}

/** `FUZZ=100 npx vitest …` looks a hundred times as long. */
const longer = Number(process.env.FUZZ ?? 1);

/** The invented workspace of the cases, and the real report. */
const workspaces: readonly Texts[] = [textsOf("base", join(casesFolder, "base")), textsOf("2022", root)];

function figuresOf(text: string, schema: YearSchema): Outcome<YearFigures> {
  const bytes = new TextEncoder().encode(text);
  const source = andThen(decode("data/2022.yaml", bytes), parseYaml);
  return andThen(
    andThen(source, (each) => validate(each, schema, 2022)),
    aggregate,
  );
}

function documentOf(text: string, schema: YearSchema, templates: TemplateSet): Outcome<Document> {
  return andThen(figuresOf(text, schema), (figures) => composed(figures, templates));
}

/** Composed, and held against the rules of sense and language. */
function composed(figures: YearFigures, templates: TemplateSet): Outcome<Document> {
  const path = "data/2021.yaml";
  const last = { year: 2021, path, figures: { ...figures, year: 2021 }, fault: null };
  return andThen(compose(figures, templates, [last]), (document) =>
    outcome(document, checkDocument(document, figures, new AllowedNumbers([]))),
  );
}

/** What a terminal must not be sent: C0 but for the line feed, DEL, C1, and what turns the direction of a line. */
const raw = /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

function expectRealPlace({ file, start, end }: Span): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThanOrEqual(start);
  expect(end).toBeLessThanOrEqual(file.text.length);
  const { line, column } = positionAt(file, start);
  expect(line).toBeLessThanOrEqual(file.text.split(/\r\n|\n|\r/).length);
  expect(column).toBeLessThanOrEqual(lineText(file, line).length + 2);
}

function expectGood(diagnostics: readonly Diagnostic[]): void {
  for (const each of diagnostics) {
    for (const span of [each.span, ...each.related.map((related) => related.span)]) {
      if (span) expectRealPlace(span);
    }
    for (const lang of ["zh", "en"] as const) {
      const printed = pretty(each, { lang, color: false, columns: 100, path: (path) => path });
      expect(printed).not.toMatch(raw);
      expect(printed).not.toMatch(/undefined[^-]|\[object |\bNaN\b/);
      const lines =
        1 + (each.span && each.span.file.text !== "" ? 2 : 0) + 3 * Math.min(12, each.related.length);
      expect(printed.split("\n").length).toBe(lines + (hint(each, lang) === null ? 0 : 1));
    }
  }
}

/** A document that is built has no gap, and no tag is left in it. */
function expectSound({ value, diagnostics }: Outcome<Document>): void {
  expectGood(diagnostics);
  expect(value === null).toBe(diagnostics.some(({ severity }) => severity === "error"));
  if (value) expect(renderText(value)).not.toMatch(/undefined|\[object |\bNaN\b/);
}

describe("data of any shape", () => {
  for (const { name, data, schema, templates } of workspaces) {
    it(`of ${name}: every fault has its place and safe words`, () => {
      const set = certain(parseTemplates(templates));
      fc.assert(
        fc.property(yamlMutations, (mutations) =>
          expectSound(documentOf(mutate(data, mutations), schema, set)),
        ),
        { numRuns: longer * (name === "base" ? 500 : 60) },
      );
    });
  }

  it("is refused or taken by the program, never a reason to fail", { timeout: 20_000 }, async () => {
    const path = "/work/data/2022.yaml";
    const files = baseFiles();
    const text = new TextDecoder().decode(files.get(path));
    const encoded = fc.constantFrom<BufferEncoding>("utf8", "utf16le", "latin1", "base64");
    await fc.assert(
      fc.asyncProperty(yamlMutations, encoded, fc.boolean(), async (mutations, encoding, asBytes) => {
        const bytes = Buffer.from(mutate(text, mutations), asBytes ? encoding : "utf8");
        const host = memoryHost({ files: new Map([...files, [path, bytes]]) });
        const exitCode = await main(["build", "2022", "--format", "txt"], host);
        expect([0, 1]).toContain(exitCode);
        expect(host.out.stderr === "").toBe(exitCode === 0 && !/警告/.test(host.out.stderr));
        expect(host.out.stdout !== "").toBe(exitCode === 0);
        expect(host.out.stdout + host.out.stderr).not.toMatch(raw);
      }),
      { numRuns: longer * 40 },
    );
  });
});

describe("templates of any shape", () => {
  for (const { name, data, schema, templates } of workspaces) {
    it(`of ${name}: every fault has its place and safe words`, () => {
      const figures = certain(figuresOf(data, schema));
      const names = [null, ...templates.partials.keys()];
      fc.assert(
        fc.property(templateMutations, fc.constantFrom(...names), (mutations, partial) => {
          const set = andThen(
            mutated(templates, partial, (text) => mutate(text, mutations)),
            parseTemplates,
          );
          expectSound(andThen(set, (each) => composed(figures, each)));
        }),
        { numRuns: longer * (name === "base" ? 500 : 100) },
      );
    });
  }
});

function mutated(
  files: TemplateFiles,
  partial: string | null,
  change: (text: string) => string,
): Outcome<TemplateFiles> {
  const read = (file: SourceFile): Outcome<SourceFile> =>
    decode(file.path, new TextEncoder().encode(change(file.text)));
  const old = partial === null ? files.main : files.partials.get(partial);
  return andThen(old ? read(old) : { value: null, diagnostics: [] }, (file) => ({
    value:
      partial === null
        ? { main: file, partials: files.partials }
        : { main: files.main, partials: new Map([...files.partials, [partial, file]]) },
    diagnostics: [],
  }));
}

describe("schemas of any shape", () => {
  it("every fault has its place and safe words", () => {
    const path = "schemas/year.schema.json";
    const text = readFileSync(join(casesFolder, "base", path), "utf8");
    fc.assert(
      fc.property(yamlMutations, (mutations) => {
        const file = decode(path, new TextEncoder().encode(mutate(text, mutations)));
        expectGood(andThen(file, (each) => compileSchema(each)).diagnostics);
      }),
      { numRuns: longer * 100 },
    );
  });

  it("a text is JSON for us where it is for the engine", () => {
    const text = '{ "a": [1, -2.5e3, true, null], "b": { "c": "字\\u4e8c\\n" }, "d": [], "e": {} }';
    const isJson = (each: string): boolean => {
      try {
        JSON.parse(each);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(yamlMutations, (mutations) => {
        const each = mutate(text, mutations);
        expect([each, jsonFault(each) === null]).toEqual([each, isJson(each)]);
      }),
      { numRuns: longer * 1000 },
    );
    expect(jsonFault(text)).toBeNull();
  });

  it("a fault of JSON is placed at the character that cannot stand there", () => {
    const text = '{ "a": [1, 2.5e3, true, null], "b": { "c": "字\\u4e8c" } }';
    fc.assert(
      fc.property(
        fc.nat({ max: text.length - 1 }),
        fc.constantFrom("x", "}", "，", '"', ",", "[", "\\"),
        (at, sign) => {
          const broken = text.slice(0, at) + sign + text.slice(at);
          const { diagnostics } = compileSchema({ path: "a.json", text: broken });
          const [first] = diagnostics.filter(({ code }) => code === "json-syntax");
          if (!first?.span) return;
          // A number, an open quote, an escape and a comma too many are shown from where they begin.
          const before = broken.slice(first.span.start, Math.max(at, first.span.start));
          expect(before).toMatch(/^(?:[\w.+-]*|"[^"]*|\\.{0,5}|,\s*)$/);
          expectGood(diagnostics);
        },
      ),
    );
  });
});

describe("the order of lines", () => {
  const [base] = workspaces;
  const lines = (base?.data ?? "").split("\n");
  const from = lines.indexOf("  safety:") + 1;
  const safety = lines.slice(from, from + 5);

  it("within a group changes no figure, and none but the places", () => {
    if (!base) throw new Error("no base");
    const shown = (text: string): unknown =>
      [...certain(figuresOf(text, base.schema)).figures].map(([id, { indicator, quantity, sources }]) => [
        id,
        formatFigure(quantity, indicator.unit),
        sources.map(spanText),
      ]);
    const usual = shown(base.data);
    fc.assert(
      fc.property(fc.shuffledSubarray(safety, { minLength: safety.length }), (shuffled) => {
        expect(shown(lines.toSpliced(from, safety.length, ...shuffled).join("\n"))).toEqual(usual);
      }),
      { numRuns: 30 },
    );
  });

  it("within a group changes no diagnostic but its place", () => {
    if (!base) throw new Error("no base");
    const wrong = safety.map((line) =>
      line.replace("180", "一百八").replace("sameAs: hazardsFound", "sameAs: x"),
    );
    const codes = (each: readonly string[]): readonly string[] =>
      figuresOf(lines.toSpliced(from, safety.length, ...each).join("\n"), base.schema)
        .diagnostics.map((found) => message(found, "zh"))
        .toSorted();
    expect(codes(wrong)).toHaveLength(2);
    fc.assert(
      fc.property(fc.shuffledSubarray(wrong, { minLength: wrong.length }), (shuffled) => {
        expect(codes(shuffled)).toEqual(codes(wrong));
      }),
      { numRuns: 30 },
    );
  });
});

const word = fc.string({
  unit: fc.constantFrom(..."甲乙丙丁天地玄黄abcxyz0189"),
  minLength: 1,
  maxLength: 6,
});
const lineOfWords = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => `字${words.join(" ")}`);
const linesOfWords = fc.array(lineOfWords, { minLength: 1, maxLength: 4 });

/** The ways in which YAML can write the same lines of text, none of them with escapes. */
const styles: Readonly<Record<string, (lines: readonly string[]) => string>> = {
  plain: (lines) => lines.join("\n  "),
  single: (lines) => `'${lines.join("\n  ")}'`,
  double: (lines) => `"${lines.join("\n  ")}"`,
  literal: (lines) => `|\n  ${lines.join("\n  ")}`,
  "literal, stripped": (lines) => `|-  # 说明\n  ${lines.join("\n  ")}`,
  folded: (lines) => `>-\n  ${lines.join("\n  ")}`,
  "folded with blank lines": (lines) => `>\n  ${lines.join("\n\n  ")}`,
  "literal, indented": (lines) => `|2\n  ${lines.join("\n    ")}`,
};

function scalarOf(text: string): ScalarNode {
  const { root: node } = certain(parseYaml({ path: "x.yaml", text }));
  const found = child(node, "key");
  if (found?.kind !== "scalar") throw new Error(`no scalar in ${text}`);
  return found;
}

describe("the place of a character of a scalar", () => {
  for (const [name, write] of Object.entries(styles)) {
    for (const lineEnd of ["\n", "\r\n"]) {
      it(`${name}, ${lineEnd === "\n" ? "LF" : "CRLF"}: holds the same character`, () => {
        fc.assert(
          fc.property(linesOfWords, (lines) => {
            const text = `a: 1\nkey: ${write(lines)}\nb: 2\n`.replaceAll("\n", lineEnd);
            const node = scalarOf(text);
            const value = String(node.value);
            for (let index = 0; index < value.length; index++) {
              if (value[index]?.trim() === "") continue;
              const at = sourceOffset(node, index);
              expect(text[at]).toBe(value[index]);
              expect(at).toBeGreaterThan(index === 0 ? -1 : sourceOffset(node, index - 1) - 1);
            }
            const expected = lines.flatMap((line) => [...line.replaceAll(" ", "")]);
            expect([...value.replace(/\s/g, "")]).toEqual(expected);
          }),
          { numRuns: longer * 40 },
        );
      });
    }
  }

  it("double-quoted, with escapes: holds the character or its backslash", () => {
    const escapes: Readonly<Record<string, string>> = {
      "“": "\\u201C",
      " ": "\\x20",
      "\n": "\\n",
      𠀀: "\\U00020000",
    };
    const unit = fc.constantFrom(..."甲乙a1", "“", " ", "\n", "𠀀", "\\");
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 10 }), (units) => {
        const words = units.join("");
        const inside = units.map((each) => escapes[each] ?? (each === "\\" ? "\\\\" : each)).join("");
        const node = scalarOf(`key: "${inside}终"\n`);
        expect(node.value).toBe(`${words}终`);
        for (let index = 0; index <= words.length; index++) {
          const found = node.span.file.text[sourceOffset(node, index)];
          expect([index, found]).toEqual([
            index,
            /[甲乙a1终]/.test(String(node.value)[index] ?? "") ? String(node.value)[index] : "\\",
          ]);
        }
      }),
    );
  });

  it("lies within the scalar where escapes shift the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 12 }), fc.nat({ max: 12 }), (words, index) => {
        const text = `key: ${JSON.stringify(words)}\n`;
        const { value } = parseYaml({ path: "x.yaml", text });
        const node = value && child(value.root, "key");
        if (node?.kind !== "scalar") return;
        const at = sourceOffset(node, index);
        expect(at).toBeGreaterThanOrEqual(node.span.start);
        expect(at).toBeLessThanOrEqual(node.span.end);
      }),
    );
  });
});

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

const key = fc
  .string({ unit: fc.constantFrom(..."abc甲乙/~"), minLength: 1, maxLength: 4 })
  .map((each) => `k${each}`);
const { tree } = fc.letrec<{ tree: Tree; leaf: string; list: readonly Tree[]; map: { [key: string]: Tree } }>(
  (tie) => ({
    tree: fc.oneof({ maxDepth: 3, withCrossShrink: true }, tie("leaf"), tie("map"), tie("list")),
    leaf: word.map((each) => `v${each}`),
    list: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }),
    map: fc.dictionary(key, tie("tree"), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
  }),
);

function written(each: Tree, indent: string): string {
  if (typeof each === "string") return ` ${each}\n`;
  const entries: readonly (readonly [string, Tree])[] = Array.isArray(each)
    ? each.map((item: Tree) => ["-", item] as const)
    : Object.entries(each).map(([name, value]) => [`${name}:`, value] as const);
  return `\n${entries.map(([mark, value]) => `${indent}${mark}${written(value, `${indent}  `)}`).join("")}`;
}

function expectLocated(each: Tree, pointer: string, rootNode: DataNode): void {
  if (typeof each === "string") {
    expect(spanText(locate(rootNode, pointer, "value"))).toBe(each);
    return;
  }
  for (const [name, value] of Object.entries(each)) {
    const inner = `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (!Array.isArray(each)) expect(spanText(locate(rootNode, inner, "key"))).toBe(name);
    expectLocated(value, inner, rootNode);
    const missing = locate(rootNode, `${inner}/missing/deeper`, "value");
    expectRealPlace(missing);
    if (!Array.isArray(each)) expect(spanText(missing)).toBe(name);
  }
}

describe("locate", () => {
  it("finds every key and every value; what is missing, at the nearest that is there", () => {
    fc.assert(
      fc.property(fc.dictionary(key, tree, { minKeys: 1, maxKeys: 4, noNullPrototype: true }), (map) => {
        const { root: node } = certain(parseYaml({ path: "x.yaml", text: written(map, "").slice(1) }));
        expectLocated(map, "", node);
      }),
    );
  });
});
