import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { type ComposedReport, cells, type Section } from "./composed-report.ts";
import { job } from "./job.ts";

/** As its documentation shows: paragraphs and runs, each with its look; it needs no template. */
void job(async (_, report) => {
  const document = new Document({
    sections: [
      {
        properties: { page: { margin: { top: 2098, right: 1474, bottom: 1984, left: 1588 } } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: body(report),
      },
    ],
  });
  return Packer.toBuffer(document);
});

function body(report: ComposedReport): FileChild[] {
  const chapters = report.chapters.flatMap((chapter) => [
    ...section(chapter, HeadingLevel.HEADING_1, "黑体"),
    ...chapter.sections.flatMap((each) => section(each, HeadingLevel.HEADING_2, "楷体_GB2312")),
  ]);
  return [
    title(report.title, HeadingLevel.TITLE),
    ...report.opening.map(({ text }) => paragraph(text)),
    ...chapters,
    paragraph(report.annexNote),
    paragraph(report.annexLabel, "黑体", { pageBreakBefore: true }),
    title(report.annexTitle),
    annex(report),
  ];
}

type Level = (typeof HeadingLevel)[keyof typeof HeadingLevel];

function section({ heading, paragraphs }: Section, level: Level, font: string): Paragraph[] {
  return [paragraph(heading, font, { heading: level }), ...paragraphs.map(({ text }) => paragraph(text))];
}

function title(text: string, heading?: Level): Paragraph {
  const run = new TextRun({ text, font: "方正小标宋简体", size: 44, color: "000000" });
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [run], ...(heading ? { heading } : {}) });
}

function paragraph(text: string, font: string = "仿宋_GB2312", options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    spacing: { line: 579, lineRule: "exact" },
    indent: { firstLine: 640 },
    children: [new TextRun({ text, font, size: 32, color: "000000" })],
    ...options,
  });
}

function annex({ columns, rows }: ComposedReport): Table {
  const line = (values: readonly string[], font: string): TableRow =>
    new TableRow({ children: values.map((value) => cell(value, font)) });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      line(columns, "黑体"),
      ...rows.map((row) =>
        line(
          cells.map((each) => row[each]),
          "仿宋_GB2312",
        ),
      ),
    ],
  });
}

function cell(text: string, font: string): TableCell {
  return new TableCell({
    children: [new Paragraph({ children: [new TextRun({ text, font, size: 24 })] })],
  });
}

function pageNumber(): Paragraph {
  const run = new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], font: "宋体", size: 28 });
  return new Paragraph({ alignment: AlignmentType.RIGHT, children: [run] });
}
