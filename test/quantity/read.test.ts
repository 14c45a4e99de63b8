import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalText } from "../../src/quantity/decimal.ts";
import { formatFigure, formatNumber } from "../../src/quantity/format.ts";
import type { Interval } from "../../src/quantity/interval.ts";
import type { Quantity, Wording } from "../../src/quantity/quantity.ts";
import { readQuantity } from "../../src/quantity/read.ts";
import { big, kinds, quantities, read, spell, unit, wordings } from "./arbitraries.ts";

/** (6300, 6400), [450, 550], [3000, …): round brackets are open, … is unknown. */
function bounds({ lower, upper }: Interval): string {
  const from = lower ? `${lower.closed ? "[" : "("}${decimalText(lower.value)}` : "(…";
  return `${from}, ${upper ? `${decimalText(upper.value)}${upper.closed ? "]" : ")"}` : "…)"}`;
}

describe("written forms", () => {
  test.each([
    // text, unit, kind, bounds, printed with its unit
    ["190", "吨", "measure", "[190, 190]", "190吨"],
    ["0", "起", "count", "[0, 0]", "0起"],
    ["6300", "件", "count", "[6300, 6300]", "6300件"],
    ["6,300", "件", "count", "[6300, 6300]", "6300件"],
    ["6，300", "件", "count", "[6300, 6300]", "6300件"],
    ["1,234,567.8", "元", "measure", "[1234567.8, 1234567.8]", "1234567.8元"],
    ["６３００余", "件", "count", "(6300, 6400)", "6300余件"],
    ["２２．７７", "万元", "measure", "[22.77, 22.77]", "22.77万元"],
    ["6300余件次", "件次", "count", "(6300, 6400)", "6300余件次"],
    ["1600多人次", "人次", "count", "(1600, 1700)", "1600多人次"],
    ["2300余人次", "人次", "count", "(2300, 2400)", "2300余人次"],
    ["3000余", "平方米", "measure", "(3000, 4000)", "3000余平方米"],
    ["6310余", "件", "count", "(6310, 6320)", "6310余件"],
    ["近1200", "项", "count", "(1100, 1200)", "近1200项"],
    ["近1000", "项", "count", "(0, 1000)", "近1000项"],
    ["约500", "人", "count", "[450, 550]", "约500人"],
    ["约520", "人", "count", "[515, 525]", "约520人"],
    ["500左右", "人", "count", "[450, 550]", "500人左右"],
    ["500人左右", "人", "count", "[450, 550]", "500人左右"],
    ["超过3000", "家", "count", "(3000, …)", "超过3000家"],
    ["超185份", "份", "count", "(185, …)", "超185份"],
    ["3000以上", "家", "count", "[3000, …)", "3000家以上"],
    ["3000家以上", "家", "count", "[3000, …)", "3000家以上"],
    ["至少5", "次", "count", "[5, …)", "至少5次"],
    ["不足20", "人", "count", "[0, 20)", "不足20人"],
    ["1.2万", "份", "count", "[12000, 12000]", "1.2万份"],
    ["1.2万余", "份", "count", "(12000, 13000)", "1.2万余份"],
    ["1.5万余份", "份", "count", "(15000, 16000)", "1.5万余份"],
    ["144.6万余元", "元", "measure", "(1446000, 1447000)", "144.6万余元"],
    ["650余万", "元", "measure", "(6500000, 6600000)", "650余万元"],
    ["650余万元", "元", "measure", "(6500000, 6600000)", "650余万元"],
    ["650余万元", "万元", "measure", "(650, 660)", "650余万元"],
    ["650余", "万元", "measure", "(650, 660)", "650余万元"],
    ["650余百万元", "百万元", "measure", "(650, 660)", "650余百万元"],
    ["3.5万", "元/万人", "measure", "[35000, 35000]", "3.5万元/万人"],
    ["22.77万元", "万元", "measure", "[22.77, 22.77]", "22.77万元"],
    ["22.77万元", "元", "measure", "[227700, 227700]", "22.77万元"],
    ["3.5亿", "元", "measure", "[350000000, 350000000]", "3.5亿元"],
    ["近3.5亿元", "元", "measure", "(340000000, 350000000)", "近3.5亿元"],
    ["62897.81", "平方米", "measure", "[62897.81, 62897.81]", "62897.81平方米"],
    ["22.7余", "吨", "measure", "(22.7, 22.8)", "22.7余吨"],
    ["约0.5", "吨", "measure", "[0.45, 0.55]", "约0.5吨"],
    ["近61", "吨", "measure", "(60, 61)", "近61吨"],
    ["1.50", "吨", "measure", "[1.5, 1.5]", "1.50吨"],
    ["100%", "%", "measure", "[100, 100]", "100%"],
    ["103.84％", "%", "measure", "[103.84, 103.84]", "103.84%"],
    ["  6300余  ", "件", "count", "(6300, 6400)", "6300余件"],
    ["6300余 件", "件", "count", "(6300, 6400)", "6300余件"],
    ["6300 余", "件", "count", "(6300, 6400)", "6300余件"],
    ["190 件", "件", "count", "[190, 190]", "190件"],
    ["约 500人", "人", "count", "[450, 550]", "约500人"],
    ["至少 5", "次", "count", "[5, …)", "至少5次"],
    ["500人 左右", "人", "count", "[450, 550]", "500人左右"],
    ["500 人 以上", "人", "count", "[500, …)", "500人以上"],
    ["500 人左右\u3000", "人", "count", "[450, 550]", "500人左右"],
    ["9007199254740993", "个", "count", "[9007199254740993, 9007199254740993]", "9007199254740993个"],
  ] as const)("%s (%s, %s) is %s", (text, unitName, kind, expected, printed) => {
    const quantity = read(text, unitName, kind);
    expect(bounds(quantity)).toBe(expected);
    expect(formatFigure(quantity, unitName)).toBe(printed);
  });
});

