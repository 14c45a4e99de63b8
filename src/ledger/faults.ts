import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { LedgerCell, LedgerRows, LedgerTable } from "../diagnostic/words/ledger-place.ts";
import type { Span } from "../source/source-file.ts";
import { columnLetters, type Row } from "./row.ts";

/** Nobody mends more in one go; how many more there are is said. */
const mostFaults = 100;
const mostRowsShown = 10;

/** The faults of one ledger, each cell's once, however many indicators look at it. */
export class LedgerFaults {
  readonly name: string;
  private readonly found: Diagnostic[] = [];
  private readonly cells = new Set<string>();
  private more = 0;
  private lastSpan: Span | null = null;

  constructor(name: string) {
    this.name = name;
  }

  /** What is wrong with the ledger as a whole, or with what is asked of it. */
  add(each: Diagnostic): void {
    this.found.push(each);
  }

  /** What is wrong with a cell; at its own place where it has one, else where the data names the ledger. */
  addCell(row: Row, column: number, named: Span, make: (span: Span, own: boolean) => Diagnostic): void {
    if (this.cells.size >= mostFaults) {
      this.more++;
      this.lastSpan = named;
      return;
    }
    const own = row.spanOf(column);
    const made = make(own ?? named, own !== null);
    const key = JSON.stringify([made.code, made.facts]);
    if (this.cells.has(key)) return;
    this.cells.add(key);
    this.found.push(own ? { ...made, related: [{ span: named, note: "ledger" }] } : made);
  }

  all(): readonly Diagnostic[] {
    return this.more === 0
      ? this.found
      : [
          ...this.found,
          diagnostic("ledger-faults-more", this.lastSpan, { path: this.name, count: this.more }),
        ];
  }
}

export function cellOf(table: LedgerTable, row: Row, column: number, name: string): LedgerCell {
  return { ...table, row: row.number, letters: columnLetters(column), column: name };
}

export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Row numbers for a message: the first ones, and how many there are. */
export class RowList {
  private readonly shown: number[] = [];
  private count = 0;

  add(row: number): void {
    this.count++;
    if (this.shown.length < mostRowsShown) this.shown.push(row);
  }

  get(): LedgerRows | null {
    return this.count === 0 ? null : { shown: this.shown, count: this.count };
  }
}
