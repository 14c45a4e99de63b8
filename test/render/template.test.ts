import { describe, expect, it } from "vitest";
import { descendants } from "../../src/package/xml.ts";
import { renderDocx } from "../../src/render/docx/render-docx.ts";
import { lintDocx } from "../support/docx-lint.ts";
import { sampleDocument } from "../support/docx-sample.ts";
import { standardDocx, withBody, withPart } from "../support/docx-template.ts";
import { extractText, partRoot, partText } from "../support/docx-text.ts";

const figure = { figure: "a.b", label: "标签", shown: "3" };
const document = sampleDocument({
  title: "题",
  office: "办事处",
  date: null,
  blocks: [{ paragraph: ["甲", figure, "乙"] }],
});
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const paragraph = (inside: string): string => `<w:p>${inside}</w:p>`;

function fill(template: Uint8Array): Uint8Array {
  const rendered = renderDocx(document, template);
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.reason));
  expect(lintDocx(rendered.bytes)).toEqual([]);
  return rendered.bytes;
}

function reason(template: Uint8Array): string {
  const rendered = renderDocx(document, template);
  if (rendered.ok) return "filled";
  const { reason } = rendered;
  if (reason.kind === "part-missing") return `${reason.kind} ${reason.part}`;
  return "detail" in reason ? `${reason.kind} ${reason.detail}` : reason.kind;
}

describe("{{body}}", () => {
  it.each([
    [
      "split over runs",
      paragraph(`${run("{{")}<w:r><w:rPr><w:b/></w:rPr><w:t>bo</w:t></w:r>${run("dy")}${run("}}")}`),
    ],
    [
      "with spaces",
      paragraph(
        '<w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve"> {{ body }} </w:t></w:r>',
      ),
    ],
    [
      "with marks of spelling",
      paragraph(`<w:proofErr w:type="spellStart"/>${run("{{body}}")}<w:proofErr w:type="spellEnd"/>`),
    ],
  ])("is found %s", (_, xml) => {
    expect(extractText(fill(withBody(xml)))).toBe("甲3乙\n");
  });

  it("leaves what stands around it as it is", () => {
    const letterhead = paragraph('<w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>红头</w:t></w:r>');
    const bytes = fill(withBody(`${letterhead}${paragraph(run("{{body}}"))}${paragraph(run("抄送"))}`));
    expect(extractText(bytes)).toBe("红头\n甲3乙\n抄送\n");
    expect(partText(bytes, "word/document.xml")).toContain(letterhead);
  });

  it("keeps both ends of a bookmark that one paragraph shares with another", () => {
    const start = '<w:bookmarkStart w:id="7" w:name="mark"/>';
    const end = '<w:bookmarkEnd w:id="7"/>';
    const bytes = fill(withBody(paragraph(start + run("前")) + paragraph(run("{{body}}") + end)));
    expect(partText(bytes, "word/document.xml")).toContain(end);
  });

  it.each([
    ["no tag", paragraph(run("正文")), "no-body"],
    ["a tag in another word", paragraph(run("{{bodies}}")), "no-body"],
    ["two tags", paragraph(run("{{body}}")).repeat(2), "two-bodies"],
    ["two tags in one paragraph", paragraph(run("{{body}}{{body}}")), "two-bodies"],
    ["text beside", paragraph(run("正文：{{body}}")), "text-beside-body"],
    [
      "a page break beside",
      paragraph(`${run("{{body}}")}<w:r><w:br w:type="page"/></w:r>`),
      "text-beside-body",
    ],
    [
      "a link around",
      paragraph(`<w:hyperlink w:anchor="a">${run("{{body}}")}</w:hyperlink>`),
      "text-beside-body",
    ],
    ["the end of a section", paragraph(`<w:pPr><w:sectPr/></w:pPr>${run("{{body}}")}`), "text-beside-body"],
    [
      "a table around",
      `<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>${paragraph(run("{{body}}"))}</w:tc></w:tr></w:tbl>${paragraph("")}`,
      "other body-not-top-level",
    ],
    ["another tag", paragraph(run("{{title}}")) + paragraph(run("{{body}}")), "other unknown-tag"],
  ])("is refused: %s", (_, xml, expected) => {
    expect(reason(withBody(xml))).toBe(expected);
  });
});

