import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.ts";
import { pretty } from "../../src/diagnostic/pretty.ts";
import { escapeText } from "../../src/package/xml-text.ts";
import { lintDocx } from "../support/docx-lint.ts";
import { withPart } from "../support/docx-template.ts";
import { extractText, partText } from "../support/docx-text.ts";
import { baseData as data, fill } from "../support/fill-word.ts";
import { templateOf } from "../support/word-parts.ts";

/** `FUZZ=100 npx vitest …` looks a hundred times as long. */
const longer = Number(process.env.FUZZ ?? 1);

/** The words before the report. */
function words(template: Uint8Array, text?: string): string {
  const { bytes, diagnostics } = fill(template, text);
  if (!bytes) return diagnostics.map(({ code }) => code).join(" ");
  expect(lintDocx(bytes)).toEqual([]);
  return extractText(bytes).split("\n示例街道2022年度工作报告")[0] ?? "";
}

const run = (text: string, rPr: string): string =>
  `<w:r>${rPr}<w:t xml:space="preserve">${escapeText(text)}</w:t></w:r>`;
const looks = ["", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:rFonts w:eastAsia="楷体"/><w:sz w:val="32"/></w:rPr>'];
const between = [
  "",
  '<w:proofErr w:type="spellStart"/>',
  '<w:bookmarkStart w:id="90" w:name="甲"/><w:bookmarkEnd w:id="90"/>',
  "<w:r><w:softHyphen/></w:r>",
  "<w:r><w:lastRenderedPageBreak/></w:r>",
];

const line =
  "前{{figure safety.patrols}}，{{#if (isZero safety.accidents)}}{{none safety.accidents “未发生”}}事故{{else}}有" +
  "{{figure safety.accidents}}{{/if}}，写作\\{{figure x}}，{{#each narrative.plans}}{{@number}}.{{lead}}；{{/each}}{甲}后";

describe("a paragraph cut into runs", () => {
  const whole = words(templateOf(`<w:p>${run(line, "")}</w:p>`));

  it("has these words when it is whole", () => {
    expect(whole).toBe("前180次，未发生事故，写作{{figure x}}，1.提高认识；2.注重实效；{甲}后");
  });

  it("says the same wherever it is cut once", () => {
    const cuts = Array.from(
      { length: line.length - 1 },
      (_, at) =>
        `<w:p>${run(line.slice(0, at + 1), "")}${run(line.slice(at + 1), "<w:rPr><w:b/></w:rPr>")}</w:p>`,
    );
    expect(words(templateOf(cuts.join(""))).split("\n")).toEqual(cuts.map(() => whole));
  });

  it("says the same however it is cut, whatever stands between", () => {
    const cut = fc.record({
      at: fc.nat(line.length),
      look: fc.nat(2),
      mark: fc.nat(4),
      tracked: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 12 }), (cuts) => {
        const sorted = cuts.toSorted((a, b) => a.at - b.at);
        const ends = [...sorted.map(({ at }) => at), line.length];
        const runs = ends.map((end, index) => {
          const { look = 0, tracked = false } = sorted[index] ?? {};
          const text = line.slice(ends[index - 1] ?? 0, end);
          const one = text === "" ? "" : run(text, looks[look] ?? "");
          const isTracked = tracked && one !== "" && !/\{\{#|\{\{\/|\{\{else/.test(text);
          return isTracked
            ? `<w:ins w:id="${index + 50}" w:author="甲" w:date="2022-01-01T00:00:00Z">${one}</w:ins>`
            : one;
        });
        const marked = runs.map(
          (each, index) => each + (index === 0 ? (between[sorted[0]?.mark ?? 0] ?? "") : ""),
        );
        expect(words(templateOf(`<w:p>${marked.join("")}</w:p>`))).toBe(whole);
      }),
      { numRuns: 25 * longer },
    );
  });
});

describe("the look of every letter", () => {
  /** What a run may hold, and what is left of it. */
  const pieces: Readonly<Record<string, string>> = {
    甲: "甲",
    乙丙: "乙丙",
    "{": "{",
    "{{!注}}": "",
    "{{year}}": "2022",
    "\\{{": "{{",
    "{{#if year}}丁{{/if}}": "丁",
    "{{#if (hasYoy safety.patrols)}}戊{{/if}}": "",
  };
  const runs = fc.array(fc.array(fc.constantFrom(...Object.keys(pieces)), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 6,
  });
  const colored = (all: readonly (readonly [string, string])[]): string =>
    all.flatMap(([color, text]) => text.split("").map((letter) => `${color}${letter}`)).join(" ");

  it("is that of its run, whatever is filled or left out before it", () => {
    fc.assert(
      fc.property(
        // A brace right before others would be one of theirs.
        runs.filter((all) => {
          const flat = all.flat();
          return !flat.some((each, index) => each.endsWith("{") && /^[\\{]/.test(flat[index + 1] ?? ""));
        }),
        (all) => {
          const xml = all.map((inside, index) =>
            run(inside.join(""), `<w:rPr><w:color w:val="${index}"/></w:rPr>`),
          );
          const { bytes } = fill(templateOf(`<w:p>${xml.join("")}</w:p>`));
          if (!bytes) throw new Error("not filled");
          const [first = ""] = /<w:p>.*?<\/w:p>/s.exec(partText(bytes, "word/document.xml")) ?? [];
          const found = [...first.matchAll(/<w:r><w:rPr><w:color w:val="(\d)"\/><\/w:rPr>(.*?)<\/w:r>/gs)];
          const shown = found.map(
            ([, color = "", inside = ""]) => [color, inside.replace(/<[^>]*>/g, "")] as const,
          );
          const wanted = all.map(
            (inside, index) => [String(index), inside.map((each) => pieces[each] ?? "").join("")] as const,
          );
          expect(colored(shown)).toBe(colored(wanted));
        },
      ),
      { numRuns: 60 * longer },
    );
  });
});

describe("a value", () => {
  const letters = fc.constantFrom(..."{}<>&\"'\\#|/= 甲“”😀\n", "{{x}}", "{{body}}", "]]>", "&amp;");
  const value = fc.array(letters, { minLength: 1, maxLength: 12 }).map((all) => all.join("").trim());

  it("comes out as text, line feeds as breaks", () => {
    fc.assert(
      fc.property(
        // The schema allows a name of 30 characters.
        value.filter((each) => each !== "" && each.length <= 30),
        (name) => {
          const text = data.replace("name: 示例街道办事处", () => `name: ${JSON.stringify(name)}`);
          const shown = words(templateOf(`<w:p>${run("甲{{office.name}}乙", "")}</w:p>`), text);
          expect(shown).toBe(`甲${name}乙`);
        },
      ),
      { numRuns: 40 * longer },
    );
  });
});

const tokens = [
  ..."{}｛｝ “”'\"\\甲。#/^~!>&|=",
  ...["{{", "}}", "{{{", "}}}", "{{{{", "\\{{", "{{!-- ", "--}}", "{{else}}", "{{^}}"],
  ...[
    "{{#if safety.patrols}}",
    "{{/if}}",
    "{{#each narrative.plans}}",
    "{{/each}}",
    "{{#with office}}",
    "{{/with}}",
  ],
  ...[
    "{{figure safety.patrols}}",
    "{{figure @root.safety.patrols}}",
    "{{lead}}",
    "{{name}}",
    "{{office.name}}",
    "{{> demolition}}",
    "{{body}}",
    "{{@number}}",
  ],
  ...[
    "{{figure ",
    "safety.patrols",
    "constructor",
    "__proto__",
    "{{office.constructor}}",
    "{{lookup . 'constructor'}}",
  ],
];
const text = fc.array(fc.constantFrom(...tokens), { maxLength: 5 }).map((all) => all.join(""));
const paragraph = fc.tuple(text, text).map(([a, b]) => `<w:p>${run(a, "")}${run(b, looks[1] ?? "")}</w:p>`);
const cell = fc
  .array(paragraph, { minLength: 1, maxLength: 2 })
  .map((all) => `<w:tc><w:tcPr/>${all.join("")}</w:tc>`);
const row = fc.tuple(cell, cell).map((cells) => `<w:tr>${cells.join("")}</w:tr>`);
const table = fc
  .array(row, { minLength: 1, maxLength: 3 })
  .map(
    (rows) =>
      `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>${rows.join("")}</w:tbl><w:p/>`,
  );
const block = fc.oneof({ weight: 3, arbitrary: paragraph }, table);

function expectTold(diagnostics: readonly Diagnostic[]): void {
  for (const each of diagnostics) {
    const shown = pretty(each, { lang: "zh", color: false, columns: 100, path: (path) => path });
    expect(shown).not.toMatch(/undefined[^-]|\[object |\bNaN\b|[\0-\x09\x0b-\x1f]/);
    if (each.span) expect(each.span.end).toBeLessThanOrEqual(each.span.file.text.length);
    if (each.span) expect(each.span.end).toBeGreaterThanOrEqual(each.span.start);
  }
}

describe("any soup of tags", () => {
  it("is filled soundly, or every fault is told with its place", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        const { bytes, diagnostics } = fill(templateOf(blocks.join("")));
        expectTold(diagnostics);
        if (bytes) expect(lintDocx(bytes)).toEqual([]);
        else expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
      }),
      { numRuns: 100 * longer },
    );
  });
});

