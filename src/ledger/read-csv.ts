import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { LedgerFault } from "../diagnostic/words/ledger-file.ts";
import { Answer } from "./answer.ts";
import { type CsvFault, CsvReader, type CsvRecord, cellStarts } from "./csv.ts";
import { candidates, type Encoding, StrictDecoder } from "./encoding.ts";
import { LedgerFaults } from "./faults.ts";
import { findHeader, mostTitleRows } from "./header.ts";
import { columnsOf, type LedgerQuery, type LedgerSource } from "./query.ts";
import { filledCells, type Row } from "./row.ts";
import { Table } from "./table.ts";

export interface LedgerRead {
  readonly answers: readonly Answer[];
  readonly diagnostics: readonly Diagnostic[];
}

const separators = [",", "\t", ";"] as const;
/** The separator is known from as much of the file as this. */
const headSize = 64 * 1024;

/** Reads a text ledger once, or twice where it turns out not to be UTF-8. */
export async function readCsv(
  source: LedgerSource,
  head: Uint8Array,
  queries: readonly LedgerQuery[],
): Promise<LedgerRead> {
  for (const encoding of candidates(head)) {
    const reading = new CsvLedger(source.name, encoding, queries);
    const unread = await source.readChunks((chunk) => reading.push(chunk));
    if (unread.length > 0) return { answers: [], diagnostics: unread };
    reading.end();
    if (reading.fault !== "encoding") return reading.read();
  }
  return { answers: [], diagnostics: unreadable(source.name, "encoding", queries) };
}

export function unreadable(
  path: string,
  fault: LedgerFault,
  queries: readonly LedgerQuery[],
): readonly Diagnostic[] {
  return queries.slice(0, 1).map(({ span }) => diagnostic("ledger-unreadable", span, { path, fault }));
}

class CsvLedger {
  fault: LedgerFault | null = null;
  private readonly decoder: StrictDecoder;
  private readonly answers: readonly Answer[];
  private readonly faults: LedgerFaults;
  private readonly table: Table;
  private readonly name: string;
  private readonly queries: readonly LedgerQuery[];
  private head: string | null = "";
  private reader: CsvReader | null = null;
  private separator = ",";
  private rows = 0;

  constructor(name: string, encoding: Encoding, queries: readonly LedgerQuery[]) {
    this.name = name;
    this.queries = queries;
    this.decoder = new StrictDecoder(encoding);
    this.answers = queries.map((query) => new Answer(query));
    this.faults = new LedgerFaults(name);
    this.table = new Table(this.answers, { table: { path: name, sheet: null }, faults: this.faults }, null);
  }

  push(bytes: Uint8Array): boolean {
    return this.text(this.decoder.push(bytes));
  }

  end(): void {
    if (this.fault || !this.text(this.decoder.end())) return;
    if (this.head !== null) this.begin();
    this.fault = this.reader?.end() ?? this.fault;
    if (!this.fault) this.table.end();
  }

  read(): LedgerRead {
    return this.fault
      ? { answers: [], diagnostics: unreadable(this.name, this.fault, this.queries) }
      : { answers: this.answers, diagnostics: this.faults.all() };
  }

  /** Takes the next text; false where nothing more is wanted. */
  private text(text: string | null): boolean {
    if (text === null) this.fault = "encoding";
    else if (text.includes("\0")) this.fault = "binary";
    else if (this.head === null) this.fault = this.reader?.push(text) ?? null;
    else {
      this.head += text;
      if (this.head.length >= headSize) this.begin();
    }
    return this.fault === null;
  }

  private begin(): void {
    const head = this.head ?? "";
    this.head = null;
    if (/^\s*<(?:[!?a-z])/i.test(head)) {
      this.fault = "web-page";
      return;
    }
    const lineEnd = head.includes("\n") || !head.includes("\r") ? "\n" : "\r";
    const columns = this.queries.flatMap(columnsOf);
    this.separator = bestSeparator(head, lineEnd, columns);
    this.reader = new CsvReader(this.separator, lineEnd, (record) => this.record(record));
    this.fault = this.reader.push(head);
  }

  private record(record: CsvRecord): void {
    this.rows++;
    this.table.row(rowOf(record, this.rows, this.name, this.separator));
  }
}

function rowOf({ cells, text, line }: CsvRecord, number: number, path: string, separator: string): Row {
  return {
    number,
    cells,
    hidden: false,
    spanOf: (column) => {
      const file = { path, text, firstLine: line };
      const starts = cellStarts(text, separator);
      const start = starts[column] ?? text.length;
      return { file, start, end: Math.max(start, (starts[column + 1] ?? text.length + 1) - 1) };
    },
  };
}

/** The separator with which a row has most of the columns that are wanted; else the one that makes most cells. */
function bestSeparator(head: string, lineEnd: "\n" | "\r", columns: readonly string[]): string {
  const scored = separators.map((separator) => {
    const rows = firstRows(head, separator, lineEnd);
    const header = findHeader(rows, columns);
    return { separator, found: header?.found ?? 0, filled: header ? filledCells(header.row) : 0 };
  });
  scored.sort((a, b) => b.found - a.found || b.filled - a.filled);
  return scored[0]?.separator ?? ",";
}

function firstRows(head: string, separator: string, lineEnd: "\n" | "\r"): readonly Row[] {
  const rows: Row[] = [];
  const take = (record: CsvRecord): void => {
    if (rows.length < mostTitleRows) rows.push(rowOf(record, rows.length + 1, "", separator));
  };
  const reader = new CsvReader(separator, lineEnd, take);
  const fault: CsvFault | null = reader.push(head);
  if (!fault) reader.end();
  return rows;
}
