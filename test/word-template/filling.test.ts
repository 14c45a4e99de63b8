import { describe, expect, it } from "vitest";
import { inOrder } from "../../src/diagnostic/diagnostic.ts";
import { pretty } from "../../src/diagnostic/pretty.ts";
import { descendants, type XmlElement } from "../../src/package/xml.ts";
import { lintDocx } from "../support/docx-lint.ts";
import { extractText, partRoot, partText } from "../support/docx-text.ts";
import { fill } from "../support/fill-word.ts";
import { templateOf } from "../support/word-parts.ts";

interface Built {
  readonly docx: Uint8Array | null;
  /** The errors, as they are printed. */
  readonly stderr: string;
}

function buildWith(template: Uint8Array): Built {
  const { bytes, diagnostics } = fill(template);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const style = { lang: "zh", color: false, columns: 100, path: (path: string) => path } as const;
  return {
    docx: bytes,
    stderr: inOrder(errors)
      .map((each) => `${pretty(each, style)}\n`)
      .join(""),
  };
}

/** The text before the report itself. */
function filled(body: string, more: Readonly<Record<string, string>> = {}): string {
  const { docx, stderr } = buildWith(templateOf(body, more));
  if (!docx) return stderr;
  expect(lintDocx(docx)).toEqual([]);
  return extractText(docx).split("示例街道2022年度工作报告")[0] ?? "";
}

const p = (...runs: readonly string[]): string => `<w:p>${runs.join("")}</w:p>`;
const r = (text: string, rPr = ""): string =>
  `<w:r>${rPr === "" ? "" : `<w:rPr>${rPr}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

const row = (...cells: readonly string[]): string =>
  `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${cell}</w:tc>`).join("")}</w:tr>`;
const table = (...rows: readonly string[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="4000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>${rows.join("")}</w:tbl>${p(r("后"))}`;

describe("a tag in a Word template", () => {
  it.each([
    ["gives a value", p(r("{{office.name}}文件")), "示例街道办事处文件\n"],
    ["gives a figure", p(r("隐患{{figure safety.hazardsFound}}。")), "隐患近1200项。\n"],
    ["takes smart quotes", p(r("{{none safety.accidents “未发生”}}事故")), "未发生事故\n"],
    ["takes quotes turned the wrong way", p(r("{{none safety.accidents ”未发生”}}事故")), "未发生事故\n"],
    ["takes single smart quotes", p(r("{{none safety.accidents ‘未发生’}}事故")), "未发生事故\n"],
    ["takes spaces of other kinds", p(r("{{figure\u00a0safety.patrols\u3000}}")), "180次\n"],
    [
      "is put together from runs",
      p(
        r("前{"),
        r("{fig", "<w:b/>"),
        '<w:proofErr w:type="spellStart"/>',
        r("ure safety.pat"),
        r("rols}"),
        r("}后"),
      ),
      "前180次后\n",
    ],
    [
      "is put together from tracked insertions",
      p(
        r("{{fig"),
        `<w:ins w:id="9" w:author="甲" w:date="2022-01-01T00:00:00Z">${r("ure safety.patrols}")}</w:ins>`,
        r("}"),
      ),
      "180次\n",
    ],
    [
      "is put together around bookmarks, breaks and soft hyphens",
      p(
        r("{{fig"),
        '<w:bookmarkStart w:id="5" w:name="_GoBack"/>',
        "<w:r><w:t>ure</w:t><w:br/><w:t>safety.pat</w:t><w:softHyphen/><w:t>rols</w:t></w:r>",
        '<w:bookmarkEnd w:id="5"/>',
        r("}}"),
      ),
      "180次\n",
    ],
    [
      "works in a sentence as a condition",
      p(r("{{#if (isZero safety.accidents)}}无事故{{else}}有{{figure safety.accidents}}{{/if}}。")),
      "无事故。\n",
    ],
    [
      "sees the scope of a loop",
      p(r("{{#each narrative.plans}}{{@number}}.{{lead}}；{{/each}}")),
      "1.提高认识；2.注重实效；\n",
    ],
    ["sees with", p(r("{{#with office}}{{short}}{{/with}}")), "示例街道\n"],
    ["may be escaped", p(r("写作\\{{figure x}}，{甲}")), "写作{{figure x}}，{甲}\n"],
    ["may be escaped where it is cut", p(r("写作\\{"), r("{figure x}"), r("}")), "写作{{figure x}}\n"],
    ["stands behind a backslash", p(r("甲\\\\{{year}}")), "甲\\2022\n"],
    ["may be a comment", p(r("甲{{!-- 说明 --}}乙")), "甲乙\n"],
    ["that is a comment takes its paragraph along", p(r("{{! 说明 }}")) + p(r("乙")), "乙\n"],
    ["may have three braces", p(r("{{{office.name}}}")), "示例街道办事处\n"],
    [
      "gives paragraphs of a partial alone in its own",
      p(r("{{> demolition}}")),
      "（一）拆违治乱\n共拆除超过7400平方米，其中违建3000余平方米、圈占4400余平方米。\n2022年下半年听取汇报4次。\n",
    ],
  ])("%s", (_, body, expected) => {
    expect(filled(body)).toBe(expected);
  });
});

