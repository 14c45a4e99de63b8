import { diagnostic } from "../diagnostic/diagnostic.ts";
import type { LedgerTable } from "../diagnostic/words/ledger-place.ts";
import { decimal } from "../quantity/decimal.ts";
import { exactly } from "../quantity/interval.ts";
import { RunningSum } from "../quantity/running-sum.ts";
import type { LedgerFaults } from "./faults.ts";
import type { LedgerQuery, LedgerResult } from "./query.ts";

/** What has been found for a query so far, over all of its sheets. */
export class Answer {
  readonly query: LedgerQuery;
  readonly total: RunningSum = new RunningSum();
  private readonly months = new Map<string, RunningSum>();
  rows = 0;

  constructor(query: LedgerQuery) {
    this.query = query;
  }

  /** The sums that a row of a month adds to. */
  sums(month: string | null): readonly RunningSum[] {
    if (month === null) return [this.total];
    const known = this.months.get(month) ?? new RunningSum();
    this.months.set(month, known);
    return [this.total, known];
  }

  result(): LedgerResult {
    const counted = this.query.sum === null;
    const sorted = [...this.months].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      total: counted ? wholeNumber(this.rows) : this.total.quantity(),
      rows: this.rows,
      byMonth: new Map(sorted.map(([month, sum]) => [month, sum.quantity()])),
    };
  }
}

function wholeNumber(count: number): LedgerResult["total"] {
  const wording = { mark: "", digits: String(count), scale: "", markFirst: false } as const;
  return { ...exactly(decimal(BigInt(count))), wording };
}

/** Where a table stands, and who hears of its faults. */
export interface TableContext {
  readonly table: LedgerTable;
  readonly faults: LedgerFaults;
}

export function emptyTable({ table, faults }: TableContext, query: LedgerQuery): void {
  faults.add(diagnostic("ledger-empty", query.span, table));
}
