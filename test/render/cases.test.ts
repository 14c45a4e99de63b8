import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { child, elements } from "../../src/package/xml.ts";
import { renderDocx } from "../../src/render/docx/render-docx.ts";
import { renderMarkdown } from "../../src/render/markdown.ts";
import { renderText } from "../../src/render/text.ts";
import { lintDocx } from "../support/docx-lint.ts";
import { type SampleDocument, sampleDocument } from "../support/docx-sample.ts";
import { extractText, partRoot } from "../support/docx-text.ts";
import { pretty } from "../support/ooxml-pretty.ts";

const folder = join(import.meta.dirname, "..", "cases", "render");
const template = readFileSync(join(import.meta.dirname, "..", "..", "templates", "standard.docx"));

/** A case is a document and what becomes of it; `vitest -u` writes what is expected anew, to be reviewed. */
describe.each(readdirSync(folder))("%s", (name) => {
  const input = JSON.parse(readFileSync(join(folder, name, "document.json"), "utf8")) as SampleDocument;
  const document = sampleDocument(input);
  const rendered = renderDocx(document, template);
  const bytes = rendered.ok ? rendered.bytes : new Uint8Array();

  it("becomes this XML", async () => {
    const body = child(partRoot(bytes, "word/document.xml"), "w:body");
    const blocks = body ? elements(body).map((each) => pretty(each)) : [];
    await expect(blocks.join("")).toMatchFileSnapshot(join(folder, name, "body.xml"));
  });

  it("has these properties", async () => {
    await expect(pretty(partRoot(bytes, "docProps/core.xml"))).toMatchFileSnapshot(
      join(folder, name, "core.xml"),
    );
  });

  it("becomes this Markdown", async () => {
    await expect(renderMarkdown(document)).toMatchFileSnapshot(join(folder, name, "document.md"));
  });

  it("is what a reader finds in the docx", () => {
    expect(extractText(bytes)).toBe(renderText(document));
  });

  it("has no fault that Word would stumble over", () => {
    expect(lintDocx(bytes)).toEqual([]);
  });
});
