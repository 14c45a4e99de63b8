import {
  characterSpacing,
  characters,
  dateFromRight,
  fonts,
  linePitch,
  linesForSeal,
  size,
  table,
} from "./gbt9704.ts";
import {
  align,
  blankLines,
  type Font,
  firstLine,
  font,
  letters,
  lines,
  offGrid,
  properties,
  type StandardStyle,
  sized,
} from "./style-markup.ts";

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

type Next = string | null;

function builtIn(name: string, id: string, look: string, next: Next): StandardStyle {
  return { name, id, type: "paragraph", builtIn: true, properties: look, next };
}

function custom(name: string, id: string, look: string, next: Next = null): StandardStyle {
  return { name, id, type: "paragraph", builtIn: false, properties: look, next };
}

/** §7.3.3. Real heading styles, so that the navigation pane lists them; a heading stays with its text. */
function heading(level: number, face: Font): StandardStyle {
  const pPr = `<w:keepNext/>${firstLine}<w:outlineLvl w:val="${level - 1}"/>`;
  return builtIn(`heading ${level}`, `Heading${level}`, properties(pPr, font(face)), "ReportBody");
}

/** §7.3.1, §7.3.2: a title, and one blank line between it and the text. */
function title(before: number, outline: string): string {
  const pPr = `<w:keepNext/>${offGrid}${blankLines(before, 1)}${align("center")}${outline}`;
  return properties(pPr, letters(fonts.xiaoBiaoSong, size.erHao));
}

/** §7.3.4: in by two characters; the further lines begin below the first letter after 附件：. */
const annexNote = `${blankLines(1, 0)}<w:ind w:left="${characters(5)}" w:hanging="${characters(3)}"/>`;

/** §7.3.5.1: the office is centred over the date. */
const signature = `<w:keepNext/>${blankLines(linesForSeal, 0)}${align("center")}`;
const date = `<w:ind w:rightChars="${dateFromRight * 100}" w:right="${characters(dateFromRight)}"/>${align("right")}`;

/** Nothing of the text's indent, grid or spacing comes into a cell. */
const cell = `${offGrid}${lines(table.line)}`;
const cellText = sized(size.xiaoSi);

function border(side: string): string {
  return `<w:${side} w:val="single" w:sz="${table.border}" w:space="0" w:color="auto"/>`;
}

const tableLook =
  '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
  `<w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map(border).join("")}</w:tblBorders>` +
  `<w:tblCellMar><w:top w:w="${table.cellEnd}" w:type="dxa"/><w:left w:w="${table.cellSide}" w:type="dxa"/>` +
  `<w:bottom w:w="${table.cellEnd}" w:type="dxa"/><w:right w:w="${table.cellSide}" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
  '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>' +
  '<w:tblStylePr w:type="firstRow"><w:trPr><w:tblHeader/></w:trPr></w:tblStylePr>';

/** The styles that the body of a report uses. They stand on Normal. */
export const standardStyles: Readonly<Record<StyleKey, StandardStyle>> = {
  title: builtIn("Title", "Title", title(0, ""), "ReportBody"),
  heading1: heading(1, fonts.hei),
  heading2: heading(2, fonts.kai),
  heading3: heading(3, fonts.fangSong),
  heading4: heading(4, fonts.fangSong),
  body: custom("公文正文", "ReportBody", properties(firstLine)),
  annexNote: custom("附件说明", "AnnexNote", properties(annexNote)),
  annexLabel: custom(
    "附件标识",
    "AnnexLabel",
    properties("<w:keepNext/><w:pageBreakBefore/>", font(fonts.hei)),
    "AnnexTitle",
  ),
  annexTitle: custom("附件标题", "AnnexTitle", title(1, '<w:outlineLvl w:val="0"/>'), "ReportBody"),
  signature: custom("署名", "OfficeName", properties(signature), "IssueDate"),
  date: custom("成文日期", "IssueDate", properties(date)),
  tableHeader: custom("表头", "TableHeader", properties(cell + align("center"), font(fonts.hei) + cellText)),
  tableText: custom("表格正文", "TableText", properties(cell + align("left"), cellText)),
  tableNumber: custom("表格数字", "TableNumber", properties(cell + align("right"), cellText)),
  table: {
    name: "公文表格",
    id: "ReportTable",
    type: "table",
    builtIn: false,
    properties: tableLook,
    next: null,
  },
};

/** What Normal is in the standard template, and what its styles stand on in one that has another Normal. */
export const baseLook: string = properties(
  '<w:widowControl w:val="0"/><w:kinsoku/><w:wordWrap/><w:overflowPunct/><w:topLinePunct w:val="0"/>' +
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid/>' +
    `${lines(linePitch)}${align("both")}`,
  `${font(fonts.fangSong)}<w:spacing w:val="${characterSpacing}"/><w:kern w:val="0"/>` +
    `<w:sz w:val="${size.sanHao}"/><w:szCs w:val="${size.sanHao}"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>`,
);
