import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import { zip } from "../../src/package/zip.ts";

export const ledgerKinds = {
  "utf-8.csv": "CSV, UTF-8",
  "gb18030.csv": "CSV, GB18030",
  "shared.xlsx": "XLSX, 50,000 shared strings",
} as const;

export type LedgerKind = keyof typeof ledgerKinds;

/** 示例,违建,圈占 and the header in the bytes of GB18030, which Node cannot write. */
const gb = {
  head: "d0f2bac52cc8d5c6da2cc0e0d0cd2cc3e6bbfd2cb5d8d6b7",
  违建: "cea5bda8",
  圈占: "c8a6d5bc",
  地址: "cabec0fdc2b7",
} as const;

/** Writes a ledger of so many invented rows. */
export function makeLedger(kind: LedgerKind, rows: number, path: string): void {
  if (kind === "shared.xlsx") writeFileSync(path, workbook(rows));
  else csv(kind === "gb18030.csv", rows, path);
}

function csv(asGb: boolean, rows: number, path: string): void {
  const bytes = (text: string, hex: string): Buffer => (asGb ? Buffer.from(hex, "hex") : Buffer.from(text));
  const file = openSync(path, "w");
  const illegal = bytes("违建", gb.违建);
  const enclosed = bytes("圈占", gb.圈占);
  const road = bytes("示例路", gb.地址);
  let parts: Buffer[] = [bytes("序号,日期,类型,面积,地址", gb.head), Buffer.from("\r\n")];
  for (let index = 1; index <= rows; index++) {
    parts.push(Buffer.from(`${index},${day(index)},`), index % 3 === 0 ? enclosed : illegal);
    parts.push(Buffer.from(`,${index % 500}.25,`), road, Buffer.from(`${index % 900}\r\n`));
    if (index % 10_000 > 0 && index < rows) continue;
    writeSync(file, Buffer.concat(parts));
    parts = [];
  }
  closeSync(file);
}

function day(index: number): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `2022-${two((index % 12) + 1)}-${two((index % 28) + 1)}`;
}

function workbook(rows: number): Uint8Array {
  const strings = ["日期", "类型", "面积", "地址", "违建", "圈占", "序号"];
  for (let index = 0; index < 50_000; index++) strings.push(`示例路${index}号`);
  const lines = ['<row r="1"><c r="A1" t="s"><v>6</v></c>'];
  for (const [index, letter] of ["B", "C", "D", "E"].entries())
    lines.push(`<c r="${letter}1" t="s"><v>${index}</v></c>`);
  lines.push("</row>");
  for (let index = 1; index <= rows; index++) {
    const at = index + 1;
    lines.push(
      `<row r="${at}" spans="1:5"><c r="A${at}"><v>${index}</v></c><c r="B${at}" s="1"><v>${44562 + (index % 365)}</v></c>` +
        `<c r="C${at}" t="s"><v>${index % 3 === 0 ? 5 : 4}</v></c><c r="D${at}"><v>${index % 500}.25</v></c>` +
        `<c r="E${at}" t="s"><v>${7 + (index % 50_000)}</v></c></row>`,
    );
  }
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const texts: readonly (readonly [string, string])[] = [
    ["_rels/.rels", `<Relationships>${link("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships>${link("r1", "worksheet", "sheet.xml")}${link("r2", "styles", "styles.xml")}${link("r3", "sharedStrings", "strings.xml")}</Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `<workbook xmlns:r="${office}"><sheets><sheet name="表" r:id="r1"/></sheets></workbook>`,
    ],
    ["xl/styles.xml", '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'],
    ["xl/strings.xml", `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`],
    ["xl/sheet.xml", `<worksheet><sheetData>${lines.join("")}</sheetData></worksheet>`],
  ];
  return zip(new Map(texts.map(([name, text]) => [name, Buffer.from(text)])));
}
