import { type Block, chartLines, chartRows } from "../../../document/document.ts";
import { escapeAttribute } from "../../../package/xml-text.ts";
import { paragraphXml, type Writing } from "../body.ts";
import { runXml } from "../inlines.ts";
import { chartNamespace, drawingNamespace, linkNamespace } from "./chart-xml.ts";

const inlineNamespace = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const emuATwip = 635;
/** As a share of the width. */
const height = 0.5;

/** A chart as wide as the text, its caption and notes below it on the same page. */
export function chartBlockXml(block: Extract<Block, { kind: "chart" }>, writing: Writing): string {
  const { styles, textWidth, charts } = writing;
  const { link, id } = charts.next();
  const [caption = "", ...notes] = chartLines(block);
  const described = chartRows(block.chart)
    .map((row) => row.join(" "))
    .join("；");
  const size = `cx="${textWidth * emuATwip}" cy="${Math.round(textWidth * height) * emuATwip}"`;
  const drawing =
    `<w:r><w:drawing><wp:inline xmlns:wp="${inlineNamespace}" distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/>` +
    `<wp:docPr id="${id}" name="${escapeAttribute(`图${block.number}`)}" descr="${escapeAttribute(described.trim())}"/><wp:cNvGraphicFramePr/>` +
    `<a:graphic xmlns:a="${drawingNamespace}"><a:graphicData uri="${chartNamespace}">` +
    `<c:chart xmlns:c="${chartNamespace}" xmlns:r="${linkNamespace}" r:id="${link}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  const keep = (index: number): string => (index < notes.length ? "<w:keepNext/>" : "");
  const centred = '<w:jc w:val="center"/>';
  const single = '<w:spacing w:line="240" w:lineRule="auto"/>';
  return [
    paragraphXml(styles.tableText, `<w:keepNext/>${single}${centred}`, drawing),
    paragraphXml(styles.tableText, keep(0) + centred, runXml(caption)),
    ...notes.map((note, index) => paragraphXml(styles.tableText, keep(index + 1), runXml(note))),
  ].join("");
}
