import { describe, expect, it } from "vitest";
import { child, elements } from "../../src/package/xml.ts";
import { partsOf, standardTemplate } from "../../src/standard-template/standard-template.ts";
import { characters, linePitch, margins, page, textWidth } from "../../src/word/gbt9704.ts";
import { standardStyles } from "../../src/word/standard-styles.ts";
import { lintDocx } from "../support/docx-lint.ts";
import { standardDocx } from "../support/docx-template.ts";
import { partRoot, partText } from "../support/docx-text.ts";

describe("the standard template", () => {
  it("is what its script writes, the same each time", async () => {
    const [first, second] = [await standardTemplate(), await standardTemplate()];
    expect(Buffer.compare(first, second)).toBe(0);
    expect(partsOf(standardDocx)).toEqual(partsOf(first));
  });

  it("has no fault that Word would stumble over, no date and no theme's fonts", () => {
    expect(lintDocx(standardDocx)).toEqual([]);
    const all = [...partsOf(standardDocx).values()].map((part) => new TextDecoder().decode(part)).join("");
    expect(all).not.toMatch(/\b20[2-9]\d-\d\d-\d\d|asciiTheme|eastAsiaTheme/);
  });

  it("has a type area of 156 × 225 mm on A4 with 22 lines of 28 characters", () => {
    const millimetres = (twips: number): number => Math.round((twips / 1440) * 25.4);
    expect([millimetres(page.width), millimetres(page.height)]).toEqual([210, 297]);
    expect([millimetres(textWidth), millimetres(page.height - margins.top - margins.bottom)]).toEqual([
      156, 225,
    ]);
    expect([millimetres(margins.top), millimetres(margins.left)]).toEqual([37, 28]);
    expect(22 * linePitch).toBeLessThanOrEqual(page.height - margins.top - margins.bottom);
    expect(characters(28)).toBe(textWidth);
  });

  it("has heading styles with outline levels, and all that a report uses by name", () => {
    const styles = elements(partRoot(standardDocx, "word/styles.xml")).filter(
      ({ name }) => name === "w:style",
    );
    const names = styles.map((style) => child(style, "w:name")?.attributes.get("w:val"));
    for (const { name } of Object.values(standardStyles)) expect(names).toContain(name);
    const outline = [1, 2, 3, 4].map((level) => {
      const style = styles[names.indexOf(`heading ${level}`)];
      return style && child(child(style, "w:pPr"), "w:outlineLvl")?.attributes.get("w:val");
    });
    expect(outline).toEqual(["0", "1", "2", "3"]);
  });

  it.each([
    ["word/footer1.xml", "OddPageNumber", "1"],
    ["word/footer2.xml", "EvenPageNumber", "2"],
  ])("has in %s a page number as a whole field with its result", (part, style, shown) => {
    const xml = partText(standardDocx, part);
    expect(xml).toContain(`<w:pStyle w:val="${style}"/>`);
    expect(
      [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|fldCharType="(\w+)"|<w:instrText[^>]*>(\w+)</g)].map(
        (each) => each.slice(1).join(""),
      ),
    ).toEqual(["— ", "begin", "PAGE", "separate", shown, "end", " —"]);
  });
});