describe("a block in a Word template", () => {
  it.each([
    [
      "repeats paragraphs",
      p(r("{{#each narrative.plans}}")) + p(r("{{lead}}")) + p(r("空")) + p(r("{{/each}}")),
      "提高认识\n空\n注重实效\n空\n",
    ],
    [
      "drops paragraphs and tables",
      p(r("前")) +
        p(r("{{#if (hasYoy safety.patrols)}}")) +
        table(row(p(r("甲")), p(r("乙")))) +
        p(r("{{/if}}")),
      "前\n",
    ],
    [
      "chooses paragraphs",
      p(r("{{#unless duties.briefings}}")) + p(r("甲")) + p(r("{{else}}")) + p(r("乙")) + p(r("{{/unless}}")),
      "乙\n",
    ],
    [
      "repeats the row that it opens and closes",
      table(
        row(p(r("项")), p(r("内容"))),
        row(p(r("{{#each narrative.plans}}{{lead}}")), p(r("{{text}}{{/each}}"))),
      ),
      "项\t内容\n提高认识\t加强学习，巩固成效。\n注重实效\t完善考核，压实责任。\n后\n",
    ],
    [
      "repeats the rows between rows of its own",
      table(
        row(p(r("{{#each narrative.plans}}")), p("")),
        row(p(r("{{lead}}")), p(r("甲"))),
        row(p(r("{{text}}")), p(r("乙"))),
        row(p(r("{{/each}}")), p("")),
      ),
      "提高认识\t甲\n加强学习，巩固成效。\t乙\n注重实效\t甲\n完善考核，压实责任。\t乙\n后\n",
    ],
    [
      "drops a row",
      table(row(p(r("甲")), p(r("乙"))), row(p(r("{{#if (hasYoy safety.patrols)}}丙")), p(r("丁{{/if}}")))),
      "甲\t乙\n后\n",
    ],
    [
      "repeats within a cell",
      table(row(p(r("{{#each narrative.plans}}{{lead}}，{{/each}}")), p(r("乙")))),
      "提高认识，注重实效，\t乙\n后\n",
    ],
    [
      "repeats paragraphs of a cell",
      table(row(p(r("{{#each narrative.plans}}")) + p(r("{{lead}}")) + p(r("{{/each}}")), p(r("乙")))),
      "提高认识注重实效\t乙\n后\n",
    ],
    [
      "opens alone in the first cell and closes alone in the last",
      table(row(p(r("{{#each narrative.plans}}")) + p(r("{{lead}}")), p(r("{{text}}")) + p(r("{{/each}}")))),
      "提高认识\t加强学习，巩固成效。\n注重实效\t完善考核，压实责任。\n后\n",
    ],
    [
      "drops all rows of a table, and the table with them",
      table(row(p(r("{{#if (hasYoy safety.patrols)}}丙")), p(r("丁{{/if}}")))),
      "后\n",
    ],
    [
      "leaves a cell that it empties a paragraph",
      table(row(p(r("{{#if (hasYoy safety.patrols)}}")) + p(r("丙")) + p(r("{{/if}}")), p(r("丁")))),
      "\t丁\n后\n",
    ],
    [
      "nests",
      p(r("{{#each narrative.plans}}")) +
        p(r("{{#if @first}}")) +
        p(r("{{lead}}")) +
        p(r("{{/if}}")) +
        p(r("{{#unless @first}}又{{lead}}{{/unless}}。")) +
        p(r("{{/each}}")),
      "提高认识\n。\n又注重实效。\n",
    ],
  ])("%s", (_, body, expected) => {
    expect(filled(body)).toBe(expected);
  });

  it("gives what it repeats ids of its own", () => {
    const marked =
      '<w:bookmarkStart w:id="3" w:name="甲"/><w:sdt><w:sdtPr><w:id w:val="77"/></w:sdtPr><w:sdtContent>' +
      `${r("{{lead}}")}</w:sdtContent></w:sdt><w:bookmarkEnd w:id="3"/>` +
      '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1" cy="1"/><wp:docPr id="4" name="图"/>' +
      '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"/></a:graphic></wp:inline></w:drawing></w:r>';
    const { docx, stderr } = buildWith(
      templateOf(
        p(r("{{#each narrative.plans}}")) +
          p(marked, r("{{figure @root.safety.patrols}}")) +
          p(r("{{/each}}")),
      ),
    );
    expect(stderr).toBe("");
    expect(docx && lintDocx(docx)).toEqual([]);
    const all = docx ? [...descendants(partRoot(docx, "word/document.xml"))] : [];
    const ids = all.filter(({ name }) => name === "wp:docPr").map(({ attributes }) => attributes.get("id"));
    expect(new Set(ids).size).toBe(2);
    const names = all
      .filter(({ name }) => name === "w:bookmarkStart")
      .map(({ attributes }) => attributes.get("w:name"));
    expect(names.slice(0, 4)).toEqual(["甲", "fig_safety_patrols_1", "甲_1", "fig_safety_patrols_2"]);
  });
});

