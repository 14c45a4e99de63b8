import { suggest } from "../catalogue/suggest.ts";
import { diagnostic } from "../diagnostic/diagnostic.ts";
import { formatFigure } from "../quantity/format.ts";
import { disjoint } from "../quantity/interval.ts";
import { RunningSum } from "../quantity/running-sum.ts";
import { addAmount } from "./amount.ts";
import type { Answer, TableContext } from "./answer.ts";
import type { Binding, Condition } from "./bind.ts";
import { cellOf, RowList, shortened } from "./faults.ts";
import type { Merges } from "./merges.ts";
import { type Month, monthKey, readMonth } from "./month.ts";
import { cellAt, filledCells, isFaulty, normalValue, notComputed, type Row } from "./row.ts";

type Verdict = "matches" | "differs" | "blank" | "faulty";

/** What a merged amount counted for in its first row: it must count for the same in the others. */
interface MergedAmount {
  readonly first: number;
  readonly counted: string;
  told: boolean;
}

const mostValues = 30;
const mostDates = 1000;

/** One query over the rows of one table. */
export class QueryRows {
  private readonly answer: Answer;
  private readonly binding: Binding;
  private readonly context: TableContext;
  private readonly merges: Merges | null;
  /** How many cells of the header are filled. */
  private readonly width: number;
  /** The last values of merged cells, by column. */
  private readonly carried = new Map<number, string>();
  private readonly values: readonly Map<string, string>[];
  private readonly matched: readonly Set<string>[];
  private readonly blank = new RowList();
  private readonly unsaid = new RowList();
  private readonly hidden = new RowList();
  private readonly outside = new RowList();
  private readonly dates = new Map<string, Month | null>();
  private merged: MergedAmount | null = null;
  private taken = 0;
  /** All rows, whatever they match, and those since the last line of totals; null where one was unreadable. */
  private all: RunningSum | null = new RunningSum();
  private part: RunningSum | null = new RunningSum();

  constructor(answer: Answer, binding: Binding, context: TableContext, merges: Merges | null, width: number) {
    this.answer = answer;
    this.binding = binding;
    this.context = context;
    this.merges = merges;
    this.width = width;
    this.values = binding.where.map(() => new Map());
    this.matched = binding.where.map(() => new Set());
  }

  take(row: Row): void {
    this.taken++;
    const { sum, where } = this.binding;
    const verdict = this.verdict(row);
    if (verdict !== "matches") {
      this.countForTotals(row);
      const counts = sum === null ? filledCells(row) * 2 >= this.width : this.value(row, sum) !== "";
      if (verdict === "blank" && counts) this.unsaid.add(row.number);
      if (sum !== null) this.tellMergedApart(row, sum, "");
      return;
    }
    if (where.length === 0 && this.isNote(row)) this.blank.add(row.number);
    else this.count(row);
  }

  private verdict(row: Row): Verdict {
    let verdict: Verdict = "matches";
    for (const [index, condition] of this.binding.where.entries()) {
      const cell = this.value(row, condition.column);
      if (isFaulty(cell)) {
        this.tellFormula(row, condition.column, condition.name, cell);
        return "faulty";
      }
      const value = normalValue(cell);
      if (condition.wanted.has(value)) this.matched[index]?.add(value);
      else if (value !== "") verdict = "differs";
      else if (verdict === "matches") verdict = "blank";
      const seen = this.values[index];
      if (seen && seen.size < mostValues && value !== "") seen.set(value, cell);
    }
    return verdict;
  }

  /** A merged cell holds its value for each row that it covers. */
  private value(row: Row, column: number): string {
    const cell = cellAt(row, column);
    const merged = this.merges?.at(column, row.number);
    if (!merged) return cell;
    if (merged[0] === row.number) this.carried.set(column, cell);
    return this.carried.get(column) ?? cell;
  }

  /** A line of remarks has nothing in the columns that count, and little in the others. */
  private isNote(row: Row): boolean {
    const { sum, period } = this.binding;
    const named = [sum, period].filter((column) => column !== null);
    if (named.some((column) => this.value(row, column) !== "")) return false;
    return filledCells(row) * 2 < this.width;
  }

  private count(row: Row): void {
    const month = this.month(row);
    const { sum } = this.binding;
    const readable = sum === null || this.addCell(row, sum, month);
    if (month === undefined) this.all = this.part = null;
    if (month === undefined || !readable) return;
    if (sum === null) this.addOne(month);
    this.answer.rows++;
    if (row.hidden) this.hidden.add(row.number);
  }

  private addOne(month: string | null): void {
    for (const total of this.answer.sums(month)) total.addPlain("1", 100);
  }

  /** The month of a row; null where none is asked for, undefined after telling what is wrong with it. */
  private month(row: Row): string | null | undefined {
    const { period } = this.binding;
    const { query } = this.answer;
    if (period === null || query.period === null) return null;
    const text = this.value(row, period);
    const name = query.period;
    if (isFaulty(text)) {
      this.tellFormula(row, period, name, text);
      return undefined;
    }
    const month = this.monthOf(text, name);
    if (month && month.year === query.year) return monthKey(month);
    if (month) {
      this.outside.add(row.number);
      return undefined;
    }
    const { table, faults } = this.context;
    const cell = cellOf(table, row, period, name);
    faults.addCell(row, period, query.span, (span) =>
      text === ""
        ? diagnostic("ledger-cell-empty", span, { ...cell, wanted: "date" })
        : diagnostic("ledger-date-unreadable", span, { ...cell, found: shortened(text) }),
    );
    return undefined;
  }