describe("refused forms", () => {
  test.each([
    ["", "件", "count", { kind: "unreadable" }],
    ["   ", "件", "count", { kind: "unreadable" }],
    ["余", "件", "count", { kind: "unreadable" }],
    ["件", "件", "count", { kind: "unreadable" }],
    ["1.2.3", "吨", "measure", { kind: "unreadable" }],
    ["5.", "吨", "measure", { kind: "unreadable" }],
    [".5", "吨", "measure", { kind: "unreadable" }],
    ["1e5", "件", "count", { kind: "unreadable" }],
    ["0x1F", "件", "count", { kind: "unreadable" }],
    ["6 300", "件", "count", { kind: "unreadable" }],
    ["3-5", "件", "count", { kind: "unreadable" }],
    ["1万5千", "件", "count", { kind: "unreadable" }],
    ["6300件", "次", "count", { kind: "unit-differs", found: "件" }],
    ["500人次", "次", "count", { kind: "unit-differs", found: "人次" }],
    ["500家次", "家", "count", { kind: "unit-differs", found: "家次" }],
    ["5家超市", "家", "count", { kind: "unit-differs", found: "家超市" }],
    ["500人左右", "户", "count", { kind: "unit-differs", found: "人" }],
    ["1.2万余元", "户", "count", { kind: "unit-differs", found: "元" }],
    ["22.77万", "万元", "measure", { kind: "unit-differs", found: "万" }],
    ["22.77万", "百万元", "measure", { kind: "unit-differs", found: "万" }],
    ["5亿余元", "万元", "measure", { kind: "unit-differs", found: "亿余元" }],
    ["50余 件", "次", "count", { kind: "unit-differs", found: "件" }],
    ["50余件", "次", "count", { kind: "unit-differs", found: "件" }],
    ["5万件", "次", "count", { kind: "unit-differs", found: "件" }],
    ["5家三", "户", "count", { kind: "unit-differs", found: "家三" }],
    ["50件余次", "件", "count", { kind: "unit-differs", found: "件余次" }],
    ["50家左右店", "家", "count", { kind: "unit-differs", found: "家左右店" }],
    ["650余亿元", "万元", "measure", { kind: "unit-differs", found: "亿元" }],
    ["227700元", "万元", "measure", { kind: "unit-differs", found: "元" }],
    ["50%", "人", "count", { kind: "unit-differs", found: "%" }],
    ["5abc", "人", "count", { kind: "unit-differs", found: "abc" }],
    ["007", "件", "count", { kind: "leading-zero" }],
    ["00", "件", "count", { kind: "leading-zero" }],
    ["0,300", "件", "count", { kind: "leading-zero" }],
    ["6,30", "件", "count", { kind: "bad-grouping" }],
    ["63,00", "件", "count", { kind: "bad-grouping" }],
    ["1,2000", "件", "count", { kind: "bad-grouping" }],
    ["6300,", "件", "count", { kind: "bad-grouping" }],
    ["1234,567", "件", "count", { kind: "bad-grouping" }],
    ["1.234,5", "吨", "measure", { kind: "bad-grouping" }],
    ["1.5", "件", "count", { kind: "not-whole" }],
    ["5.0", "件", "count", { kind: "not-whole" }],
    ["1.23456万", "件", "count", { kind: "not-whole" }],
    ["超过1.5", "件", "count", { kind: "not-whole" }],
    ["0余", "件", "count", { kind: "zero-approximate" }],
    ["近0", "吨", "measure", { kind: "zero-approximate" }],
    ["约0.0", "吨", "measure", { kind: "zero-approximate" }],
    ["不足0", "件", "count", { kind: "zero-approximate" }],
    ["61余", "件", "count", { kind: "approximation-not-round" }],
    ["近61", "件", "count", { kind: "approximation-not-round" }],
    ["约61", "件", "count", { kind: "approximation-not-round" }],
    ["5人左右", "人", "count", { kind: "approximation-not-round" }],
    ["1.2345万余", "份", "count", { kind: "approximation-not-round" }],
    ["近1200余", "项", "count", { kind: "two-marks" }],
    ["近1200余项", "项", "count", { kind: "two-marks" }],
    ["约500左右", "人", "count", { kind: "two-marks" }],
    ["约500人左右", "人", "count", { kind: "two-marks" }],
    ["约近500", "人", "count", { kind: "two-marks" }],
    ["1.2余万余", "份", "count", { kind: "two-marks" }],
    ["至少500以上", "人", "count", { kind: "two-marks" }],
    ["约3吨多", "吨", "measure", { kind: "two-marks" }],
    ["3吨多", "吨", "measure", { kind: "mark-misplaced" }],
    ["500左右人", "人", "count", { kind: "mark-misplaced" }],
    ["六千三百余", "项", "count", { kind: "chinese-numerals" }],
    ["数百", "项", "count", { kind: "chinese-numerals" }],
    ["约百余人", "人", "count", { kind: "chinese-numerals" }],
    ["5千余", "项", "count", { kind: "chinese-numerals" }],
    ["-5", "项", "count", { kind: "negative" }],
    ["－５", "项", "count", { kind: "negative" }],
    ["约−5", "项", "count", { kind: "negative" }],
    ["- 5", "项", "count", { kind: "negative" }],
    ["负5", "项", "count", { kind: "negative" }],
    ["共-5", "项", "count", { kind: "unreadable" }],
    ["共三项", "项", "count", { kind: "unreadable" }],
    ["9".repeat(31), "项", "count", { kind: "too-long" }],
    [`5${" ".repeat(100)}`, "项", "count", { kind: "too-long" }],
  ] as const)("%s (%s, %s)", (text, unitName, kind, reason) => {
    expect(readQuantity(text, unitName, kind)).toEqual({ ok: false, reason });
  });

  test("thirty digits and a hundred characters are read", () => {
    expect(readQuantity("9".repeat(30), "", "count").ok).toBe(true);
    expect(readQuantity(`5${" ".repeat(99)}`, "", "count").ok).toBe(true);
  });
});

