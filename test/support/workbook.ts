import { zip } from "../../src/package/zip.ts";

/** A sheet of a workbook that is made for a test: its name, the XML behind its rows, its rows as XML. */
export interface SheetXml {
  readonly name: string;
  readonly rows: string;
  readonly behind?: string;
  readonly state?: string;
}

export interface WorkbookXml {
  readonly sheets: readonly SheetXml[];
  /** `<si>` elements. */
  readonly strings?: string;
  /** Format codes of the cell styles, from the second on; the first is General. */
  readonly formats?: readonly string[];
  readonly date1904?: boolean;
  /** The names of the strict variant of the standard. */
  readonly strict?: boolean;
}

const transitional = "http://schemas.openxmlformats.org/";
const strictNames = "http://purl.oclc.org/ooxml/";

/** An .xlsx file of the parts that matter, as Excel names them. */
export function workbook({ sheets, strings, formats = [], date1904, strict }: WorkbookXml): Uint8Array {
  const main = strict ? `${strictNames}spreadsheetml/main` : `${transitional}spreadsheetml/2006/main`;
  const office = `${strict ? strictNames : transitional}officeDocument/${strict ? "" : "2006/"}relationships`;
  const links = (list: readonly string[]): string =>
    `<Relationships xmlns="${transitional}package/2006/relationships">${list.join("")}</Relationships>`;
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const parts = new Map<string, string>([
    ["[Content_Types].xml", "<Types/>"],
    ["_rels/.rels", links([link("rId1", "officeDocument", "xl/workbook.xml")])],
    [
      "xl/_rels/workbook.xml.rels",
      links([
        ...sheets.map((_, index) => link(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`)),
        link("rIdS", "styles", "styles.xml"),
        ...(strings === undefined ? [] : [link("rIdT", "sharedStrings", "/xl/sharedStrings.xml")]),
      ]),
    ],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets>${sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${name}" sheetId="2000000000"${state ? ` state="${state}"` : ""} r:id="rId${index + 1}"/>`,
        )
        .join("")}</sheets></workbook>`,
    ],
    [
      "xl/styles.xml",
      `<styleSheet xmlns="${main}"><numFmts>${formats
        .map(
          (code, index) =>
            `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', "&quot;")}"/>`,
        )
        .join("")}</numFmts><cellXfs><xf numFmtId="0"/>${formats
        .map((_, index) => `<xf numFmtId="${200 + index}"/>`)
        .join("")}</cellXfs></styleSheet>`,
    ],
    ...(strings === undefined
      ? []
      : [["xl/sharedStrings.xml", `<sst xmlns="${main}">${strings}</sst>`] as [string, string]]),
    ...sheets.map(({ rows, behind = "" }, index): [string, string] => [
      `xl/worksheets/sheet${index + 1}.xml`,
      `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${behind}</worksheet>`,
    ]),
  ]);
  return zip(new Map([...parts].map(([name, text]) => [name, new TextEncoder().encode(text)])));
}

/** A row of inline texts and, where a cell begins with `<`, of XML as it is. */
export function row(number: number, cells: readonly string[], attributes: string = ""): string {
  const xml = cells.map((cell) =>
    cell.startsWith("<") ? cell : cell === "" ? "<c/>" : `<c t="inlineStr"><is><t>${cell}</t></is></c>`,
  );
  return `<row r="${number}"${attributes}>${xml.join("")}</row>`;
}

export function number(value: string | number, style: number = 0): string {
  return `<c s="${style}"><v>${value}</v></c>`;
}
