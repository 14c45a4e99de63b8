import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { partsOf } from "../support/docx-text.ts";
import { area, millimetre, type Page, pagesOf } from "./measure.ts";
import { folder, has, output, root, schemas, toPdf, validator } from "./tools.ts";

/** The report of the case with charts and three years, as the built program writes it. */
function yearsReport(): string {
  const workspace = folder();
  const cases = join(root, "test", "cases");
  cpSync(join(cases, "base"), workspace, { recursive: true });
  cpSync(join(cases, "years", "chart"), workspace, { recursive: true });
  cpSync(join(root, "templates", "standard.docx"), join(workspace, "templates", "standard.docx"));
  rmSync(join(workspace, "templates", "partials", "demolition.hbs"));
  output(
    process.execPath,
    join(root, "dist", "report.cjs"),
    "-C",
    workspace,
    "build",
    "2022",
    "--out",
    workspace,
  );
  return join(workspace, readdirSync(workspace).find((name) => name.endsWith(".docx")) ?? "");
}

/** By way of a flat ODT, LibreOffice 7.4 loses charts. */
function chartsPdf(docx: string): string {
  const out = folder();
  const profile = `-env:UserInstallation=file://${folder()}`;
  output("soffice", profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", out, docx);
  return join(out, readdirSync(out)[0] ?? "");
}

let docx = "";
const chartParts = ["word/charts/chart1.xml", "word/charts/chart2.xml"];

beforeAll(() => {
  docx = yearsReport();
});

describe.skipIf(!has.validator)("Microsoft's Open XML SDK validator", () => {
  it("finds no fault in a report with charts", () => {
    expect(JSON.parse(output(validator, docx))).toMatchObject({ ok: true, errors: [] });
  });
});

describe.skipIf(!has.xmllint)("the transitional schemas of ECMA-376", () => {
  const allows = (schema: string, bytes: Uint8Array | undefined): void => {
    const path = join(folder(), "part.xml");
    writeFileSync(path, bytes ?? new Uint8Array());
    output("xmllint", "--nonet", "--noout", "--schema", join(schemas, schema), path);
  };

  it("allow the text, the charts and their workbooks", () => {
    const parts = partsOf(readFileSync(docx));
    allows("wml.xsd", parts.get("word/document.xml"));
    for (const name of chartParts) allows("dml-chart.xsd", parts.get(name));
    for (const number of [1, 2]) {
      const book = partsOf(
        parts.get(`word/embeddings/Microsoft_Excel_Sheet${number}.xlsx`) ?? new Uint8Array(),
      );
      for (const name of ["xl/workbook.xml", "xl/worksheets/sheet1.xml"]) allows("sml.xsd", book.get(name));
    }
  });

  it("refuse a planted fault in a chart", () => {
    const chart = new TextDecoder().decode(partsOf(readFileSync(docx)).get("word/charts/chart1.xml"));
    const broken = chart.replace('<c:barDir val="col"/>', "");
    expect(() => allows("dml-chart.xsd", new TextEncoder().encode(broken))).toThrow("barDir");
  });
});

describe.skipIf(!(has.office && has.poppler && has.fonts))(
  "a report of three years, as LibreOffice sets it",
  () => {
    let pages: readonly Page[] = [];
    let drawn: readonly Page[] = [];

    beforeAll(() => {
      pages = pagesOf(toPdf(docx).pdf);
      drawn = pagesOf(chartsPdf(docx));
    });

    it("draws the charts with the words of their numbers, within the type area", () => {
      const lines = drawn.flatMap((page) => page.lines);
      const text = lines.map((line) => line.text).join("\n");
      for (const words of [
        "近1000",
        "近1200",
        "1178",
        "150",
        "180",
        "2020年",
        "图1历年隐患排查整改情况（单位：项）",
      ])
        expect(text.replaceAll(" ", "")).toContain(words);
      for (const line of lines) {
        expect(line.left).toBeGreaterThan(area.left - millimetre);
        expect(line.right).toBeLessThan(area.right + millimetre);
      }
    });

    it("has last year and the change in the annex, no header in two lines, within the type area", () => {
      const lines = pages.find((page) => page.lines[0]?.text === "附件")?.lines ?? [];
      expect(lines[2]?.text).toBe("序号领域指标单位数值上年同比责任部门");
      expect(lines.map(({ text }) => text).join("\n")).toMatch(/安全生产日常巡查次180150增长20%安全科/);
      expect(lines.at(-1)?.text).toBe("因有约数、增减不能确定的：检查合计。");
      for (const line of lines) {
        expect(line.left).toBeGreaterThan(area.left - millimetre);
        expect(line.right).toBeLessThan(area.right + millimetre);
      }
    });
  },
);
