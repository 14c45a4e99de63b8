import type { Figure } from "../../src/aggregate/figure.ts";
import type { Block, Column, Document, HeadingLevel, Inline } from "../../src/document/document.ts";
import type { ChartPoint } from "../../src/template/chart.ts";

/** A document as cases write it: a text is a string, a figure an object. */
export interface SampleDocument {
  readonly title: string;
  readonly office: string;
  readonly date: string | null;
  readonly blocks: readonly SampleBlock[];
}

export type SampleInline =
  | string
  | { readonly figure: string; readonly label: string; readonly shown: string };

export type SampleBlock =
  | { readonly title: readonly SampleInline[] }
  | { readonly heading: readonly SampleInline[]; readonly level: HeadingLevel; readonly number: string }
  | { readonly paragraph: readonly SampleInline[] }
  | { readonly annexNote: readonly string[] }
  | { readonly signature: string; readonly date: string }
  | { readonly annex: string; readonly label: string }
  | {
      readonly table: readonly (readonly (readonly SampleInline[])[])[];
      readonly columns: readonly Column[];
    };

export function sampleFigure(id: string, label: string): Figure {
  return {
    indicator: {
      id,
      label,
      description: null,
      unit: "项",
      department: null,
      group: "测试",
      quantity: "count",
      totalOf: null,
      rateOf: null,
      countsAs: null,
      sameAs: null,
      partOf: null,
      atMost: null,
      round: null,
      jump: null,
      changes: [],
      pointer: "",
      places: new Map(),
    },
    quantity: {
      lower: null,
      upper: null,
      wording: { mark: "", digits: "0", scale: "", markFirst: false },
    },
    sources: [],
    period: null,
    sameAs: [],
    parts: [],
    partOf: [],
  };
}

export function sampleDocument({ title, office, date, blocks }: SampleDocument): Document {
  return { year: 2022, title, office, date, blocks: blocks.map(toBlock), stories: [] };
}

function toBlock(block: SampleBlock): Block {
  if ("title" in block) return { kind: "title", content: inlines(block.title), origin: null };
  if ("heading" in block) {
    const { level, number } = block;
    return { kind: "heading", level, number, content: inlines(block.heading), origin: null };
  }
  if ("paragraph" in block) return { kind: "paragraph", content: inlines(block.paragraph), origin: null };
  if ("annexNote" in block) return { kind: "annexNote", titles: block.annexNote };
  if ("signature" in block) return { kind: "signature", office: block.signature, date: block.date };
  if ("annex" in block) return { kind: "annex", label: block.label, title: block.annex };
  return {
    kind: "table",
    columns: block.columns,
    rows: block.table.map((cells) => ({ cells: cells.map(inlines) })),
  };
}

function inlines(content: readonly SampleInline[]): readonly Inline[] {
  return content.map((each) =>
    typeof each === "string"
      ? { kind: "text", text: each }
      : { kind: "figure", figure: sampleFigure(each.figure, each.label), shown: each.shown },
  );
}

/** A report with everything in it: some 5,000 characters, 60 figures in the text, a table of 60 rows. */
export function largeDocument(): Document {
  const number = (n: number): SampleInline => ({
    figure: `group.figure${n}`,
    label: `指标${n}`,
    shown: `${n * 100}余项`,
  });
  const section = (n: number): readonly SampleBlock[] => [
    {
      heading: [`第${n}部分的工作举措和成效`],
      level: n % 4 === 1 ? 1 : 2,
      number: n % 4 === 1 ? "一、" : "（二）",
    },
    {
      paragraph: [
        "推动“谁执法谁普法”责任制落到实处，组织干部集体学习。".repeat(3),
        number(n * 3),
        "，加强工作人员依法行政能力建设，推动形成办事依法的法治环境。".repeat(4),
        number(n * 3 + 1),
        "，完成",
        number(n * 3 + 2),
        "。",
      ],
    },
  ];
  return sampleDocument({
    title: "某街道2022年度法治政府建设情况报告",
    office: "某街道办事处",
    date: "2023-01-13",
    blocks: [
      { title: ["某街道2022年度法治政府建设情况报告"] },
      ...Array.from({ length: 20 }, (_, n) => section(n + 1)).flat(),
      { annexNote: ["主要指标一览表"] },
      { signature: "某街道办事处", date: "2023年1月13日" },
      { annex: "主要指标一览表", label: "附件" },
      {
        columns: [
          { header: "序号", width: 10, align: "center" },
          { header: "指标", width: 50, align: "left" },
          { header: "单位", width: 15, align: "center" },
          { header: "数值", width: 25, align: "right" },
        ],
        table: Array.from({ length: 60 }, (_, n) => [[`${n + 1}`], [`指标${n}的名称`], ["项"], [number(n)]]),
      },
    ],
  });
}

/** Nothing but Hanzi, punctuation none: what a line and a page hold shows at once. */
export function hanziDocument(characters: number): Document {
  const text = "国家机关公文格式规定每面排二十二行每行排二十八个字";
  const all = text.repeat(Math.ceil(characters / text.length)).slice(0, characters);
  return sampleDocument({ title: "全汉字", office: "测试", date: null, blocks: [{ paragraph: [all] }] });
}

/** Two indicators over three years, one of them with a gap. */
export function chartBlock(number: number): Extract<Block, { kind: "chart" }> {
  const point = (value: string, shown: string = value): ChartPoint => ({
    value,
    shown,
    isExact: value === shown,
  });
  return {
    kind: "chart",
    number,
    chart: {
      title: "历年隐患情况",
      unit: "项",
      years: [2020, 2021, 2022],
      series: [
        { label: "隐患", points: [point("1000", "近1000"), point("1080"), point("1200", "近1200")] },
        { label: "整改<&", points: [point("990"), null, point("1178")] },
      ],
      notes: ["约数按所写的数字绘出，以柱上的文字为准。"],
    },
  };
}
