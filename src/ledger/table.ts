import { diagnostic } from "../diagnostic/diagnostic.ts";
import type { Answer, TableContext } from "./answer.ts";
import { emptyTable } from "./answer.ts";
import { bind } from "./bind.ts";
import { findHeader, mostTitleRows } from "./header.ts";
import type { Merges } from "./merges.ts";
import { columnsOf } from "./query.ts";
import { QueryRows } from "./query-rows.ts";
import { cellAt, filledCells, type Row } from "./row.ts";
import { isTotalRow } from "./total-row.ts";

/** The rows of one table, from its title to its end, looked at once for all queries. */
export class Table {
  private readonly answers: readonly Answer[];
  private readonly context: TableContext;
  private readonly merges: Merges | null;
  /** The first rows, until it is known which of them is the header. */
  private first: Row[] | null = [];
  private queries: readonly QueryRows[] = [];
  private header: Row | null = null;
  /** Columns up to the last that the header names. */
  private columns = 0;

  constructor(answers: readonly Answer[], context: TableContext, merges: Merges | null) {
    this.answers = answers;
    this.context = context;
    this.merges = merges;
  }

  row(row: Row): void {
    if (!this.first) {
      this.data(row);
      return;
    }
    this.first.push(row);
    if (this.first.length >= mostTitleRows) this.begin(this.first);
  }

  end(): void {
    if (this.first) this.begin(this.first);
    for (const query of this.queries) query.end();
  }

  private begin(rows: readonly Row[]): void {
    this.first = null;
    const header = findHeader(
      rows,
      this.answers.flatMap(({ query }) => columnsOf(query)),
    );
    if (!header) {
      for (const { query } of this.answers) emptyTable(this.context, query);
      return;
    }
    this.header = header.row;
    this.columns = header.row.cells.findLastIndex((cell) => (cell ?? "").trim() !== "") + 1;
    const width = filledCells(header.row);
    const titles = rows.slice(0, header.index);
    this.queries = this.answers.flatMap((answer) => {
      const binding = bind(answer.query, header.row, titles, this.context);
      return binding ? [new QueryRows(answer, binding, this.context, this.merges, width)] : [];
    });
    for (const row of rows.slice(header.index + 1)) this.data(row);
  }

  private data(row: Row): void {
    if (this.queries.length === 0 || filledCells(row) === 0) return;
    if (this.isShifted(row) || this.isHeaderAgain(row)) return;
    const total = isTotalRow(row);
    for (const query of this.queries) {
      if (total) query.takeTotal(row);
      else query.take(row);
    }
  }

  /** Ledgers that are printed repeat their header on each page. */
  private isHeaderAgain(row: Row): boolean {
    return this.header?.cells.every((_, column) => cellAt(row, column) === this.headerCell(column)) ?? false;
  }

  private headerCell(column: number): string {
    return this.header ? cellAt(this.header, column) : "";
  }

  /** In a text file, more cells than columns mean a separator inside a cell: what follows it has shifted. */
  private isShifted(row: Row): boolean {
    if (row.cells.length <= this.columns) return false;
    const last = row.cells.findLastIndex((cell) => (cell ?? "").trim() !== "");
    const [answer] = this.answers;
    if (last < this.columns || !answer || !row.spanOf(last)) return false;
    const { table, faults } = this.context;
    const facts = { ...table, row: row.number, cells: last + 1, columns: this.columns };
    faults.addCell(row, this.columns, answer.query.span, (span) =>
      diagnostic("ledger-row-too-long", span, facts),
    );
    return true;
  }
}