describe("a template is refused", () => {
  const documentXml = "word/document.xml";
  const types = "[Content_Types].xml";
  it.each<[string, Uint8Array, string]>([
    ["that is no zip", Buffer.from("words"), "not-a-package not-a-zip"],
    ["without content types", withPart(standardDocx, types, () => null), `part-missing ${types}`],
    ["without relationships", withPart(standardDocx, "_rels/.rels", () => null), "part-missing _rels/.rels"],
    ["without a document", withPart(standardDocx, documentXml, () => null), `part-missing ${documentXml}`],
    ["without styles", withPart(standardDocx, "word/styles.xml", () => null), "part-missing word/styles.xml"],
    [
      "without a link to its styles",
      withPart(standardDocx, "word/_rels/document.xml.rels", (xml) => xml.replace('/styles"', '/other"')),
      "part-missing word/styles.xml",
    ],
    [
      "with macros",
      withPart(standardDocx, types, (xml) => xml.replace("document.main", "macro.main")),
      "other not-a-document",
    ],
    [
      "that links to no document",
      withPart(standardDocx, "_rels/.rels", (xml) => xml.replace('/officeDocument"', '/other"')),
      "other not-a-document",
    ],
    [
      "in strict OOXML",
      withPart(standardDocx, documentXml, (xml) =>
        xml.replace(
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
      ),
      "other not-transitional",
    ],
    ["that is cut", withPart(standardDocx, documentXml, (xml) => xml.slice(0, -20)), "other xml-malformed"],
    [
      "with a DOCTYPE",
      withPart(standardDocx, documentXml, (xml) => `<!DOCTYPE a>${xml}`),
      "other xml-doctype",
    ],
    [
      "in UTF-16",
      withPart(standardDocx, documentXml, (xml) => Buffer.from(`\ufeff${xml}`, "utf16le")),
      "other not-utf-8",
    ],
  ])("%s", (_, template, expected) => {
    expect(reason(template)).toBe(expected);
  });
});

describe("styles", () => {
  it("are looked up by name, whatever their ids and the case of Word's own names", () => {
    const renamed = withPart(standardDocx, "word/styles.xml", (xml) =>
      xml
        .replaceAll('"ReportBody"', '"Style10"')
        .replace('"heading 1"', '"Heading 1"')
        .replaceAll('"Heading1"', '"1"'),
    );
    const rendered = renderDocx(document, renamed);
    expect(rendered.ok && rendered.missingStyles).toEqual([]);
    expect(rendered.ok && partText(rendered.bytes, "word/document.xml")).toContain(
      '<w:pStyle w:val="Style10"/>',
    );
  });

  it("are found by another name", () => {
    const renamed = withPart(standardDocx, "word/styles.xml", (xml) =>
      xml.replace(
        '<w:name w:val="公文正文"/>',
        '<w:name w:val="Body"/><w:aliases w:val="正文文字,公文正文"/>',
      ),
    );
    const rendered = renderDocx(document, renamed);
    expect(rendered.ok && rendered.missingStyles).toEqual([]);
  });

  it.each([
    ["标题 1", '"heading 1"', "heading 1"],
    ["一级标题", '"heading 1"', "heading 1"],
    ["标题", '"Title"', "Title"],
    ["正文首行缩进", '"公文正文"', "公文正文"],
    ["落款", '"署名"', "署名"],
  ])("are found as offices call them: %s", (name, standard, missing) => {
    const renamed = withPart(standardDocx, "word/styles.xml", (xml) =>
      xml.replace(`<w:name w:val=${standard}/>`, `<w:name w:val="${name}"/>`),
    );
    const rendered = renderDocx(document, renamed);
    expect(rendered.ok && rendered.missingStyles).toEqual([]);
    const lacking = withPart(renamed, "word/styles.xml", (xml) => xml.replace(`"${name}"`, '"另一个"'));
    const standards = renderDocx(document, lacking);
    expect(standards.ok && standards.missingStyles).toEqual([missing]);
  });

  it.each([
    ["indented", '<w:ind w:firstLineChars="200"/>', []],
    ["plain", "", ["公文正文"]],
  ])("take 正文 for the text where it is %s", (_, indent, missing) => {
    const changed = withPart(standardDocx, "word/styles.xml", (xml) =>
      xml
        .replace('<w:name w:val="公文正文"/>', '<w:name w:val="另一个"/>')
        .replace(
          /(<w:name w:val="Normal"\/>.*?<w:pPr>.*?)(<w:jc)/,
          (_whole, before, after) => before + indent + after,
        ),
    );
    const rendered = renderDocx(document, changed);
    expect(rendered.ok && rendered.missingStyles).toEqual(missing);
  });

  it("come from the standard where a template lacks them, and are named", () => {
    const bare = withPart(standardDocx, "word/styles.xml", (xml) =>
      xml.replace(
        /<w:style [^>]*w:styleId="(?!Normal"|TableNormal"|Footer|Odd|Even)[\s\S]*?<\/w:style>/g,
        "",
      ),
    );
    const clash = withPart(bare, "word/styles.xml", (xml) =>
      xml.replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="又一个"/></w:style></w:styles>',
      ),
    );
    const rendered = renderDocx(document, clash);
    expect(rendered.ok && rendered.missingStyles).toContain("公文正文");
    expect(rendered.ok && rendered.missingStyles).toContain("heading 4");
    expect(rendered.ok && lintDocx(rendered.bytes)).toEqual([]);
    const styles = rendered.ok ? partText(rendered.bytes, "word/styles.xml") : "";
    expect(styles).toContain(
      '<w:style w:type="paragraph" w:styleId="Title1"><w:name w:val="Title"/><w:basedOn w:val="ReportBase"/>',
    );
  });
});

