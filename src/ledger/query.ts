import type { Diagnostic, Outcome } from "../diagnostic/diagnostic.ts";
import type { Kind } from "../quantity/phrase.ts";
import type { Quantity } from "../quantity/quantity.ts";
import type { Span } from "../source/source-file.ts";

/** What an indicator wants of a ledger. */
export interface LedgerQuery {
  /** The sheets by name; none named: the one that has the columns. */
  readonly sheets: readonly string[];
  /** The column that is summed; null: rows are counted. */
  readonly sum: string | null;
  /** Columns, and the values of each with which a row counts. */
  readonly where: ReadonlyMap<string, readonly string[]>;
  /** The column of dates. */
  readonly period: string | null;
  readonly year: number;
  readonly unit: string;
  readonly kind: Kind;
  /** Where the data names the ledger. */
  readonly span: Span;
}

export interface LedgerResult {
  readonly total: Quantity;
  /** How many rows were summed or counted. */
  readonly rows: number;
  /** By month (2022-03), in order; empty where no column of dates is named. */
  readonly byMonth: ReadonlyMap<string, Quantity>;
}

/** A ledger's bytes, read when they are needed, and more than once where its encoding must be tried out. */
export interface LedgerSource {
  /** Its path from the workspace, as the data names it. */
  readonly name: string;
  /** Another text when the ledger has changed; null where there is none. */
  readonly stamp: () => Promise<string | null>;
  readonly readBytes: () => Promise<Outcome<Uint8Array>>;
  /** Hands the bytes on until `take` says `false`; gives what kept the file from being read. */
  readonly readChunks: (take: (chunk: Uint8Array) => boolean) => Promise<readonly Diagnostic[]>;
}

/** The columns that a query names. */
export function columnsOf({ sum, where, period }: LedgerQuery): readonly string[] {
  return [...(sum === null ? [] : [sum]), ...where.keys(), ...(period === null ? [] : [period])];
}

/** A ledger by its path from the workspace; `span` is where the data names it first. */
export type OpenLedger = (path: string, span: Span) => LedgerSource;
