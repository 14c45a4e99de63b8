import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readLedger } from "../../src/ledger/read-ledger.ts";
import { nodeHost } from "../../src/node-host/node-host.ts";
import { zip } from "../../src/package/zip.ts";
import { formatFigure } from "../../src/quantity/format.ts";
import { ledgersOf } from "../../src/workspace/open-ledger.ts";

/**
 * `npm run bench:ledgers`: rows a second and peak memory for ledgers of a million rows (CSV) and of 200,000 (XLSX).
 * Files are made and read in processes of their own, so that the peak is that of reading alone.
 */
const kinds = { "utf-8.csv": 1_000_000, "gb18030.csv": 1_000_000, "shared.xlsx": 200_000 } as const;
type Kind = keyof typeof kinds;

const queries = [
  { sum: "面积", where: new Map([["类型", ["违建"]]]) },
  { sum: "面积", where: new Map([["类型", ["圈占"]]]) },
  { sum: null, where: new Map() },
].map((each) => ({
  ...each,
  sheets: [],
  period: "日期",
  year: 2022,
  unit: "平方米",
  kind: "measure" as const,
  span: { file: { path: "data/2022.yaml", text: "x" }, start: 0, end: 1 },
}));

/** 示例,违建,圈占 and the header in the bytes of GB18030, which Node cannot write. */
const gb = {
  head: "d0f2bac52cc8d5c6da2cc0e0d0cd2cc3e6bbfd2cb5d8d6b7",
  违建: "cea5bda8",
  圈占: "c8a6d5bc",
  地址: "cabec0fdc2b7",
} as const;

function make(kind: Kind, path: string): void {
  if (kind === "shared.xlsx") writeFileSync(path, workbook(kinds[kind]));
  else csv(kind === "gb18030.csv", kinds[kind], path);
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

async function measure(kind: Kind, folder: string): Promise<void> {
  const open = ledgersOf(nodeHost(), {
    root: folder,
    schemas: folder,
    templates: folder,
    textLimit: 0,
    wordTemplate: null,
    memory: null,
  });
  const before = process.memoryUsage().rss;
  const begun = process.hrtime.bigint();
  const [first] = queries;
  if (!first) return;
  const { results, diagnostics } = await readLedger(open(kind, first.span), queries);
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);
  const words = results.map(({ total, rows }) => `${formatFigure(total, "")} of ${rows}`).join(", ");
  process.stdout.write(
    `${kind}: ${megabytes(statSync(join(folder, kind)).size)} MB, ${kinds[kind]} rows in ${seconds.toFixed(2)} s, ` +
      `${Math.round(kinds[kind] / seconds)} rows a second; peak ${megabytes(process.resourceUsage().maxRSS * 1024)} MB ` +
      `(${megabytes(before)} MB at the start)\n  ${words}${diagnostics.map(({ code }) => ` ${code}`).join("")}\n`,
  );
}

async function main(): Promise<void> {
  const [task, name, folder] = process.argv.slice(2);
  const kind = (Object.keys(kinds) as Kind[]).find((each) => each === name);
  if (task === "make" && kind && folder) return make(kind, join(folder, kind));
  if (task === "read" && kind && folder) return measure(kind, folder);
  const scratch = mkdtempSync(join(tmpdir(), "ledgers-"));
  try {
    for (const each of Object.keys(kinds))
      for (const step of ["make", "read"])
        execFileSync(process.execPath, [process.argv[1] ?? "", step, each, scratch], { stdio: "inherit" });
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

void main();
