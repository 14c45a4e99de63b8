import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Document } from "../../src/document/document.ts";
import type { Row } from "../../src/ledger/row.ts";
import { readSheet } from "../../src/ledger/xlsx/sheet.ts";
import { openWorkbook } from "../../src/ledger/xlsx/workbook.ts";
import { child, descendants, parseXml, type XmlElement } from "../../src/package/xml.ts";
import { escapeText } from "../../src/package/xml-text.ts";
import { zip } from "../../src/package/zip.ts";
import { renderDocx } from "../../src/render/docx/render-docx.ts";
import { renderMarkdown } from "../../src/render/markdown.ts";
import { lintDocx } from "../support/docx-lint.ts";
import { chartBlock, sampleDocument } from "../support/docx-sample.ts";
import { standardDocx, withPart } from "../support/docx-template.ts";
import { partRoot, partsOf } from "../support/docx-text.ts";

function documentOf(...blocks: readonly Block[]): Document {
  return { ...sampleDocument({ title: "题", office: "办事处", date: null, blocks: [] }), blocks };
}

function fill(document: Document, template: Uint8Array = standardDocx): Uint8Array {
  const rendered = renderDocx(document, template);
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.reason));
  return rendered.bytes;
}

/** The cells that a chart shows, by reference, as its caches hold them. */
function cached(chart: XmlElement): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const each of descendants(chart)) {
    if (each.name !== "c:strRef" && each.name !== "c:numRef") continue;
    const [, column = "", row = "0"] = /^Sheet1!\$([A-Z])\$(\d+)/.exec(wordsOf(child(each, "c:f"))) ?? [];
    for (const point of descendants(each))
      if (point.name === "c:pt")
        cells.set(
          `${column}${Number(row) + Number(point.attributes.get("idx"))}`,
          wordsOf(child(point, "c:v")),
        );
  }
  return cells;
}

function cellsOf(workbook: Uint8Array): ReadonlyMap<string, string> {
  const sheet = partRoot(workbook, "xl/worksheets/sheet1.xml");
  const cells = [...descendants(sheet)].filter(({ name }) => name === "c");
  return new Map(cells.map((cell) => [cell.attributes.get("r") ?? "", wordsOf(cell)]));
}

function wordsOf(element: XmlElement | undefined | null): string {
  return (element?.children ?? []).map((each) => (typeof each === "string" ? each : wordsOf(each))).join("");
}

const embedded = "word/embeddings/Microsoft_Excel_Sheet1.xlsx";

function workbookIn(bytes: Uint8Array, name: string = embedded): Uint8Array {
  return partsOf(bytes).get(name) ?? new Uint8Array();
}

