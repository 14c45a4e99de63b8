/** A table of a ledger: of a workbook its sheet is named, a text file has none. */
export interface LedgerTable {
  readonly path: string;
  readonly sheet: string | null;
}

/** Rows as a spreadsheet counts them; the first of them where there are many. */
export interface LedgerRows {
  readonly shown: readonly number[];
  readonly count: number;
}

export interface LedgerCell extends LedgerTable {
  readonly row: number;
  /** As a spreadsheet names it, such as C. */
  readonly letters: string;
  readonly column: string;
}

/** Goes before Chinese words. */
export function tableZh({ path, sheet }: LedgerTable): string {
  return sheet === null ? `${path} ` : `${path} 的“${sheet}”表`;
}

export function tableEn({ path, sheet }: LedgerTable): string {
  return sheet === null ? path : `sheet "${sheet}" of ${path}`;
}

export function cellZh(cell: LedgerCell): string {
  const place = `第 ${cell.row} 行“${cell.column}”`;
  return cell.sheet === null ? place : `${tableZh(cell)}${place}（${cell.letters}${cell.row}）`;
}

export function cellEn(cell: LedgerCell): string {
  const place = `row ${cell.row}, "${cell.column}"`;
  return cell.sheet === null ? place : `${tableEn(cell)}, ${place} (${cell.letters}${cell.row})`;
}

export function rowsZh({ shown, count }: LedgerRows): string {
  return `第 ${shown.join("、")} 行${count > shown.length ? `等 ${count} 行` : ""}`;
}

export function rowsEn({ shown, count }: LedgerRows): string {
  const more = count > shown.length ? ` and ${count - shown.length} more` : "";
  return `${count === 1 ? "row" : "rows"} ${shown.join(", ")}${more}`;
}