  /** Most rows of a ledger have the date of another one. */
  private monthOf(text: string, name: string): Month | null {
    const known = this.dates.get(text);
    if (known !== undefined) return known;
    const month = readMonth(text, name, this.answer.query.year);
    if (this.dates.size < mostDates) this.dates.set(text, month);
    return month;
  }

  /** Adds the amount to its month; undefined: the row has no month, and the amount is only looked at. */
  private addCell(row: Row, column: number, month: string | null | undefined): boolean {
    const { query } = this.answer;
    const name = query.sum ?? "";
    const text = cellAt(row, column);
    const merged = this.merges?.at(column, row.number) ?? null;
    if (merged && merged[0] !== row.number) {
      this.tellMergedApart(row, column, month ?? "*");
      return true;
    }
    if (merged) this.merged = { first: row.number, counted: month ?? "*", told: false };
    if (isFaulty(text)) this.tellFormula(row, column, name, text);
    else if (text === "") this.tellEmpty(row, column, name);
    else {
      const extra = [this.all, this.part].flatMap((each) => each ?? []);
      const sums = month === undefined ? [] : this.answer.sums(month);
      const fault = addAmount(text, query, [...sums, ...extra]);
      if (!fault) return true;
      const { table, faults } = this.context;
      const facts = { ...cellOf(table, row, column, name), found: shortened(text), fault, unit: query.unit };
      faults.addCell(row, column, query.span, (span) => diagnostic("ledger-amount-unreadable", span, facts));
    }
    this.all = this.part = null;
    return false;
  }

  /** A row under a merged amount that does not count as the amount's first row does. */
  private tellMergedApart(row: Row, column: number, counted: string): void {
    const merged = this.merges?.at(column, row.number);
    if (!merged) return;
    if (merged[0] === row.number) {
      this.merged = { first: row.number, counted, told: false };
      return;
    }
    if (this.merged?.first !== merged[0] || this.merged.counted === counted || this.merged.told) return;
    this.merged.told = true;
    const { table, faults } = this.context;
    const { query } = this.answer;
    const cell = cellOf(table, { ...row, number: merged[0] }, column, query.sum ?? "");
    const facts = { ...cell, last: merged[1] };
    faults.addCell(row, column, query.span, (span) => diagnostic("ledger-cell-merged", span, facts));
  }

  private tellEmpty(row: Row, column: number, name: string): void {
    const { table, faults } = this.context;
    const facts = { ...cellOf(table, row, column, name), wanted: "amount" as const };
    faults.addCell(row, column, this.answer.query.span, (span) =>
      diagnostic("ledger-cell-empty", span, facts),
    );
  }

  private tellFormula(row: Row, column: number, name: string, text: string): void {
    const { table, faults } = this.context;
    const facts = { ...cellOf(table, row, column, name), found: text === notComputed ? null : text };
    faults.addCell(row, column, this.answer.query.span, (span) =>
      diagnostic("ledger-formula-failed", span, facts),
    );
  }

  /** What does not count for the query stands in the table's own total all the same. */
  private countForTotals(row: Row): void {
    const { sum } = this.binding;
    if (sum === null || !this.all || !this.part) return;
    const text = cellAt(row, sum);
    if (text === "") return;
    if (isFaulty(text) || addAmount(text, this.answer.query, [this.all, this.part]))
      this.all = this.part = null;
  }

  /** A line of totals is not counted; where it is readable and says another number than its rows, that is told. */
  takeTotal(row: Row): void {
    const { sum } = this.binding;
    const { all, part } = this;
    if (sum === null) return;
    const stated = new RunningSum();
    const { query } = this.answer;
    const text = cellAt(row, sum);
    this.part = all && new RunningSum();
    if (!all || !part || text === "" || isFaulty(text) || addAmount(text, query, [stated])) return;
    const [found, whole, some] = [stated.quantity(), all.quantity(), part.quantity()];
    if (!disjoint(found, whole) || !disjoint(found, some)) return;
    const { table, faults } = this.context;
    const cell = cellOf(table, row, sum, query.sum ?? "");
    const facts = { ...cell, found: formatFigure(found, query.unit), sum: formatFigure(whole, query.unit) };
    faults.addCell(row, sum, query.span, (span) => diagnostic("ledger-total-differs", span, facts));
  }

  end(): void {
    const { table, faults } = this.context;
    const { query } = this.answer;
    const { span, period, year } = query;
    if (this.taken === 0) faults.add(diagnostic("ledger-no-rows", span, table));
    const outside = this.outside.get();
    if (outside && period !== null)
      faults.add(diagnostic("ledger-outside-year", span, { ...table, column: period, year, rows: outside }));
    const blank = this.blank.get();
    const named = [query.sum, period].filter((name) => name !== null);
    if (blank) faults.add(diagnostic("ledger-rows-blank", span, { ...table, columns: named, rows: blank }));
    const unsaid = this.unsaid.get();
    const conditions = [...query.where.keys()];
    if (unsaid)
      faults.add(diagnostic("ledger-rows-blank", span, { ...table, columns: conditions, rows: unsaid }));
    const hidden = this.hidden.get();
    if (hidden) faults.add(diagnostic("ledger-rows-hidden", span, { ...table, rows: hidden }));
    for (const [index, condition] of this.binding.where.entries()) this.tellUnknown(condition, index);
  }

  private tellUnknown({ name, wanted }: Condition, index: number): void {
    const found = [...(this.values[index]?.values() ?? [])].map(shortened).slice(0, 10);
    const { table, faults } = this.context;
    for (const [normal, value] of this.taken === 0 ? [] : wanted) {
      if (this.matched[index]?.has(normal)) continue;
      const facts = { ...table, column: name, value, found, suggestion: suggest(value, found) };
      faults.add(diagnostic("ledger-value-unknown", this.answer.query.span, facts));
    }
  }
}