describe("a tag elsewhere", () => {
  const box = (inside: string): string =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1" cy="1"/><wp:docPr id="4" name="框"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="s1"><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

  it("works in a text box, in both of its forms", () => {
    const { docx, stderr } = buildWith(
      templateOf(p(r("外"), box(p(r("{{figure safety.patrols}}"))), r("{{year}}"))),
    );
    expect(stderr).toBe("");
    expect(docx && lintDocx(docx)).toEqual([]);
    const text = docx ? extractText(docx) : "";
    expect(text.startsWith("外180次180次2022\n")).toBe(true);
  });

  it("tells a fault in a text box once", () => {
    const { stderr } = buildWith(templateOf(p(box(p(r("{{figure safety.patrol}}"))))));
    expect(stderr.match(/template-unknown-name/g)).toHaveLength(1);
    expect(stderr).toContain("文本框");
  });

  it("works in headers, footnotes and endnotes", () => {
    const note = (kind: string, text: string): string => `<w:${kind} w:id="2">${p(r(text))}</w:${kind}>`;
    const { docx, stderr } = buildWith(
      templateOf(p(r("甲"), '<w:r><w:footnoteReference w:id="2"/></w:r>'), {
        "header.xml":
          p(r("{{office.name}}{{figure safety.patrols}}")) +
          p(r("{{#if (hasYoy safety.patrols)}}")) +
          p(r("丙")) +
          p(r("{{/if}}")),
        "footnotes.xml": note("footnote", "注{{figure safety.patrols}}"),
        "endnotes.xml": note("endnote", "尾{{year}}"),
      }),
    );
    expect(stderr).toBe("");
    expect(docx && lintDocx(docx)).toEqual([]);
    const text = (name: string): string => (docx ? wordsIn(partRoot(docx, `word/${name}`)) : "");
    expect([text("header.xml"), text("footnotes.xml"), text("endnotes.xml")]).toEqual([
      "示例街道办事处180次",
      "注180次",
      "尾2022",
    ]);
  });
});

