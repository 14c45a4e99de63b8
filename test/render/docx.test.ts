import { createHash } from "node:crypto";
import fc from "fast-check";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { descendants } from "../../src/package/xml.ts";
import { hasForbidden } from "../../src/package/xml-text.ts";
import { bookmarkStem } from "../../src/render/docx/marks.ts";
import { renderDocx } from "../../src/render/docx/render-docx.ts";
import { renderText } from "../../src/render/text.ts";
import { lintDocx } from "../support/docx-lint.ts";
import { largeDocument, type SampleInline, sampleDocument } from "../support/docx-sample.ts";
import { standardDocx } from "../support/docx-template.ts";
import { extractText, partRoot } from "../support/docx-text.ts";

function docx(document: Document): Uint8Array {
  const rendered = renderDocx(document, standardDocx);
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.reason));
  return rendered.bytes;
}

const tokens = (text: string): readonly string[] => text.split(/\s+/).filter((token) => token !== "");

describe("the docx of a large report", () => {
  const document = largeDocument();
  const bytes = docx(document);

  it("holds the text that renderText gives", () => {
    expect(extractText(bytes)).toBe(renderText(document));
  });

  it("holds the same words for mammoth", async () => {
    const { value, messages } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(tokens(value)).toEqual(tokens(renderText(document)));
    expect(messages).toEqual([]);
  });

  it("has real headings for mammoth", async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect([value.match(/<h1>/g)?.length, value.match(/<h2>/g)?.length]).toEqual([5, 15]);
    expect(value).toContain("<thead>");
  });

  it("has no fault that Word would stumble over", () => {
    expect(lintDocx(bytes)).toEqual([]);
  });

  it("is the same bytes again, and holds no date but the document's", () => {
    const hash = (each: Uint8Array): string => createHash("sha256").update(each).digest("hex");
    expect(hash(docx(largeDocument()))).toBe(hash(bytes));
  });

  it("carries every figure in a control and a bookmark", () => {
    const all = [...descendants(partRoot(bytes, "word/document.xml"))];
    const tags = all.filter(({ name }) => name === "w:tag").map(({ attributes }) => attributes.get("w:val"));
    const figures = document.blocks.flatMap((block) =>
      "content" in block
        ? block.content
        : block.kind === "table"
          ? block.rows.flatMap(({ cells }) => cells.flat())
          : [],
    );
    expect(tags).toEqual(figures.flatMap((each) => (each.kind === "figure" ? each.figure.indicator.id : [])));
    expect(tags.length).toBe(120);
  });
});

const text = fc
  .string({ unit: "binary", maxLength: 30 })
  .filter((each) => !hasForbidden(each) && !/[\r\n\t]/.test(each));
const inline = fc.oneof(
  text,
  fc.record({ figure: text, label: text, shown: text.filter((each) => each !== "") }),
) satisfies fc.Arbitrary<SampleInline>;

describe("any text", () => {
  it("comes out as it went in, in a file without faults", () => {
    fc.assert(
      fc.property(fc.array(inline, { minLength: 1, maxLength: 8 }), text, (content, title) => {
        const blocks = [{ paragraph: content }, { annex: title, label: "附件" }];
        const document = sampleDocument({ title, office: title, date: null, blocks });
        const bytes = docx(document);
        expect(extractText(bytes)).toBe(renderText(document).replace(/^\n+/gm, ""));
        expect(lintDocx(bytes)).toEqual([]);
      }),
    );
  });

  it("gives bookmarks of at most 40 characters, apart from one another", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,60}$/), { minLength: 2 }), (ids) => {
        const stems = ids.map(bookmarkStem);
        expect(new Set(stems).size).toBe(ids.length);
        for (const stem of stems) expect(`${stem}_9999999`.length).toBeLessThanOrEqual(40);
      }),
    );
  });
});
