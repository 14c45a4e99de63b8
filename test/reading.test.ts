import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { main } from "../src/main.ts";
import { openWord } from "../src/reading/open-word.ts";
import { plainText } from "../src/reading/plain-text.ts";
import { baseFiles } from "./support/case.ts";
import { standardDocx, withBody, withPart } from "./support/docx-template.ts";
import { memoryHost } from "./support/memory-host.ts";

function textOf(bytes: Uint8Array): string {
  const opened = openWord(bytes);
  if (!opened.ok) throw new Error(opened.reason);
  return plainText(opened.file);
}

/** The lines of a body, without the footer that the standard template has. */
function body(xml: string): readonly string[] {
  return textOf(withBody(xml))
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("[footer]"));
}

const run = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const paragraph = (content: string): string => `<w:p>${content}</w:p>`;
const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

describe("the words of a Word file", () => {
  it.each([
    [
      "runs that Word has split",
      `${run("示例")}<w:proofErr w:type="spellStart"/>${run("街道")}`,
      ["示例街道"],
    ],
    [
      "line breaks and tabs",
      `<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t></w:r>`,
      ["一", "二\t三"],
    ],
    [
      "tracked changes as they would be accepted",
      `${run("整改")}<w:del w:id="1" w:author="甲"><w:r><w:delText>10</w:delText></w:r></w:del><w:ins w:id="2" w:author="甲">${run("12")}</w:ins>${run("项")}`,
      ["整改12项"],
    ],
    [
      "the result of a field, not its code",
      `${mark("begin")}<w:r><w:instrText>DATE \\@ "yyyy"</w:instrText></w:r>${mark("separate")}${run("2022")}${mark("end")}${run("年")}`,
      ["2022年"],
    ],
    [
      "a page number as a mark",
      `${run("第")}${mark("begin")}<w:r><w:instrText> PAGE </w:instrText></w:r>${mark("separate")}${run("7")}${mark("end")}${run("页，共")}<w:fldSimple w:instr="NUMPAGES">${run("9")}</w:fldSimple>${run("页")}`,
      ["第#页，共#页"],
    ],
    [
      "content controls and links",
      `<w:sdt><w:sdtPr><w:alias w:val="不印"/></w:sdtPr><w:sdtContent>${run("近1200")}</w:sdtContent></w:sdt><w:hyperlink>${run("项")}</w:hyperlink>`,
      ["近1200项"],
    ],
    [
      "a text box once, after its paragraph",
      `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${paragraph(run("签发"))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph(run("签发"))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run("正文")}`,
      ["正文", "签发"],
    ],
  ])("has %s", (_name, content, lines) => {
    expect(body(paragraph(content))).toEqual(lines);
  });

  it("has a row of a table a line", () => {
    const cell = (words: string): string => `<w:tc><w:tcPr/>${paragraph(run(words))}</w:tc>`;
    const rows = `<w:tr>${cell("指标")}${cell("数值")}</w:tr><w:sdt><w:sdtContent><w:tr>${cell("隐患")}${cell("12")}</w:tr></w:sdtContent></w:sdt>`;
    expect(body(`<w:tbl><w:tblPr/>${rows}</w:tbl>${paragraph(run("完"))}`)).toEqual([
      "指标\t数值",
      "隐患\t12",
      "完",
    ]);
  });

  it("has page numbers of the footer as a mark, and each footer once", () => {
    expect(textOf(standardDocx)).toBe("{{body}}\n[footer] — # —\n");
  });

  it("of a built report are those of its plain text", async () => {
    const host = memoryHost({ files: baseFiles() });
    expect(await main(["build", "2022", "--format", "docx,txt"], host)).toBe(0);
    const written = [...host.files].filter(([path]) => path.startsWith("/work/out/"));
    const [docx, txt] = [".docx", ".txt"].map((end) => written.find(([path]) => path.endsWith(end))?.[1]);
    const squeeze = (text: string): string => text.replace(/\[footer\].*|\s/g, "");
    expect(squeeze(textOf(docx ?? new Uint8Array()))).toBe(squeeze(new TextDecoder().decode(txt)));
  });
});

/** So many paragraphs that do not pack well. */
function unlike(count: number): string {
  return Array.from({ length: count }, (_, at) => `<w:p><w:r w:id="${at}"/></w:p><w:p/>`).join("");
}

describe("a Word file that is none", () => {
  it("is refused with a reason wherever it is cut", () => {
    fc.assert(
      fc.property(fc.nat(standardDocx.length - 1), (length) => {
        expect(openWord(standardDocx.slice(0, length)).ok).toBe(false);
      }),
    );
  });

  it("never throws, whatever byte is changed", () => {
    fc.assert(
      fc.property(fc.nat(standardDocx.length - 1), fc.nat(255), (at, byte) => {
        const bytes = Uint8Array.from(standardDocx);
        bytes[at] = byte;
        const opened = openWord(bytes);
        expect(typeof (opened.ok ? plainText(opened.file) : opened.reason)).toBe("string");
      }),
    );
  });

  it.each([
    ["word/document.xml", () => "<w:document", "xml-malformed"],
    ["word/document.xml", () => "<!DOCTYPE a><w:document/>", "xml-doctype"],
    ["word/document.xml", () => `${"<w:p>".repeat(300)}`, "xml-too-deep"],
    ["word/document.xml", () => "<html/>", "not-a-document"],
    ["word/document.xml", (xml: string) => xml.replace("<w:p>", `${unlike(150_000)}<w:p>`), "too-large"],
    ["word/footer1.xml", (xml: string) => xml.replace("<w:p>", `${unlike(150_000)}<w:p>`), "too-large"],
    ["word/document.xml", () => null, "not-a-document"],
    ["word/document.xml", () => new Uint8Array([0x3c, 0xff, 0xfe]), "not-utf-8"],
    ["_rels/.rels", () => null, "not-a-document"],
  ])("is refused: %s, case %#", (part, change, reason) => {
    expect(openWord(withPart(standardDocx, part, change))).toEqual({ ok: false, reason });
  });
});