/** The table of the design on plain whole numbers, apart from the decimals of the product. */
function expectedBounds({ mark, digits, scale }: Wording): string {
  const [whole = "", fraction = ""] = digits.split(".");
  const power = { "": 0n, 万: 4n, 亿: 8n }[scale];
  const value = (BigInt(whole + fraction) * unit * 10n ** power) / 10n ** BigInt(fraction.length);
  const last = 10n ** BigInt(String(value).length - String(value).replace(/0+$/, "").length);
  const table = {
    "": `[${value}, ${value}]`,
    余: `(${value}, ${value + last})`,
    多: `(${value}, ${value + last})`,
    近: `(${value - last}, ${value})`,
    约: `[${value - last / 2n}, ${value + last / 2n}]`,
    左右: `[${value - last / 2n}, ${value + last / 2n}]`,
    超过: `(${value}, …)`,
    超: `(${value}, …)`,
    以上: `[${value}, …)`,
    至少: `[${value}, …)`,
    不足: `[0, ${value})`,
  };
  return table[mark];
}

function fineBounds({ lower, upper }: Quantity): string {
  const fine = (bound: typeof lower): typeof lower =>
    bound && { ...bound, value: { units: big(bound.value), scale: 0 } };
  return bounds({ lower: fine(lower), upper: fine(upper) });
}

