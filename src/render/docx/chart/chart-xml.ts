import { escapeText, xmlHead } from "../../../package/xml-text.ts";
import type { Chart, ChartPoint, ChartSeries } from "../../../template/chart.ts";
import { fonts } from "../../../word/gbt9704.ts";
import { columnName, sheetName } from "../../../word/workbook.ts";

export const chartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";
export const drawingNamespace = "http://schemas.openxmlformats.org/drawingml/2006/main";
export const linkNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Greys that a black printer keeps apart. */
const greys = ["404040", "BFBFBF", "7F7F7F", "F2F2F2"] as const;
const letters = `<a:latin typeface="${fonts.fangSong.name}"/><a:ea typeface="${fonts.fangSong.name}"/>`;
const line = '<a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>';
const shows =
  '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';

/** Bars side by side from zero, a group a year (ECMA-376 part 1 §21.2); `workbook` is the id of its relationship. */
export function chartXml({ years, series }: Chart, workbook: string): string {
  const categories = strings(
    "A",
    2,
    years.map((year) => `${year}年`),
  );
  const bars = series.map((each, index) => seriesXml(each, index, categories)).join("");
  const legend = series.length > 1 ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>` : "";
  return (
    `${xmlHead}<c:chartSpace xmlns:c="${chartNamespace}" xmlns:a="${drawingNamespace}" xmlns:r="${linkNamespace}">` +
    '<c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>' +
    '<c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>' +
    `${bars}<c:gapWidth val="80"/><c:axId val="1"/><c:axId val="2"/></c:barChart>${axes}</c:plotArea>${legend}` +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>" +
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1050">${letters}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>` +
    `<c:externalData r:id="${workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
  );
}

const axes =
  '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>' +
  `<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>${line}</c:spPr>` +
  '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>' +
  '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>' +
  `<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>${line}</c:spPr>` +
  '<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>';

function seriesXml({ label, points }: ChartSeries, index: number, categories: string): string {
  const column = columnName(index + 1);
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx>${strings(column, 1, [label])}</c:tx>` +
    `<c:spPr><a:solidFill><a:srgbClr val="${greys[index % greys.length]}"/></a:solidFill>${line}</c:spPr><c:invertIfNegative val="0"/>` +
    `<c:dLbls>${points.map(labelXml).join("")}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>` +
    `<c:dLblPos val="outEnd"/>${shows}</c:dLbls><c:cat>${categories}</c:cat>` +
    `<c:val>${numbers(column, points)}</c:val></c:ser>`
  );
}

/** An exact number is its own label, so that it follows when the data is edited. */
function labelXml(point: ChartPoint | null, index: number): string {
  if (!point || point.isExact) return "";
  return (
    `<c:dLbl><c:idx val="${index}"/><c:layout/><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="zh-CN" sz="1050">${letters}</a:rPr>` +
    `<a:t>${escapeText(point.shown)}</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val="outEnd"/>${shows}</c:dLbl>`
  );
}

function range(column: string, first: number, count: number): string {
  const from = `${sheetName}!$${column}$${first}`;
  return count === 1 ? from : `${from}:$${column}$${first + count - 1}`;
}

function strings(column: string, first: number, texts: readonly string[]): string {
  const points = texts.map((text, index) => `<c:pt idx="${index}"><c:v>${escapeText(text)}</c:v></c:pt>`);
  return `<c:strRef><c:f>${range(column, first, texts.length)}</c:f><c:strCache><c:ptCount val="${texts.length}"/>${points.join("")}</c:strCache></c:strRef>`;
}

function numbers(column: string, points: readonly (ChartPoint | null)[]): string {
  const known = points.map((point, index) =>
    point ? `<c:pt idx="${index}"><c:v>${point.value}</c:v></c:pt>` : "",
  );
  return `<c:numRef><c:f>${range(column, 2, points.length)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${points.length}"/>${known.join("")}</c:numCache></c:numRef>`;
}