describe("a content control that holds a tag", () => {
  const properties =
    '<w:sdtPr><w:alias w:val="机关"/><w:id w:val="12"/><w:showingPlcHdr/><w:dataBinding w:xpath="/a" w:storeItemID="b"/><w:text/></w:sdtPr>';
  it.each([
    [
      "in a line",
      p(`<w:sdt>${properties}<w:sdtContent>${r("{{figure safety.patrols}}")}</w:sdtContent></w:sdt>`),
    ],
    [
      "around paragraphs",
      `<w:sdt>${properties}<w:sdtContent>${p(r("{{figure safety.patrols}}"))}</w:sdtContent></w:sdt>`,
    ],
  ])("is bound to nothing that would take its place: %s", (_, body) => {
    const { docx, stderr } = buildWith(templateOf(body));
    expect(stderr).toBe("");
    expect(docx && lintDocx(docx)).toEqual([]);
    const xml = docx ? partText(docx, "word/document.xml") : "";
    expect(xml).toContain('<w:sdtPr><w:alias w:val="机关"/><w:id w:val="12"/></w:sdtPr>');
    expect(xml).toContain("180次");
  });
});

describe("the look of what a tag gives", () => {
  it("is that of the run that opens it", () => {
    const look = '<w:rFonts w:ascii="方正小标宋" w:eastAsia="方正小标宋"/><w:color w:val="FF0000"/>';
    const { docx } = buildWith(templateOf(p(r("{{office", look), r(".name}}", "<w:b/>"), r("，后"))));
    const xml = docx ? partText(docx, "word/document.xml") : "";
    expect(xml).toContain(
      `<w:r><w:rPr>${look}</w:rPr><w:t>示例街道办事处</w:t></w:r><w:r><w:t>，后</w:t></w:r>`,
    );
  });

  it("is each word's own, behind what is left out of the text", () => {
    const bold = "<w:b/>";
    const { docx } = buildWith(
      templateOf(p(r("甲{{! 注 }}乙"), r("丙\\{{丁", bold), r("}}戊"), r("{{!己}}庚", bold), r("辛"))),
    );
    const xml = docx ? partText(docx, "word/document.xml") : "";
    const b = "<w:r><w:rPr><w:b/></w:rPr>";
    expect(xml).toContain(
      `<w:r><w:t>甲</w:t><w:t>乙</w:t></w:r>${b}<w:t>丙</w:t><w:t>{</w:t><w:t>{丁</w:t></w:r><w:r><w:t>}}戊</w:t></w:r>` +
        `${b}<w:t>庚</w:t></w:r><w:r><w:t>辛</w:t></w:r>`,
    );
  });

  it("is kept for figures, and for quotation marks the Chinese font", () => {
    const look = '<w:rFonts w:eastAsia="楷体"/>';
    const { docx } = buildWith(
      templateOf(
        p(r("{{figure safety.patrols}}", look)) + p(r('{{none safety.accidents "“无”"}}', "<w:b/>")),
      ),
    );
    const xml = docx ? partText(docx, "word/document.xml") : "";
    expect(xml).toContain(`<w:sdtContent><w:r><w:rPr>${look}</w:rPr><w:t>180次</w:t></w:r></w:sdtContent>`);
    expect(xml).toContain('<w:rPr><w:rFonts w:hint="eastAsia"/><w:b/></w:rPr><w:t>“无”</w:t>');
  });
});

function wordsIn(element: XmlElement): string {
  return element.children.map((each) => (typeof each === "string" ? each : wordsIn(each))).join("");
}
