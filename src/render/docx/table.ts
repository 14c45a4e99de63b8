import type { Block, Column, Inline } from "../../document/document.ts";
import { escapeAttribute } from "../../package/xml-text.ts";
import { paragraphXml, type Writing } from "./body.ts";
import { inlinesXml } from "./inlines.ts";

type Table = Extract<Block, { kind: "table" }>;

const look =
  '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>';

/** A table as wide as the text; the header comes again on each page, and no row is cut in two. */
export function tableXml({ columns, rows }: Table, writing: Writing): string {
  const widths = columnWidths(columns, writing.textWidth);
  const looks = columns.map(textCell);
  const header = columns.map(({ header }): readonly Inline[] => [{ kind: "text", text: header }]);
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="${escapeAttribute(writing.styles.table)}"/>` +
    `<w:tblW w:w="${sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>${look}</w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>` +
    rowXml("<w:cantSplit/><w:tblHeader/>", header, columns.map(headerCell), widths, writing) +
    rows.reduce((xml, { cells }) => xml + rowXml("<w:cantSplit/>", cells, looks, widths, writing), "") +
    "</w:tbl>"
  );
}

interface CellLook {
  readonly style: "tableHeader" | "tableText" | "tableNumber";
  readonly pPr: string;
}

function headerCell(): CellLook {
  return { style: "tableHeader", pPr: "" };
}

function textCell({ align }: Column): CellLook {
  if (align === "right") return { style: "tableNumber", pPr: "" };
  return { style: "tableText", pPr: align === "center" ? '<w:jc w:val="center"/>' : "" };
}

function rowXml(
  properties: string,
  cells: readonly (readonly Inline[])[],
  looks: readonly CellLook[],
  widths: readonly number[],
  { styles, marks }: Writing,
): string {
  const all = looks.reduce((xml, { style, pPr }, index) => {
    const content = inlinesXml(cells[index] ?? [], marks);
    const width = `<w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/>`;
    const cell = paragraphXml(styles[style], pPr, content);
    return `${xml}<w:tc><w:tcPr>${width}<w:vAlign w:val="center"/></w:tcPr>${cell}</w:tc>`;
  }, "");
  return `<w:tr><w:trPr>${properties}</w:trPr>${all}</w:tr>`;
}

/** Whole twips in proportion to the shares; the last column takes what rounding leaves. */
function columnWidths(columns: readonly Column[], textWidth: number): readonly number[] {
  const total = sum(columns.map(({ width }) => width)) || 1;
  const edges = columns.map((_, index) =>
    Math.round((sum(columns.slice(0, index + 1).map(({ width }) => width)) / total) * textWidth),
  );
  return edges.map((edge, index) => edge - (edges[index - 1] ?? 0));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
