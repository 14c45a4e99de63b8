import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOutline } from "../../src/catalogue/outline.ts";
import { readSchema, type SchemaSource } from "../../src/catalogue/schema-source.ts";
import type { Block, Document } from "../../src/document/document.ts";
import { chaptersOf } from "../../src/rules/outline/chapter.ts";
import { checkOutline } from "../../src/rules/outline/check-outline.ts";
import { root } from "../support/root.ts";

const path = "schemas/year.schema.json";
const schema = readSchema({ path, text: readFileSync(join(root, path), "utf8") }).value;

function shipped(): SchemaSource {
  if (!schema) throw new Error("the shipped schema cannot be read");
  return schema;
}

interface Chapter {
  readonly heading: string;
  readonly text?: string;
}

function documentOf(chapters: readonly Chapter[]): Document {
  const blocks = chapters.flatMap(({ heading, text = "有关内容。" }): readonly Block[] => [
    { kind: "heading", level: 1, number: "", content: [{ kind: "text", text: heading }], origin: null },
    { kind: "paragraph", content: [{ kind: "text", text }], origin: null },
  ]);
  return { year: 2022, title: "", office: "", date: null, stories: [], blocks };
}

function codes(chapters: readonly Chapter[]): readonly string[] {
  return checkOutline(documentOf(chapters), shipped(), 2022).map(({ code }) => code);
}

/** The numbers of the parts that headings are taken for; null for none. */
function parts(...headings: readonly string[]): readonly (number | null)[] {
  const document = documentOf(headings.map((heading) => ({ heading })));
  return chaptersOf(document, readOutline(shipped().root), 2022).map(({ part }) => part?.number ?? null);
}

const sound = [
  "2022年推进法治政府建设主要举措和成效",
  "存在的不足和原因",
  "2022年党政主要负责人履行推进法治政府建设第一责任人职责的有关情况",
  "2023年推进法治政府建设的主要安排",
] as const;

describe("the outline of the shipped schema", () => {
  const known: readonly (readonly [string, number | null])[] = [
    ["2022年推进法治政府建设的主要措施和取得的成效", 1],
    ["2022年法治政府建设主要做法及成效", 1],
    ["2022年度法治政府建设工作情况", 1],
    ["主要成绩", 1],
    ["存在的主要问题及原因", 2],
    ["问题不足和改进措施", 2],
    ["主要问题及整改措施", 2],
    ["法治政府建设中的短板弱项", 2],
    ["差距和不足", 2],
    ["党政主要负责人履行推进法治建设第一责任人职责情况", 3],
    ["主要负责人履行第一责任人职责，推进法治政府建设的工作情况", 3],
    ["党工委书记、办事处主任履行法治建设第一责任人职责的举措", 3],
    ["下一年度推进法治政府建设的主要安排", 4],
    ["下一步工作措施", 4],
    ["2023年工作思路", 4],
    ["2023年主要工作安排", 4],
    ["下一步工作打算", 4],
    ["其他需要报告的事项", null],
    ["依法全面履行政府职能", null],
    ["法治宣传教育三年行动计划", null],
  ];
  for (const [heading, number] of known) {
    it(`takes “${heading}” for ${number === null ? "no part" : `part ${number}`}`, () => {
      expect(parts(heading)).toEqual([number]);
    });
  }

  it("takes a heading of next year for its part only where nothing else is", () => {
    expect(parts(...sound.slice(0, 3), "2023年主要工作措施")).toEqual([1, 2, 3, 4]);
    expect(parts(...sound.slice(0, 3), "2023年重点任务")).toEqual([1, 2, 3, 4]);
    expect(parts("2023年主要举措和成效", ...sound.slice(1, 3))).toEqual([1, 2, 3]);
    expect(parts(...sound, "2023年重点任务")).toEqual([1, 2, 3, 4, null]);
  });

  it("knows no part by what stands in a title or a quotation", () => {
    expect(parts("贯彻《2022年工作安排》", "落实“第一责任人”制度")).toEqual([null, null]);
  });
});

