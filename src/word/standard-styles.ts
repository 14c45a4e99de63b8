import {
  characters,
  characterSpacing,
  dateFromRight,
  fonts,
  footer,
  linePitch,
  linesForSeal,
  size,
  table,
} from "./gbt9704.ts";
import { escapeAttribute } from "./xml-text.ts";

/** A style of the standard look. Templates are searched for its name: programs rename the ids of Chinese styles. */
export interface StandardStyle {
  readonly name: string;
  readonly id: string;
  readonly type: "paragraph" | "table";
  /** Without its name, base and successor: pPr, rPr, tblPr … in the order of the schema (ECMA-376 §17.7.4.17). */
  readonly properties: string;
  readonly next?: StyleKey;
  /** Order in Word's style pane (uiPriority). */
  readonly priority: number;
}

export type StyleKey =
  | "title"
  | "heading1"
  | "heading2"
  | "heading3"
  | "heading4"
  | "body"
  | "annexNote"
  | "annexLabel"
  | "annexTitle"
  | "signature"
  | "date"
  | "tableHeader"
  | "tableText"
  | "tableNumber"
  | "table";

type Font = (typeof fonts)[keyof typeof fonts];

const grid = `<w:spacing w:before="0" w:after="0" w:line="${linePitch}" w:lineRule="exact"/>`;
const firstLine = `<w:ind w:firstLineChars="200" w:firstLine="${characters(2)}"/>`;
const compact = `<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${table.line}" w:lineRule="exact"/>`;

/** The hint makes “ ” — … letters of the Chinese font, so they are as wide as a Hanzi. */
function font({ name }: Font): string {
  return `<w:rFonts w:hint="eastAsia" w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>`;
}

