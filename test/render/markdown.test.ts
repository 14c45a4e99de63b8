import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../src/render/markdown.ts";
import { renderText } from "../../src/render/text.ts";
import { type SampleBlock, sampleDocument } from "../support/docx-sample.ts";

function document(...blocks: readonly SampleBlock[]): Parameters<typeof renderMarkdown>[0] {
  return sampleDocument({ title: "题", office: "办事处", date: null, blocks });
}

const paragraph = (text: string): string => renderMarkdown(document({ paragraph: [text] }));

describe("renderMarkdown", () => {
  it.each([
    ["# 不是标题", "\\# 不是标题"],
    ["1. 不是列表", "1\\. 不是列表"],
    ["2022. 不是列表", "2022\\. 不是列表"],
    ["1) 不是列表", "1\\) 不是列表"],
    ["- 不是列表", "\\- 不是列表"],
    ["+ 不是列表", "\\+ 不是列表"],
    ["> 不是引文", "\\> 不是引文"],
    ["===", "\\==="],
    ["*重* _重_ ~~删~~", "\\*重\\* \\_重\\_ \\~\\~删\\~\\~"],
    ["[文](a) ![图](b)", "\\[文\\](a) !\\[图\\](b)"],
    ["`码` $x$ <b> a|b", "\\`码\\` \\$x\\$ \\<b\\> a\\|b"],
    ["&amp; & 乙", "\\&amp; & 乙"],
    ["\\", "\\\\"],
    ["上行\n- 下行", "上行\\\n\\- 下行"],
    ["增长12.3%，3-5家", "增长12.3%，3-5家"],
  ])("writes %j so that it reads as it is", (text, markdown) => {
    expect(paragraph(text)).toBe(`${markdown}\n`);
  });

  it("writes titles, headings and a table", () => {
    const markdown = renderMarkdown(
      document(
        { title: ["报告"] },
        { heading: ["举措"], level: 1, number: "一、" },
        { heading: ["培训"], level: 4, number: "（1）" },
        { annexNote: ["甲表", "乙表"] },
        { signature: "办事处", date: "2023年1月13日" },
        { annex: "甲表", label: "附件1" },
        {
          columns: [
            { header: "指|标", width: 1, align: "left" },
            { header: "数值", width: 1, align: "right" },
            { header: "单位", width: 1, align: "center" },
          ],
          table: [[["两\n行"], [{ figure: "a", label: "甲", shown: "近1200" }]]],
        },
      ),
    );
    expect(markdown.split("\n\n")).toEqual([
      "# 报告",
      "## 一、举措",
      "##### （1）培训",
      "附件：1. 甲表",
      "2\\. 乙表",
      "办事处",
      "2023年1月13日",
      "附件1",
      "## 甲表",
      "| 指\\|标 | 数值 | 单位 |\n| :--- | ---: | :---: |\n| 两 行 | 近1200 |  |\n",
    ]);
  });

  it("never lets a cell break its row", () => {
    const cell = fc.string({ unit: fc.constantFrom("|", "\\", "\n", "\r", "甲", " ", "`") });
    fc.assert(
      fc.property(cell, cell, (one, two) => {
        const columns = ["甲", "乙"].map((header) => ({ header, width: 1, align: "left" as const }));
        const lines = renderMarkdown(document({ columns, table: [[[one], [two]]] }))
          .trimEnd()
          .split("\n");
        expect(lines.length).toBe(3);
        expect(lines[2]?.replace(/\\./g, "").match(/\|/g)?.length).toBe(3);
      }),
    );
  });
});

describe("renderText", () => {
  it("is a paragraph a line, cells parted by tabs, and ends with a line feed", () => {
    const columns = ["甲", "乙"].map((header) => ({ header, width: 1, align: "left" as const }));
    const text = renderText(
      document(
        { title: ["报告"] },
        { heading: ["举措"], level: 2, number: "（一）" },
        { paragraph: ["共", { figure: "a", label: "甲", shown: "6300余件次" }, "。"] },
        { columns, table: [[["1"], ["2"]], [["3"]]] },
      ),
    );
    expect(text).toBe("报告\n（一）举措\n共6300余件次。\n甲\t乙\n1\t2\n3\t\n");
  });

  it("is empty for an empty document", () => {
    expect([renderText(document()), renderMarkdown(document())]).toEqual(["", ""]);
  });
});
