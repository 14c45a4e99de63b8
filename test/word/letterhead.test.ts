import { describe, expect, it } from "vitest";
import { letterheadTemplate, partsOf } from "../../src/standard-template/standard-template.ts";
import { lintDocx } from "../support/docx-lint.ts";
import { extractText, partText } from "../support/docx-text.ts";
import { baseData } from "../support/fill-word.ts";
import { fullLetterhead, issued, letterheadDocx, withLetterhead } from "../support/letterhead.ts";

/** The lines of a report that hold words, up to its title and behind its annex. */
function around(data: string): { readonly head: readonly string[]; readonly foot: readonly string[] } {
  const lines = extractText(withLetterhead(data))
    .split("\n")
    .filter((line) => line.trim() !== "");
  const title = lines.findIndex((line) => line.includes("年度工作报告"));
  const annex = lines.findLastIndex((line) => /^\d+\t/.test(line));
  return { head: lines.slice(0, title), foot: lines.slice(annex + 1) };
}

describe("the letterhead", () => {
  it("is what its script writes, the same each time", async () => {
    const [first, second] = [await letterheadTemplate(), await letterheadTemplate()];
    expect(Buffer.compare(first, second)).toBe(0);
    expect(partsOf(letterheadDocx)).toEqual(partsOf(first));
  });

  it("has no fault that Word would stumble over, nor has a report under it", () => {
    for (const docx of [letterheadDocx, withLetterhead(fullLetterhead), withLetterhead(baseData)])
      expect(lintDocx(docx)).toEqual([]);
  });

  it("names a style for everything, and has each of them", () => {
    const named = [...partText(letterheadDocx, "word/document.xml").matchAll(/<w:[pr]Style w:val="(\w+)"/g)];
    const styles = partText(letterheadDocx, "word/styles.xml");
    expect(named.length).toBeGreaterThan(30);
    for (const [, id] of named) expect(styles).toContain(`w:styleId="${id}"`);
  });
});

describe("a report under the letterhead", () => {
  it("has all that the data gives, in the order of the standard", () => {
    // A cell and a text box are a line.
    expect(around(fullLetterhead)).toEqual({
      head: ["000001秘密★1年加急", "示例街道办事处文件", "示政报〔2023〕6号	签发人：张某某"],
      foot: ["抄送：示例区人民检察院、示例区人民法院。示例街道办事处办公室	2023年2月21日印发"],
    });
  });

  it.each([
    ["nothing", baseData, [], []],
    ["a number", issued("number: 示政发〔2023〕12号"), ["示政发〔2023〕12号"], []],
    ["a signer who has no number yet", issued("signer: 张某某"), ["\t签发人：张某某"], []],
    ["copies", issued("copiesTo: 示例区人民法院"), [], ["抄送：示例区人民法院。"]],
    [
      "a printing date",
      issued("printed: { office: 示例街道办事处办公室, date: 2023-03-01 }"),
      [],
      ["示例街道办事处办公室\t2023年3月1日印发"],
    ],
  ])("given %s has that and the name", (_, data, head, foot) => {
    expect(around(data)).toEqual({ head: ["示例街道办事处文件", ...head], foot });
  });

  it("has no text box where there is no imprint", () => {
    expect(partText(withLetterhead(baseData), "word/document.xml")).not.toContain("<w:pict");
    expect(partText(withLetterhead(fullLetterhead), "word/document.xml").match(/<w:pict/g)).toHaveLength(1);
  });
});