describe("a filled template", () => {
  it("uses no id and no name that the template has", () => {
    const taken =
      '<w:bookmarkStart w:id="41" w:name="fig_a_b_1"/><w:sdt><w:sdtPr><w:id w:val="1999999999"/></w:sdtPr><w:sdtContent>' +
      `${run("旧")}</w:sdtContent></w:sdt><w:bookmarkEnd w:id="41"/>`;
    const bytes = fill(withBody(paragraph(taken) + paragraph(run("{{body}}"))));
    const all = [...descendants(partRoot(bytes, "word/document.xml"))];
    const starts = all
      .filter(({ name }) => name === "w:bookmarkStart")
      .map(({ attributes }) => attributes.get("w:name"));
    expect(starts).toEqual(["fig_a_b_1", "fig_a_b_2"]);
  });

  it("has core properties, announced where the template had none", () => {
    const core = "docProps/core.xml";
    const without = [
      ["_rels/.rels", /<Relationship [^>]*core-properties"[^>]*>/],
      ["[Content_Types].xml", /<Override [^>]*core-properties[^>]*>/],
    ] as const;
    const bare = without.reduce(
      (bytes, [name, element]) => withPart(bytes, name, (xml) => xml.replace(element, "")),
      withPart(standardDocx, core, () => null),
    );
    expect(partText(fill(bare), core)).toContain(
      "<dc:title>题</dc:title><dc:creator>办事处</dc:creator></cp:",
    );
  });

  it("is a document where the template was a .dotx", () => {
    const types = "[Content_Types].xml";
    const dotx = withPart(standardDocx, types, (xml) =>
      xml.replace("document.main+xml", "template.main+xml"),
    );
    expect(partText(fill(dotx), types)).toContain("wordprocessingml.document.main+xml");
  });

  it("has tables as wide as the text of its section", () => {
    const table = sampleDocument({
      title: "题",
      office: "",
      date: null,
      blocks: [{ table: [], columns: [{ header: "甲", width: 1, align: "left" }] }],
    });
    const wide = withPart(standardDocx, "word/document.xml", (xml) =>
      xml.replace('w:left="1588"', 'w:left="1000"'),
    );
    const rendered = renderDocx(table, wide);
    expect(rendered.ok && partText(rendered.bytes, "word/document.xml")).toContain(
      '<w:tblW w:w="9432" w:type="dxa"/>',
    );
  });
});

describe("a character that XML cannot hold", () => {
  it.each(["\u0000", "\u001b", "\ufffe", "\ud800", "a\udc00"])("is refused: %j", (character) => {
    for (const blocks of [
      [{ paragraph: [character] }],
      [{ annex: "题", label: character }],
      [{ paragraph: [{ ...figure, label: character }] }],
      [{ columns: [{ header: character, width: 1, align: "left" as const }], table: [] }],
    ]) {
      const rendered = renderDocx(
        sampleDocument({ title: "题", office: "", date: null, blocks }),
        standardDocx,
      );
      expect(rendered).toEqual({ ok: false, reason: { kind: "other", detail: "forbidden-character" } });
    }
  });
});
