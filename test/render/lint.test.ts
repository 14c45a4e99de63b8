import { describe, expect, it } from "vitest";
import { renderDocx } from "../../src/render/docx/render-docx.ts";
import { lintDocx } from "../support/docx-lint.ts";
import { largeDocument } from "../support/docx-sample.ts";
import { standardDocx, withPart } from "../support/docx-template.ts";

const rendered = renderDocx(largeDocument(), standardDocx);
const sound = rendered.ok ? rendered.bytes : new Uint8Array();

const document = "word/document.xml";
const styles = "word/styles.xml";
const footer = "word/footer1.xml";

/** Each plants one fault: a part, what is replaced in it, by what, and what the lint says. */
const faults: readonly (readonly [string, string, string | RegExp, string, string])[] = [
  ["a bookmark without end", document, '<w:bookmarkEnd w:id="3"/>', "", "bookmark 3 has no end"],
  ["a bookmark without start", document, /<w:bookmarkStart w:id="3"[^>]*>/, "", "bookmark 3 has no start"],
  [
    "a bookmark that ends twice",
    document,
    '<w:bookmarkEnd w:id="3"/>',
    '<w:bookmarkEnd w:id="3"/><w:bookmarkEnd w:id="3"/>',
    "bookmark 3 ends twice",
  ],
  [
    "two bookmarks of one id",
    document,
    '<w:bookmarkStart w:id="3"',
    '<w:bookmarkStart w:id="4"',
    "two bookmarks 4",
  ],
  [
    "two bookmarks of one name",
    document,
    'w:name="fig_group_figure4_1"',
    'w:name="FIG_group_figure5_1"',
    "two bookmarks fig_group_figure5_1",
  ],
  [
    "a bookmark with a long name",
    document,
    "fig_group_figure4_1",
    "f".repeat(41),
    `bookmark name ${"f".repeat(41)}`,
  ],
  [
    "a bookmark that ends before it starts",
    document,
    /(<w:bookmarkStart w:id="3"[^>]*>)(.*?)(<w:bookmarkEnd w:id="3"\/>)/,
    "$3$2$1",
    "bookmark 3 ends before it starts",
  ],
  ["two controls of one id", document, '<w:id w:val="3"/>', '<w:id w:val="4"/>', "two controls 4"],
  ["a control without id", document, '<w:id w:val="3"/>', "", "control id none"],
  [
    "an empty control",
    document,
    /<w:sdtContent>.*?<\/w:sdtContent>/,
    "<w:sdtContent/>",
    "control 1 is empty",
  ],
  [
    "a long tag",
    document,
    'w:tag w:val="group.figure4"',
    `w:tag w:val="${"t".repeat(65)}"`,
    "w:tag is longer than 64",
  ],
  ["a field without end", footer, /<w:fldChar w:fldCharType="end"\/>/, "", `${footer}: field without end`],
  [
    "a field without start",
    footer,
    /<w:fldChar w:fldCharType="begin"\/>/,
    "",
    `${footer}: field separate out of place`,
  ],
  [
    "a style that is not there",
    document,
    'w:pStyle w:val="Title"',
    'w:pStyle w:val="Titel"',
    `${document}: no paragraph style Titel`,
  ],
  [
    "a table with a paragraph's style",
    document,
    'w:tblStyle w:val="ReportTable"',
    'w:tblStyle w:val="Title"',
    `${document}: no table style Title`,
  ],
  [
    "a style that stands on none",
    styles,
    '<w:basedOn w:val="Footer"/>',
    '<w:basedOn w:val="Foot"/>',
    `${styles}: no style Foot`,
  ],
  ["two styles of one id", styles, 'w:styleId="IssueDate"', 'w:styleId="Title"', "two styles Title"],
  [
    "a link to nothing",
    "word/_rels/document.xml.rels",
    "styles.xml",
    "stile.xml",
    `${document}: link to word/stile.xml, which is not there`,
  ],
  [
    "two links of one id",
    "word/_rels/document.xml.rels",
    'Id="rId5"',
    'Id="rId1"',
    `${document}: two links rId1`,
  ],
  ["a link that is not there", document, 'r:id="rId6"', 'r:id="rId66"', `${document}: no link rId66`],
  [
    "a part without content type",
    "[Content_Types].xml",
    /<Default [^>]*Extension="xml"\/>(.*)<Override [^>]*\/word\/footer1.xml"\/>/,
    "$1",
    `no content type for ${footer}`,
  ],
  [
    "a content type without part",
    "[Content_Types].xml",
    "/word/footer1.xml",
    "/word/footer9.xml",
    "content type for word/footer9.xml, which is not there",
  ],
  [
    "two content types",
    "[Content_Types].xml",
    "/word/footer1.xml",
    "/word/footer2.xml",
    "two content types for word/footer2.xml",
  ],
  [
    "properties out of order",
    document,
    /(<w:alias [^>]*>)(<w:tag [^>]*>)/,
    "$2$1",
    `${document}: w:alias stands out of order in w:sdtPr`,
  ],
  [
    "a cell without a paragraph",
    document,
    /(<\/w:tcPr>)<w:p>.*?<\/w:p>/,
    "$1",
    `${document}: a cell without a paragraph`,
  ],
  [
    "a table at the end",
    document,
    /<\/w:tbl><w:p>.*?<\/w:p>/,
    "</w:tbl>",
    `${document}: a table without a paragraph after it`,
  ],
  ["XML that does not parse", footer, "</w:ftr>", "", `${footer}: xml-malformed`],
];

describe("lintDocx", () => {
  it("finds nothing in a sound file", () => {
    expect(lintDocx(sound)).toEqual([]);
  });

  it.each(faults)("finds %s", (_, part, from, to, fault) => {
    const broken = withPart(sound, part, (xml) => {
      const changed = xml.replace(from, to);
      expect(changed).not.toBe(xml);
      return changed;
    });
    expect(lintDocx(broken)).toContain(fault);
  });
});