describe("a paragraph that is all braces", () => {
  it.each(["}}", "{{", "{{{{ ", "{{!-- ", "{{! ", "{{#if year}}", "{{/each}}", "｛｛", "\\\\}}{", '{{a "'])(
    "is told of: %s",
    (piece) => {
      const { bytes, diagnostics } = fill(templateOf(`<w:p>${run(piece.repeat(3000), "")}</w:p>`));
      expect(bytes).toBeNull();
      expectTold(diagnostics.slice(0, 20));
      expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
    },
  );
});

describe("a damaged Word template", () => {
  const sound = templateOf(
    `<w:p>${run(line, "")}</w:p><w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>` +
      `<w:p>${run("{{#each narrative.plans}}", "")}</w:p><w:p>${run("{{lead}}{{/each}}", "")}</w:p></w:tc></w:tr></w:tbl><w:p/>`,
  );

  it("is told of, wherever its bytes end or change", () => {
    const change = fc.record({ at: fc.nat(sound.length - 1), byte: fc.nat(255), isCut: fc.boolean() });
    fc.assert(
      fc.property(change, ({ at, byte, isCut }) => {
        const damaged = isCut ? sound.slice(0, at) : Uint8Array.from(sound);
        if (!isCut) damaged[at] = byte;
        expectTold(fill(damaged).diagnostics);
      }),
      { numRuns: 100 * longer },
    );
  });

  it("is told of, or filled, where its XML has lost or doubled a piece", () => {
    const change = fc.record({ from: fc.nat(), length: fc.nat(60), isDoubled: fc.boolean() });
    fc.assert(
      fc.property(change, ({ from, length, isDoubled }) => {
        const changed = withPart(sound, "word/document.xml", (xml) => {
          const tags = [...xml.matchAll(/<[^>]*>/g)];
          const start = tags[from % tags.length]?.index ?? 0;
          const piece = xml.slice(start, start + length);
          return isDoubled
            ? xml.slice(0, start) + piece + xml.slice(start)
            : xml.slice(0, start) + xml.slice(start + length);
        });
        expectTold(fill(changed).diagnostics);
      }),
      { numRuns: 100 * longer },
    );
  });
});
