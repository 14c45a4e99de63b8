import type { Block, Document } from "../../document/document.ts";
import { escapeAttribute } from "../../package/xml-text.ts";
import type { StyleKey } from "../../word/standard-styles.ts";
import type { ChartMarks } from "./chart/chart-marks.ts";
import { chartBlockXml } from "./chart/drawing.ts";
import { annexNoteXml, signatureXml } from "./closing.ts";
import { inlinesXml, runXml } from "./inlines.ts";
import type { Marks } from "./marks.ts";
import type { Recorder } from "./recorder.ts";
import type { StyleIds } from "./styles.ts";
import { tableXml } from "./table.ts";

/** What the blocks of one document are written with. */
export interface Writing {
  readonly styles: StyleIds;
  readonly marks: Marks;
  readonly charts: ChartMarks;
  readonly recorder: Recorder;
  /** Between the margins, in twips. */
  readonly textWidth: number;
}

/** Blocks as the content of a w:body. */
export function bodyXml({ blocks }: Pick<Document, "blocks">, writing: Writing): string {
  // Added to one another, texts are copied once, when they are written.
  return blocks.reduce((xml, block, index) => xml + blockXml(block, blocks[index + 1], writing), "");
}

function blockXml(block: Block, next: Block | undefined, writing: Writing): string {
  const { styles, marks } = writing;
  switch (block.kind) {
    case "title":
      return paragraphXml(styles.title, "", inlinesXml(block.content, marks));
    case "heading":
      return paragraphXml(
        styles[headingKey(block.level)],
        "",
        inlinesXml([{ kind: "text", text: block.number }, ...block.content], marks),
      );
    case "paragraph":
      return paragraphXml(styles.body, "", inlinesXml(block.content, marks));
    case "addressee":
      return paragraphXml(styles.body, flush, runXml(block.text));
    case "annexNote":
      return annexNoteXml(block.titles, writing);
    case "signature":
      return signatureXml(block.office, block.date, writing);
    case "annex":
      return (
        paragraphXml(styles.annexLabel, "", runXml(block.label)) +
        paragraphXml(styles.annexTitle, "", runXml(block.title))
      );
    case "table":
      return tableXml(block, writing) + (next && next.kind !== "table" ? "" : afterTable(styles));
    case "chart":
      return chartBlockXml(block, writing);
    case "tableNote":
      return block.lines.map((line) => paragraphXml(styles.tableText, "", inlinesXml(line, marks))).join("");
  }
}

/** §7.3.2: from the edge, all lines of it. */
const flush = '<w:ind w:firstLineChars="0" w:firstLine="0"/>';

function headingKey(level: 1 | 2 | 3 | 4): StyleKey {
  return `heading${level}`;
}

export function paragraphXml(style: string, pPr: string, content: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${escapeAttribute(style)}"/>${pPr}</w:pPr>${content}</w:p>`;
}

/** A table is followed by a paragraph (Word), and two tables in a row are one: the smallest there is. */
function afterTable(styles: StyleIds): string {
  return paragraphXml(
    styles.tableText,
    '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
    "",
  );
}
