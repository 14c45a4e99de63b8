import { attributeOf, type XmlHandler } from "../../package/xml-stream.ts";
import { notComputed, type Row } from "../row.ts";
import { numberText, unescapeCell } from "./cell-text.ts";
import { streamPart } from "./stream-part.ts";
import type { Sheet, Workbook, WorkbookFault } from "./workbook.ts";

const mostRows = 1_048_576;
const mostColumns = 16_384;

export type SheetFault = WorkbookFault | "row-order";

/** Hands on the rows of a sheet; `take` says whether more are wanted. */
export async function readSheet(
  workbook: Workbook,
  sheet: Sheet,
  strings: readonly string[],
  take: (row: Row) => boolean,
): Promise<SheetFault | null> {
  const handler = new SheetHandler(workbook, strings, take);
  const fault = await streamPart(workbook.zip, sheet.part, handler, () => handler.goesOn);
  return handler.fault ?? fault;
}

/** Rows of `sheetData` and nothing else (ECMA-376 part 1 §18.3.1.80). */
class SheetHandler implements XmlHandler {
  fault: "row-order" | null = null;
  goesOn = true;
  private readonly workbook: Workbook;
  private readonly strings: readonly string[];
  private readonly take: (row: Row) => boolean;
  private cells: string[] | null = null;
  private row = 0;
  private hidden = false;
  private column = -1;
  private type = "";
  private style = 0;
  private value = "";
  private hasFormula = false;
  private inReading = 0;
  private inValue = false;

  constructor(workbook: Workbook, strings: readonly string[], take: (row: Row) => boolean) {
    this.workbook = workbook;
    this.strings = strings;
    this.take = take;
  }

  open(name: string, attributes: string): void {
    if (name === "row") this.openRow(attributes);
    else if (!this.cells) return;
    else if (name === "c") this.openCell(attributes);
    else if (name === "f") this.hasFormula = true;
    else if (name === "rPh") this.inReading++;
    this.inValue = name === "v" || (name === "t" && this.inReading === 0);
  }

  text(text: string): void {
    if (this.inValue) this.value += text;
  }

  close(name: string): void {
    this.inValue = false;
    if (name === "c" && this.cells) this.closeCell(this.cells);
    else if (name === "row") this.closeRow();
    else if (name === "rPh") this.inReading--;
  }

  private openRow(attributes: string): void {
    const number = Number(attributeOf(attributes, "r") ?? this.row + 1);
    if (!Number.isInteger(number) || number <= this.row || number > mostRows) this.stop("row-order");
    this.row = number;
    this.column = -1;
    this.cells = [];
    this.hidden = /^(?:1|true)$/.test(attributeOf(attributes, "hidden") ?? "");
  }

  private closeRow(): void {
    const { cells, row, hidden } = this;
    this.cells = null;
    if (!cells || !this.goesOn) return;
    if (!this.take({ number: row, cells, hidden, spanOf: () => null })) this.goesOn = false;
  }

  private openCell(attributes: string): void {
    const simple = /^ r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="(\w+)")?$/.exec(attributes);
    const letters = simple ? simple[1] : /^([A-Z]{1,3})\d+$/.exec(attributeOf(attributes, "r") ?? "")?.[1];
    const column = letters === undefined ? this.column + 1 : columnNumber(letters);
    if (column <= this.column || column >= mostColumns) this.stop("row-order");
    this.column = column;
    this.style = Number((simple ? simple[2] : attributeOf(attributes, "s")) ?? 0);
    this.type = (simple ? simple[3] : attributeOf(attributes, "t")) ?? "n";
    this.value = "";
    this.hasFormula = false;
  }

  private closeCell(cells: string[]): void {
    const text = this.cellText();
    if (text !== "" && this.goesOn) cells[this.column] = text;
  }

  private cellText(): string {
    const { type, value } = this;
    if (value === "") return this.hasFormula && type !== "str" ? notComputed : "";
    if (type === "s") return this.strings[Number(value)] ?? "";
    if (type === "b") return value === "1" ? "TRUE" : "FALSE";
    if (type === "n")
      return numberText(value, this.workbook.styles[this.style] ?? "number", this.workbook.date1904);
    return unescapeCell(value);
  }

  private stop(fault: "row-order"): void {
    this.fault = fault;
    this.goesOn = false;
  }
}

/** C → 2 */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
