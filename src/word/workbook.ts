import { escapeText, xmlHead } from "../package/xml-text.ts";
import { contentTypesPart, zip } from "../package/zip.ts";

/** A cell holds a text, a number as a plain decimal, or nothing. */
export type Cell = { readonly text: string } | { readonly number: string } | null;

const sheetMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaging = "http://schemas.openxmlformats.org/package/2006";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const workbookType: string = `${spreadsheet}.sheet`;
export const sheetName = "Sheet1";

/** A workbook of one sheet, as a chart's data is kept in (ECMA-376 part 1 §15.2.11). Same cells, same bytes. */
export function workbook(rows: readonly (readonly Cell[])[]): Uint8Array {
  const encoder = new TextEncoder();
  const part = (name: string, xml: string): readonly [string, Uint8Array] => [
    name,
    encoder.encode(xmlHead + xml),
  ];
  return zip(
    new Map([
      part(
        contentTypesPart,
        `<Types xmlns="${packaging}/content-types">` +
          '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
          `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>` +
          `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/></Types>`,
      ),
      part("_rels/.rels", relationship("officeDocument", "xl/workbook.xml")),
      part(
        "xl/workbook.xml",
        `<workbook xmlns="${sheetMain}" xmlns:r="${office}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      part("xl/_rels/workbook.xml.rels", relationship("worksheet", "worksheets/sheet1.xml")),
      part(
        "xl/worksheets/sheet1.xml",
        `<worksheet xmlns="${sheetMain}"><sheetData>${rows.map(rowXml).join("")}</sheetData></worksheet>`,
      ),
    ]),
  );
}

function relationship(type: string, target: string): string {
  return `<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
}

function rowXml(cells: readonly Cell[], index: number): string {
  const row = index + 1;
  return `<row r="${row}">${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row}`)).join("")}</row>`;
}

function cellXml(cell: Cell, place: string): string {
  if (!cell) return "";
  return "text" in cell
    ? `<c r="${place}" t="inlineStr"><is><t>${escapeText(cell.text)}</t></is></c>`
    : `<c r="${place}"><v>${cell.number}</v></c>`;
}

/** A for 0; a chart has few columns. */
export function columnName(index: number): string {
  return String.fromCharCode(65 + index);
}