describe("the parts of a report", () => {
  it("may stand among others", () => {
    const other = fc.constantFrom("其他事项", "法治宣传", "依法全面履行政府职能");
    const inserted = fc.array(fc.tuple(fc.nat(4), other), { maxLength: 4 });
    fc.assert(
      fc.property(inserted, (others) => {
        const headings = [0, 1, 2, 3, 4].flatMap((at) => [
          ...others.filter(([place]) => place === at).map(([, heading]) => heading),
          ...sound.slice(at, at + 1),
        ]);
        expect(codes(headings.map((heading) => ({ heading })))).toEqual([]);
      }),
    );
  });

  it("in whatever order: as few as possible are told to be out of place, and none to be missing", () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    fc.assert(
      fc.property(order, (indices) => {
        const found = codes(indices.map((index) => ({ heading: sound[index] ?? "" })));
        expect(new Set(found)).toEqual(new Set(found.length > 0 ? ["outline-part-order"] : []));
        expect(found.length).toBe(4 - longestRise(indices));
      }),
    );
  });

  it("that are left out are missing, and nothing else is said", () => {
    fc.assert(
      fc.property(fc.subarray([...sound]), (left) => {
        const found = codes(left.map((heading) => ({ heading })));
        expect(found).toEqual(Array.from({ length: 4 - left.length }, () => "outline-part-missing"));
      }),
    );
  });
});

/** By looking at every choice. */
function longestRise(numbers: readonly number[]): number {
  const lengths = Array.from({ length: 2 ** numbers.length }, (_, choice) =>
    numbers.filter((_each, index) => (choice >> index) % 2 === 1),
  ).filter((chosen) => chosen.every((each, index) => index === 0 || each > (chosen[index - 1] ?? 0)));
  return Math.max(...lengths.map(({ length }) => length));
}

describe("the years of the parts", () => {
  const withLast = (heading: string, text: string): readonly string[] =>
    codes([...sound.slice(0, 3).map((each) => ({ heading: each })), { heading, text }]);
  const withFirst = (heading: string, text: string): readonly string[] =>
    codes([{ heading, text }, ...sound.slice(1).map((each) => ({ heading: each }))]);

  it.each([
    ["2023年主要安排", "巩固2022年创建成果，继续加强学习。"],
    ["2023年主要安排", "2022年，我街获评先进。继续加强学习。"],
    ["2023年主要安排", "2022年，我街将法治纳入考核。2023年，继续加强学习。"],
    ["2023年主要安排", "落实《2022年工作要点》，2022年3月以来的做法将继续坚持。"],
    ["2022年工作总结和2023年主要安排", "继续加强学习。"],
    ["下一年度主要安排", "继续加强学习。"],
    ["下一步工作安排", "2023年，我街将继续加强学习。"],
    ["2021年主要安排", "继续加强学习。"],
  ])("are right where the last part is “%s” with “%s”", (heading, text) => {
    expect(withLast(heading, text)).toEqual([]);
  });

  it.each([
    ["2022年主要安排", "继续加强学习。", "outline-year-wrong"],
    ["2023年主要安排", "2022年，我街将着重从以下方面推进。", "outline-year-wrong"],
    ["下一步工作安排", "一是加强学习。2022年我街拟开展培训。", "outline-year-wrong"],
    ["下一步工作安排", "继续加强学习。", "outline-year-missing"],
    ["工作安排", "巩固2022年创建成果。", "outline-year-missing"],
  ])("are not where the last part is “%s” with “%s”", (heading, text, code) => {
    expect(withLast(heading, text)).toEqual([code]);
  });

  it.each([
    ["主要举措和成效", "全面落实各项任务。"],
    ["主要举措和成效", "2023年，我街将继续推进。"],
    ["2022年主要举措和成效", "为2023年创建打下基础。"],
  ])("are right where the first part is “%s” with “%s”", (heading, text) => {
    expect(withFirst(heading, text)).toEqual([]);
  });

  it.each([
    ["2023年主要举措和成效", "全面落实各项任务。"],
    ["主要举措和成效", "2023年，我街全面落实各项任务。"],
  ])("are not where the first part is “%s” with “%s”", (heading, text) => {
    expect(withFirst(heading, text)).toEqual(["outline-year-wrong"]);
  });
});
