import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberText } from "../../src/ledger/xlsx/cell-text.ts";
import { kindOfCode } from "../../src/ledger/xlsx/number-format.ts";
import { query, read, told } from "../support/ledger.ts";
import { number, row, workbook } from "../support/workbook.ts";

const head = row(1, ["日期", "类型", "面积"]);
const illegal = query({ where: new Map([["类型", ["违建"]]]) });
const dated = query({ period: "日期" });
const one = (rows: string, more: object = {}): Uint8Array =>
  workbook({ sheets: [{ name: "表", rows, ...more }] });

async function months(bytes: Uint8Array): Promise<readonly string[]> {
  const { results, diagnostics } = await read(bytes, dated);
  return [...(results[0]?.byMonth.keys() ?? []), ...diagnostics.map(({ code }) => code)];
}

describe("workbooks", () => {
  it("know days by their formats, in both systems", async () => {
    const formats = [
      'yyyy"年"m"月"d"日"',
      "[$-804]yyyy/m/d;@",
      "[DBNum1][$-804]m月d日",
      "General",
      "0.00E+00",
      "h:mm:ss",
      "[红色]0.00",
      '#,##0"m"',
    ];
    expect(formats.map(kindOfCode)).toEqual([
      "date",
      "date",
      "date",
      "number",
      "number",
      "number",
      "number",
      "number",
    ]);
    const rows =
      head + row(2, [number(44625, 1), "违建", number(5)]) + row(3, [number(44900.5, 2), "违建", number(5)]);
    expect(await months(workbook({ sheets: [{ name: "表", rows }], formats }))).toEqual([
      "2022-03",
      "2022-12",
    ]);
    const old = head + row(2, [number(44625 - 1462, 1), "违建", number(5)]);
    expect(await months(workbook({ sheets: [{ name: "表", rows: old }], formats, date1904: true }))).toEqual([
      "2022-03",
    ]);
    expect(await months(one(head + row(2, [number(44625), "违建", number(5)])))).toEqual([
      "ledger-date-unreadable",
    ]);
  });

  it("round what a double added, and keep what was typed", () => {
    expect(numberText("12.300000000000001", "number", false)).toBe("12.3");
    expect(numberText("0.30000000000000004", "number", false)).toBe("0.3");
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999_999 }),
        fc.integer({ min: 0, max: 4 }),
        (units, scale) => {
          const typed = units / 10 ** scale;
          expect(Number(numberText(String(typed), "number", false))).toBe(typed);
          expect(numberText(typed.toExponential(), "number", false)).toBe(
            numberText(String(typed), "number", false),
          );
        },
      ),
    );
  });

  it("put the runs of a text together, without the readings above it", async () => {
    const strings =
      '<si><r><t>违</t></r><r><t>建</t></r><rPh sb="0" eb="1"><t>wei</t></rPh></si><si><t xml:space="preserve"> 面 积_x000D_</t></si>';
    const rows =
      row(1, ["日期", "类型", '<c t="s"><v>1</v></c>']) + row(2, ["", '<c t="s"><v>0</v></c>', number(5)]);
    expect(await told(workbook({ sheets: [{ name: "表", rows }], strings }), illegal)).toEqual(["5"]);
  });

  it("take formulas by what they gave", async () => {
    const cell = (inner: string, type: string = ""): string => `<c${type}>${inner}</c>`;
    const rows = (value: string): Uint8Array => one(head + row(2, ["", "违建", value]));
    expect(await told(rows(cell("<f>2+3</f><v>5</v>")))).toEqual(["5"]);
    expect(await told(rows(cell("<f>2+3</f>")))).toEqual(["ledger-formula-failed"]);
    expect(await told(rows(cell("<f>2+3</f><v></v>")))).toEqual(["ledger-formula-failed"]);
    expect(await told(rows(cell("<f>A1</f><v>#REF!</v>", ' t="e"')))).toEqual(["ledger-formula-failed"]);
    expect(await told(rows(cell("<v>1</v>", ' t="b"')))).toEqual(["ledger-amount-unreadable"]);
    expect(await told(one(head + row(2, ["", cell("<f>A1</f>"), number(5)])), illegal)).toEqual([
      "ledger-formula-failed",
      "ledger-value-unknown",
    ]);
  });

  it("give a merged cell's value to each row that it covers, and a merged amount once", async () => {
    const rows =
      head +
      row(2, ["3月1日", "违建", number(5)]) +
      row(3, ["3月2日", "", number(6)]) +
      row(4, ["4月2日", "", number(7)]);
    const merged = (ref: string): Uint8Array =>
      one(rows, { behind: `<mergeCells count="1"><mergeCell ref="${ref}"/></mergeCells>` });
    expect(await told(merged("B2:B4"), illegal)).toEqual(["18"]);
    expect(await told(one(rows), illegal)).toEqual(["5", "ledger-rows-blank"]);
    expect(await told(merged("C2:C3"), dated)).toEqual(["12"]);
    expect(await told(merged("C2:C4"), dated)).toEqual(["ledger-cell-merged"]);
  });

  it("count hidden rows and say so, and read the strict kind", async () => {
    expect(await told(one(head + row(2, ["", "违建", number(5)], ' hidden="1"')))).toEqual([
      "5",
      "ledger-rows-hidden",
    ]);
    const rows = head + row(2, ["", "违建", number(5)]);
    expect(await told(workbook({ sheets: [{ name: "表", rows }], strict: true }))).toEqual(["5"]);
  });

  it("take the only sheet that fits, and never one of several", async () => {
    const rows = head + row(2, ["", "违建", number(5)]);
    const sheets = [
      { name: "说明", rows: row(1, ["无"]) },
      { name: "一月", rows },
      { name: "暗", rows, state: "hidden" },
    ];
    expect(await told(workbook({ sheets }))).toEqual(["5"]);
    const two = [...sheets, { name: "二月", rows }];
    expect(await told(workbook({ sheets: two }))).toEqual(["ledger-sheet-unclear"]);
    expect(await told(workbook({ sheets: two }), query({ sheets: ["一月", "二月"] }))).toEqual(["10"]);
    expect(await told(workbook({ sheets: two }), query({ sheets: ["三月"] }))).toEqual([
      "ledger-sheet-unknown",
    ]);
  });

  it("refuse rows and columns that no sheet has, at once", async () => {
    expect(await told(one(head + row(1e9, ["", "违建", number(5)])))).toEqual([
      "ledger-unreadable row-order",
    ]);
    expect(await told(one(row(2, ["a"]) + head))).toEqual(["ledger-unreadable row-order"]);
    expect(await told(one('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'))).toEqual([
      "ledger-unreadable row-order",
    ]);
    expect(await told(one('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'))).toEqual([
      "ledger-column-missing",
    ]);
    expect(await told(one(`${head}<!DOCTYPE x>`))).toEqual(["ledger-unreadable xml-doctype"]);
    expect(await told(one(`${head}${"<a>".repeat(400)}`))).toEqual(["ledger-unreadable xml-too-deep"]);
  });

  it("refuse what unpacks to far more than it is", async () => {
    const [code] = await told(
      one(head + row(2, ["", `<c t="inlineStr"><is><t>${" ".repeat(30_000_000)}</t></is></c>`])),
    );
    expect(code).toBe("ledger-unreadable ratio-too-high");
  });

  it("never hang or throw, whatever is cut or changed", async () => {
    const good = one(head + row(2, ["3月1日", "违建", number(5)]));
    for (let end = 0; end < good.length; end++) {
      const words = await told(good.subarray(0, end), dated);
      expect(words.filter((each) => !each.startsWith("ledger-"))).toEqual([]);
      expect(words.length).toBeGreaterThan(0);
    }
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = Uint8Array.from(good);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        const words = await told(bytes, dated);
        expect(words.every((each) => each === "5" || each.startsWith("ledger-"))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