const forms = kinds.chain((kind) => fc.record({ kind: fc.constant(kind), wording: wordings(kind) }));
const units = fc.constantFrom("人", "人次", "家", "次", "件次", "平方米", "吨", "元", "分", "%", "千克");

describe("laws", () => {
  test("every form has the bounds of the table", () => {
    fc.assert(
      fc.property(forms, ({ kind, wording }) => {
        const quantity = read(spell(wording), "", kind);
        expect(quantity.wording).toEqual(wording);
        expect(fineBounds(quantity)).toBe(expectedBounds(wording));
      }),
      { numRuns: 2000 },
    );
  });

  test("reading what is printed gives the same quantity, with and without the unit", () => {
    fc.assert(
      fc.property(kinds, units, (kind, unitName) => {
        fc.assert(
          fc.property(quantities(kind), (quantity) => {
            expect(read(formatFigure(quantity, unitName), unitName, kind)).toEqual(quantity);
            expect(read(formatNumber(quantity), unitName, kind)).toEqual(quantity);
          }),
          { numRuns: 50 },
        );
      }),
      { numRuns: 40 },
    );
  });

  test("a unit that begins with 万 is read back as well", () => {
    const plain = quantities("measure").filter(({ wording }) => wording.scale === "");
    fc.assert(
      fc.property(plain, (quantity) => {
        expect(read(formatFigure(quantity, "万元"), "万元")).toEqual(quantity);
      }),
    );
  });

  test("printing what is read gives the text without separators, spaces and wide digits", () => {
    fc.assert(
      fc.property(forms, fc.constantFrom("", " ", "\u3000"), ({ kind, wording }, space) => {
        const text = spell(wording);
        const wide = text.replace(/[0-9.]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
        const grouped = text.replace(/[0-9]+/, (whole) => whole.replace(/\B(?=(?:[0-9]{3})+$)/g, "，"));
        for (const variant of [text, wide, grouped, `${space}${text}${space}`]) {
          expect(formatNumber(read(variant, "人", kind))).toBe(text);
        }
      }),
    );
  });

  const tokens = fc.constantFrom(
    ..."0 1 5 00 30 300 , ， . ． ５ 余 多 近 约 左右 超 超过 以上 至少 不足 万 亿 人 次 人次 万元 % ％ - 千 六 \n".split(
      " ",
    ),
    " ",
    "\u3000",
  );
  const texts = fc.oneof(
    fc.array(tokens, { maxLength: 7 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary", maxLength: 120 }),
  );

  test("no text makes it throw, and what it accepts survives printing", () => {
    fc.assert(
      fc.property(
        texts,
        kinds,
        fc.constantFrom("", "人", "次", "人次", "元", "万元", "%"),
        (text, kind, unitName) => {
          const result = readQuantity(text, unitName, kind);
          if (result.ok)
            expect(read(formatFigure(result.quantity, unitName), unitName, kind)).toEqual(result.quantity);
        },
      ),
      { numRuns: 20000 },
    );
  });

  test.each([
    "1".repeat(100),
    "1,".repeat(50),
    " ".repeat(99),
    "余".repeat(100),
    "近".repeat(1e6),
    "1".repeat(1e7),
  ])("hostile text %# is refused, again and again", (text) => {
    for (let run = 0; run < 200; run += 1) expect(readQuantity(text, "人", "count").ok).toBe(false);
  });
});