function sized(halfPoints: number): string {
  return `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
}

function style(pPr: string, rPr = ""): string {
  return `${pPr ? `<w:pPr>${pPr}</w:pPr>` : ""}${rPr ? `<w:rPr>${rPr}</w:rPr>` : ""}`;
}

/** One blank line of the grid before or after, as spacing: no empty paragraph that an editor could lose. */
function spacing(before: number, after: number): string {
  return `<w:spacing w:before="${before * linePitch}" w:after="${after * linePitch}" w:line="${linePitch}" w:lineRule="exact"/>`;
}

/** §7.3.1: 2号 小标宋, centred, a blank line after it (§7.3.2). */
const titleLook = font(fonts.xiaoBiaoSong) + '<w:spacing w:val="0"/>' + sized(size.erHao);

function heading(level: number, face: Font): StandardStyle {
  const pPr = `<w:keepNext/>${firstLine}<w:outlineLvl w:val="${level - 1}"/>`;
  const properties = style(pPr, font(face));
  return { name: `heading ${level}`, id: `Heading${level}`, type: "paragraph", properties, next: "body", priority: 9 };
}

function paragraph(name: string, id: string, priority: number, properties: string, next?: StyleKey): StandardStyle {
  return { name, id, type: "paragraph", properties, priority, ...(next ? { next } : {}) };
}

function border(side: string): string {
  return `<w:${side} w:val="single" w:sz="${table.border}" w:space="0" w:color="auto"/>`;
}

function margin(side: string, width: number): string {
  return `<w:${side} w:w="${width}" w:type="dxa"/>`;
}

const tableProperties =
  `<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>` +
  `<w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map(border).join("")}</w:tblBorders>` +
  `<w:tblCellMar>${margin("top", table.cellEnd)}${margin("left", table.cellSide)}` +
  `${margin("bottom", table.cellEnd)}${margin("right", table.cellSide)}</w:tblCellMar></w:tblPr>` +
  `<w:tcPr><w:vAlign w:val="center"/></w:tcPr>` +
  `<w:tblStylePr w:type="firstRow"><w:tblPr/><w:trPr><w:tblHeader/></w:trPr></w:tblStylePr>`;

const tableFace = '<w:spacing w:val="0"/>' + sized(size.xiaoSi);

/** The styles that the body of a report uses. */
export const standardStyles: Readonly<Record<StyleKey, StandardStyle>> = {
  title: paragraph(
    "Title",
    "Title",
    1,
    style(`<w:keepNext/><w:snapToGrid w:val="0"/>${spacing(0, 1)}<w:jc w:val="center"/>`, titleLook),
    "body",
  ),
  heading1: heading(1, fonts.hei),
  heading2: heading(2, fonts.kai),
  heading3: heading(3, fonts.fangSong),
  heading4: heading(4, fonts.fangSong),
  body: paragraph("公文正文", "ReportBody", 0, style(firstLine)),
  annexNote: paragraph(
    "附件说明",
    "AnnexNote",
    20,
    style(spacing(1, 0) + `<w:ind w:leftChars="500" w:left="${characters(5)}" w:hangingChars="300" w:hanging="${characters(3)}"/>`),
  ),
  annexLabel: paragraph(
    "附件标识",
    "AnnexLabel",
    22,
    style("<w:keepNext/><w:pageBreakBefore/>", font(fonts.hei)),
    "annexTitle",
  ),
  annexTitle: paragraph(
    "附件标题",
    "AnnexTitle",
    23,
    style(
      `<w:keepNext/><w:snapToGrid w:val="0"/>${spacing(1, 1)}<w:jc w:val="center"/><w:outlineLvl w:val="0"/>`,
      titleLook,
    ),
    "body",
  ),
  signature: paragraph(
    "署名",
    "OfficeName",
    24,
    style(`<w:keepNext/>${spacing(linesForSeal, 0)}<w:jc w:val="center"/>`),
    "date",
  ),
  date: paragraph(
    "成文日期",
    "IssueDate",
    25,
    style(`<w:ind w:rightChars="${dateFromRight * 100}" w:right="${characters(dateFromRight)}"/><w:jc w:val="right"/>`),
  ),
  tableHeader: paragraph("表头", "TableHeader", 30, style(`${compact}<w:jc w:val="center"/>`, font(fonts.hei) + tableFace)),
  tableText: paragraph("表格正文", "TableText", 31, style(`${compact}<w:jc w:val="left"/>`, tableFace)),
  tableNumber: paragraph("表格数字", "TableNumber", 32, style(`${compact}<w:jc w:val="right"/>`, tableFace)),
  table: { name: "公文表格", id: "ReportTable", type: "table", properties: tableProperties, priority: 33 },
};

/** What Normal is in the standard template, and what the styles stand on in one that lacks them. */
export const baseProperties: string = style(
  '<w:widowControl w:val="0"/><w:kinsoku/><w:wordWrap/><w:overflowPunct/><w:topLinePunct w:val="0"/>' +
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid/>' +
    `${grid}<w:jc w:val="both"/>`,
  `${font(fonts.fangSong)}<w:spacing w:val="${characterSpacing}"/><w:kern w:val="0"/>${sized(size.sanHao)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>`,
);

/** The styles of the page number (§7.5): odd pages right, even pages left, one character in. */
export const pageNumberStyles: Readonly<Record<"footer" | "odd" | "even", StandardStyle>> = {
  footer: paragraph(
    "footer",
    "Footer",
    40,
    style(
      `<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${footer.line}" w:lineRule="exact"/>`,
      `${font(fonts.song)}<w:spacing w:val="0"/>${sized(size.siHao)}`,
    ),
  ),
  odd: paragraph("单页码", "OddPageNumber", 41, style(`<w:ind w:rightChars="100" w:right="${size.siHao * 10}"/><w:jc w:val="right"/>`)),
  even: paragraph("双页码", "EvenPageNumber", 42, style(`<w:ind w:leftChars="100" w:left="${size.siHao * 10}"/><w:jc w:val="left"/>`)),
};

/** A style as an element; `base` and `next` are ids. */
export function styleXml(look: StandardStyle, base: string, next: string | null): string {
  return (
    `<w:style w:type="${look.type}" w:customStyle="1" w:styleId="${look.id}"><w:name w:val="${escapeAttribute(look.name)}"/>` +
    `<w:basedOn w:val="${base}"/>${next ? `<w:next w:val="${next}"/>` : ""}` +
    `<w:uiPriority w:val="${look.priority}"/><w:qFormat/>${look.properties}</w:style>`
  );
}
