import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLedger } from "../../src/ledger/read-ledger.ts";
import { query, read, sourceOf, told } from "../support/ledger.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** 日期,类型,面积 / 2022-03-05,违建,12.5 as Excel in China writes it. */
const gb18030 = Uint8Array.from([
  0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xc0, 0xe0, 0xd0, 0xcd, 0x2c, 0xc3, 0xe6, 0xbb, 0xfd, 0x0d, 0x0a, 0x32, 0x30,
  0x32, 0x32, 0x2d, 0x30, 0x33, 0x2d, 0x30, 0x35, 0x2c, 0xce, 0xa5, 0xbd, 0xa8, 0x2c, 0x31, 0x32, 0x2e, 0x35,
]);
const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, "utf16le");
const utf16be = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, "utf16le").swap16();

const cell = fc.constantFrom("12", "12.5", "800余", "1,200", "近1000", "0", " ７ ", "3万", "40平方米");
const table = fc.array(
  fc.tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom("违建", "圈占"),
    cell,
    fc.constantFrom("", "甲,乙", '说"明"', "两\n行"),
  ),
  { minLength: 1, maxLength: 20 },
);

function csv(rows: readonly (readonly string[])[], separator: string, lineEnd: string): string {
  const quoted = (text: string): string =>
    /[\n",;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(quoted).join(separator) + lineEnd).join("");
}

function rowsOf(
  items: readonly (readonly [number, string, string, string])[],
): readonly (readonly string[])[] {
  return items.map(([month, kind, area, note]) => [
    `2022-${String(month).padStart(2, "0")}-05`,
    kind,
    area,
    note,
  ]);
}

const header = ["日期", "类型", "面积", "备注"];
const dated = query({ period: "日期" });
const illegal = query({ where: new Map([["类型", ["违建"]]]) });
const enclosed = query({ where: new Map([["类型", ["圈占"]]]) });

describe("text ledgers", () => {
  it("give the same in every encoding, with every separator and line end, however they come", async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 50 }), async (items, chunk) => {
        const rows = [["台账"], header, ...rowsOf(items)];
        const expected = await read(utf8(csv(rows, ",", "\n")), dated, illegal);
        const { results } = expected;
        expect(results).toHaveLength(2);
        for (const separator of [",", "\t", ";"])
          for (const lineEnd of ["\n", "\r\n"])
            for (const encode of [utf8, (text: string) => utf8(`\uFEFF${text}`), utf16, utf16be]) {
              const bytes = encode(csv(rows, separator, lineEnd));
              const again = await readLedger(sourceOf(bytes, chunk), [dated, illegal]);
              expect(again.results).toEqual(results);
            }
      }),
      { numRuns: 60 },
    );
  });

  it("sum up to the same however the rows are parted, and in any order", async () => {
    await fc.assert(
      fc.asyncProperty(table, async (items) => {
        const rows = rowsOf(items);
        const whole = await read(utf8(csv([header, ...rows], ",", "\n")), dated, illegal, enclosed);
        const turned = await read(
          utf8(csv([header, ...rows.toReversed()], ",", "\n")),
          dated,
          illegal,
          enclosed,
        );
        const bounds = whole.results.map(({ total, rows: count }) => [total.lower, total.upper, count]);
        expect(turned.results.map(({ total, rows: count }) => [total.lower, total.upper, count])).toEqual(
          bounds,
        );
        const [all, one, other] = whole.results;
        expect(all?.rows).toBe((one?.rows ?? 0) + (other?.rows ?? 0));
        expect(all?.rows).toBe(items.length);
      }),
      { numRuns: 200 },
    );
  });

  it("read what Excel in China writes", async () => {
    expect(await told(gb18030)).toEqual(["12.5"]);
    expect(await told(Uint8Array.from([...gb18030, 0xff]))).toEqual(["ledger-unreadable encoding"]);
  });

  it("end their lines with CR alone, too", async () => {
    expect(await told(utf8("日期,面积\r1月2日,5\r1月3日,6\r"))).toEqual(["11"]);
  });

  it("keep quotation marks that open nothing, and tell one that nothing closes", async () => {
    expect(await told(utf8('面积,备注\n1,5"管\n2,"甲""乙"\n'))).toEqual(["3"]);
    expect(await told(utf8('面积,备注\n1,"甲\n2,乙\n'))).toEqual(["ledger-unreadable quote-open"]);
    expect(await told(utf8(`面积,备注\n1,"${"甲\n".repeat(600_000)}`))).toEqual([
      "ledger-unreadable quote-open",
    ]);
    expect(await told(utf8(`面积\n${"1".repeat(2_000_000)}`))).toEqual(["ledger-unreadable row-too-long"]);
  });

  it("never count lines of totals, remarks and repeated headers", async () => {
    const rows = "面积,项目\n5,甲\n7,乙\n12,小计\n面积,项目\n1,丙\n".replaceAll(
      /^(\d+|面积),(.*)$/gm,
      "$2,$1",
    );
    expect(await told(utf8(`${rows}合  计,13\n`))).toEqual(["13"]);
    expect(await told(utf8(`${rows}1月合计：,1\n总计,14\n`))).toEqual(["13", "ledger-total-differs"]);
    expect(await told(utf8("项目,面积,地点,备注\n甲,5,,\n制表：张三,,,\n"))).toEqual([
      "5",
      "ledger-rows-blank",
    ]);
    expect(await told(utf8("项目,面积\n甲,5\n乙,\n"))).toEqual(["ledger-cell-empty"]);
  });

  it("never read another unit", async () => {
    expect(await told(utf8("面积（㎡）\n5\n"), query({ sum: "面积（㎡）" }))).toEqual(["5"]);
    expect(await told(utf8("面积（亩）\n5\n"), query({ sum: "面积（亩）" }))).toEqual([
      "ledger-unit-differs",
    ]);
    const money = query({ sum: "金额", unit: "元" });
    expect(await told(utf8("台账,单位：万元\n金额,项目\n5,甲\n"), money)).toEqual(["ledger-unit-differs"]);
    expect(await told(utf8("台账,填报单位：执法队\n金额,项目\n5,甲\n"), money)).toEqual(["5"]);
  });

  it("name the line and the column of a fault", async () => {
    const { diagnostics } = await read(utf8('备注,面积\n"两\n行",5\n甲,约三百\n'));
    const span = diagnostics[0]?.span;
    expect(diagnostics[0]?.facts).toMatchObject({ row: 3, letters: "B", found: "约三百" });
    expect([span?.file.firstLine, span?.start, span?.end]).toEqual([4, 2, 5]);
  });

  it("never hang or throw, whatever the bytes are", async () => {
    const sample = utf8(csv([["台账"], header, ["3月5日", "违建", "1,200", '"']], ",", "\r\n"));
    for (let end = 0; end <= sample.length; end++) await told(sample.subarray(0, end), dated);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await told(bytes, dated, illegal);
      }),
      { numRuns: 500 },
    );
  });
});
