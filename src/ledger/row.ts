import type { Span } from "../source/source-file.ts";

/** A row of a ledger: its cells as text, dates as 2022-03-05, numbers as plain decimals. A blank cell may be absent. */
export interface Row {
  /** As a spreadsheet counts, from 1. */
  readonly number: number;
  readonly cells: readonly (string | undefined)[];
  readonly hidden: boolean;
  /** The cell's place in a text file; null in a workbook, where no line can be named. */
  readonly spanOf: (column: number) => Span | null;
}

/** What stands for a formula that the program which wrote the file did not compute. No file can hold this text. */
export const notComputed = "\0";

/** A value of a formula that failed, as spreadsheets print it. */
const failed = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/i;

export function isFaulty(cell: string): boolean {
  return cell === notComputed || failed.test(cell);
}

export function cellAt(row: Row, column: number): string {
  const cell = row.cells[column];
  return cell === undefined ? "" : cell.trim();
}

export function filledCells({ cells }: Row): number {
  let count = 0;
  for (const cell of cells) if (cell !== undefined && cell.trim() !== "") count++;
  return count;
}

/** A value as it is compared: full-width and half-width are the same, and spaces around do not count. */
export function normalValue(text: string): string {
  return /^[\x21-\x7e\u4e00-\u9fff]*$/.test(text)
    ? text
    : text
        .normalize("NFKC")
        .replace(/[\u200b\ufeff]/g, "")
        .trim();
}

/** The name of a column as it is compared: line breaks and spaces inside do not count either. */
export function normalName(text: string): string {
  return normalValue(text).replace(/\s+/g, "");
}

/** 2 → C. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}
