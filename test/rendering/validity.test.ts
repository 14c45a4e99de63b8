import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderText } from "../../src/render/text.ts";
import { lintDocx } from "../support/docx-lint.ts";
import { largeDocument } from "../support/docx-sample.ts";
import { standardDocx, withPart } from "../support/docx-template.ts";
import { extractText, partsOf } from "../support/docx-text.ts";
import { fill } from "../support/fill-word.ts";
import { fullLetterhead, withLetterhead } from "../support/letterhead.ts";
import { templateOf } from "../support/word-parts.ts";
import { has, output, python, realReport, root, save, schemas, toPdf, validator, write } from "./tools.ts";

/** Written once for all tests of this file, and only where one of them runs. */
const files: Record<string, string> = {};
const fileOf: Readonly<Record<string, () => string>> = {
  "the report of 2022": realReport,
  "a made-up report": () => write(largeDocument()),
  "a report in a template without our styles": () => write(largeDocument(), bareTemplate()),
  "a report in a template with tags": () => save(taggedReport(), "tagged.docx"),
  "the standard template": () => join(root, "templates", "standard.docx"),
  "the letterhead": () => join(root, "templates", "letterhead.docx"),
  "a report under a letterhead": () => save(withLetterhead(fullLetterhead), "letterhead.docx"),
};
const names = Object.keys(fileOf);

function path(name: string): string {
  files[name] ??= fileOf[name]?.() ?? "";
  return files[name];
}

function bareTemplate(): Uint8Array {
  return withPart(standardDocx, "word/styles.xml", (xml) =>
    xml.replace(/<w:style [^>]*w:styleId="(?!Normal"|TableNormal"|Footer|Odd|Even)[\s\S]*?<\/w:style>/g, ""),
  );
}

/** Blocks over paragraphs, rows and words, in the body, a header and a footnote. */
function taggedReport(): Uint8Array {
  const p = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  const cell = (text: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${p(text)}</w:tc>`;
  const table =
    '<w:tbl><w:tblPr><w:tblW w:w="4000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>' +
    `<w:tr>${cell("{{#each narrative.plans}}{{lead}}")}${cell("{{figure @root.safety.patrols}}{{/each}}")}</w:tr></w:tbl>`;
  const note = '<w:p><w:r><w:t>注</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>';
  const template = templateOf(
    [
      p(
        "{{office.name}}：隐患{{figure safety.hazardsFound}}{{#if (isZero safety.accidents)}}，无事故{{/if}}。",
      ),
      ...["{{#each narrative.plans}}", "{{lead}}", "{{/each}}"].map(p),
      table + note,
    ].join(""),
    {
      "header.xml": p("{{figure safety.patrols}}"),
      "footnotes.xml": `<w:footnote w:id="2">${p("{{year}}年")}</w:footnote>`,
    },
  );
  const { bytes } = fill(template);
  if (!bytes) throw new Error("the template is not filled");
  return bytes;
}

describe.skipIf(!has.validator)("Microsoft's Open XML SDK validator", () => {
  it.each(names)("finds no fault in %s", (name) => {
    expect(JSON.parse(output(validator, path(name)))).toMatchObject({ ok: true, errors: [] });
  });

  it("finds a planted fault", () => {
    const broken = withPart(readFileSync(path("a made-up report")), "word/document.xml", (xml) =>
      xml.replace("<w:pPr>", '<w:pPr><w:jc w:val="center"/>'),
    );
    expect(() => output(validator, save(broken, "broken.docx"))).toThrow("UnexpectedElement");
  });
});

describe.skipIf(!has.xmllint)("the transitional schemas of ECMA-376", () => {
  const schema = join(schemas, "wml.xsd");
  const wordParts = (name: string): readonly (readonly [string, Uint8Array])[] =>
    [...partsOf(readFileSync(path(name)))].filter(([part]) => /^word\/[^/]+\.xml$/.test(part));

  it.each(names)("allow %s", (name) => {
    expect(wordParts(name).length).toBeGreaterThanOrEqual(6);
    for (const [part, bytes] of wordParts(name)) {
      // Nothing that mc:Ignorable names has to be taken out first.
      expect(new TextDecoder().decode(bytes)).not.toContain("mc:Ignorable");
      output("xmllint", "--nonet", "--noout", "--schema", schema, save(bytes, part.replace("/", "-")));
    }
  });

  it("refuse a planted fault", () => {
    const broken = withPart(standardDocx, "word/document.xml", (xml) =>
      xml.replace("<w:pgNumType/>", "<w:pgNumTyp/>"),
    );
    const bytes = partsOf(broken).get("word/document.xml") ?? new Uint8Array();
    expect(() =>
      output("xmllint", "--nonet", "--noout", "--schema", schema, save(bytes, "broken.xml")),
    ).toThrow("pgNumTyp");
  });
});

const readByPython = `
import sys, docx
from docx.table import Table
from docx.text.paragraph import Paragraph
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
document = docx.Document(sys.argv[1])
words = lambda element: "".join(t.text or "" for t in element.iter(W + "t"))
for block in document.element.body:
    if block.tag == W + "p": print(Paragraph(block, document).style.name, words(block), sep="|")
    if block.tag == W + "tbl":
        for row in Table(block, document).rows: print("row", "\\t".join(words(cell._tc) for cell in row.cells), sep="|")
properties = document.core_properties
print(properties.title, properties.author, properties.created, sep="|")
`;

describe.skipIf(!has.pythonDocx)("python-docx", () => {
  const read = (name: string): readonly string[] =>
    output(python, "-c", readByPython, path(name))
      .split("\n")
      .filter((line) => !/\|$/.test(line) && line !== "");

  it("reads the text, the styles and the properties of a made-up report", () => {
    const lines = read("a made-up report");
    const text = lines.slice(0, -1).map((line) => `${line.slice(line.indexOf("|") + 1)}\n`);
    expect(text.join("")).toBe(renderText(largeDocument()));
    expect(lines.filter((line) => line.startsWith("Heading 1|")).length).toBe(5);
    expect(lines.filter((line) => line.startsWith("公文正文|")).length).toBe(20);
    expect(lines.at(-1)).toBe("某街道2022年度法治政府建设情况报告|某街道办事处|2023-01-13 00:00:00");
  });

  it("reads the text of the report of 2022", () => {
    const text = read("the report of 2022")
      .slice(0, -1)
      .map((line) => `${line.slice(line.indexOf("|") + 1)}\n`);
    expect(text.join("")).toBe(extractText(readFileSync(path("the report of 2022"))));
  });
});

describe.skipIf(!has.office)("LibreOffice", () => {
  it("keeps the bookmark of every figure", () => {
    const { odt } = toPdf(path("a made-up report"));
    const names = [...odt.matchAll(/<text:bookmark-start text:name="(fig_[^"]*)"/g)].map(([, name]) => name);
    expect(names.length).toBe(120);
    expect(new Set(names).size).toBe(120);
  });
});

describe("the report of 2022", () => {
  it("has no fault that validators miss", () => {
    expect(lintDocx(readFileSync(path("the report of 2022")))).toEqual([]);
  });
});