describe("a chart in a Word file", () => {
  const document = documentOf(chartBlock(1), chartBlock(2));

  it("has no fault that validators miss, and the same bytes each time", () => {
    const bytes = fill(document);
    expect(lintDocx(bytes)).toEqual([]);
    expect(lintDocx(workbookIn(bytes))).toEqual([]);
    expect(Buffer.from(fill(document)).equals(Buffer.from(bytes))).toBe(true);
  });

  it("leaves a document without one as it was", () => {
    expect([...partsOf(fill(documentOf())).keys()].filter((name) => /chart|embed/.test(name))).toEqual([]);
  });

  it("draws approximate numbers under their words, and exact ones under themselves", () => {
    const chart = partRoot(fill(document), "word/charts/chart1.xml");
    const labels = [...descendants(chart)].filter(({ name }) => name === "c:dLbl");
    expect(labels.map((label) => wordsOf(child(label, "c:tx")))).toEqual(["近1000", "近1200"]);
    expect(cached(chart)).toEqual(
      new Map([
        ...Object.entries({ A2: "2020年", A3: "2021年", A4: "2022年", B1: "隐患", B2: "1000", B3: "1080" }),
        ...Object.entries({ B4: "1200", C1: "整改<&", C2: "990", C4: "1178" }),
      ]),
    );
  });

  it("holds in its workbook what it draws, whatever the labels and numbers are", () => {
    const point = fc.option(
      fc
        .nat({ max: 10 ** 9 })
        .map((number) => ({ value: String(number), shown: `近${number}`, isExact: false })),
    );
    const series = fc.record({
      label: fc
        .string({ minLength: 1 })
        .filter((text) => escapeText(text) === text && parseXml(`<a>${text}</a>`).ok && text.trim() === text),
      points: fc.array(point, { minLength: 3, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(series, { minLength: 1, maxLength: 4 }), (all) => {
        const block = chartBlock(1);
        const bytes = fill(documentOf({ ...block, chart: { ...block.chart, series: all } }));
        const drawn = cached(partRoot(bytes, "word/charts/chart1.xml"));
        expect(new Map([...cellsOf(workbookIn(bytes))].toSorted())).toEqual(new Map([...drawn].toSorted()));
      }),
      { numRuns: 30 },
    );
  });

  it("holds a workbook that our own reader of ledgers reads", async () => {
    const workbook = openWorkbook(workbookIn(fill(document)));
    if (typeof workbook === "string") throw new Error(workbook);
    const [sheet] = workbook.sheets;
    if (!sheet) throw new Error("no sheet");
    const rows: string[] = [];
    const take = (row: Row): boolean => {
      rows.push(JSON.stringify(row));
      return true;
    };
    expect(await readSheet(workbook, sheet, [], take)).toBe(null);
    expect(rows.length).toBe(4);
    expect(rows[0]).toContain("隐患");
    expect(rows[3]).toMatch(/2022年.*1200.*1178/);
  });

  it("goes beside the charts that an office's template has", () => {
    const first = partsOf(fill(documentOf(chartBlock(1))));
    const own = [...first].filter(([name]) => /^word\/(charts|embeddings)\//.test(name));
    const types = (xml: string): string =>
      xml.replace(
        "</Types>",
        '<Override PartName="/word/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/></Types>',
      );
    const links = (xml: string): string =>
      xml.replace(
        "</Relationships>",
        '<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="charts/chart1.xml"/></Relationships>',
      );
    const text = new TextDecoder().decode(first.get("word/document.xml"));
    const drawing =
      /<w:p>(?:(?!<\/w:p>).)*<w:drawing>.*?<\/w:p>/.exec(text)?.[0].replace(/r:id="rId\d+"/, 'r:id="rId4"') ??
      "";
    const template = [
      ["[Content_Types].xml", types] as const,
      ["word/_rels/document.xml.rels", links] as const,
      ["word/document.xml", (xml: string): string => xml.replace("<w:body>", `<w:body>${drawing}`)] as const,
    ].reduce(
      (bytes, [name, change]) => withPart(bytes, name, change),
      zip(new Map([...partsOf(standardDocx), ...own])),
    );
    expect(lintDocx(template)).toEqual([]);
    const filled = fill(document, template);
    expect(lintDocx(filled)).toEqual([]);
    const names = [...partsOf(filled).keys()].filter((name) => /charts\/chart\d/.test(name));
    expect(names).toEqual(["word/charts/chart1.xml", "word/charts/chart2.xml", "word/charts/chart3.xml"]);
    const body = partRoot(filled, "word/document.xml");
    const ids = [...descendants(body)]
      .filter(({ name }) => name === "wp:docPr")
      .map(({ attributes }) => attributes.get("id"));
    expect(new Set(ids).size).toBe(3);
  });

  it("refuses a character that XML cannot hold", () => {
    const block = chartBlock(1);
    const title = { ...block, chart: { ...block.chart, title: "\u0000" } };
    expect(renderDocx(documentOf(title), standardDocx).ok).toBe(false);
  });
});

describe("a chart in Markdown", () => {
  it("is a table of its numbers with its caption", () => {
    expect(renderMarkdown(documentOf(chartBlock(1)))).toBe(
      "|  | 2020年 | 2021年 | 2022年 |\n| :--- | ---: | ---: | ---: |\n" +
        "| 隐患 | 近1000 | 1080 | 近1200 |\n| 整改\\<& | 990 | — | 1178 |\n\n" +
        "图1 历年隐患情况（单位：项）\n\n注：约数按所写的数字绘出，以柱上的文字为准。\n",
    );
  });
});
