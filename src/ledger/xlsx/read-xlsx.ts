import { suggest } from "../../catalogue/suggest.ts";
import { diagnostic } from "../../diagnostic/diagnostic.ts";
import type { LedgerFault } from "../../diagnostic/words/ledger-file.ts";
import { Answer } from "../answer.ts";
import { LedgerFaults } from "../faults.ts";
import { findHeader, mostTitleRows } from "../header.ts";
import { columnsOf, type LedgerQuery, type LedgerSource } from "../query.ts";
import { type LedgerRead, unreadable } from "../read-csv.ts";
import { normalName, type Row } from "../row.ts";
import { Table } from "../table.ts";
import { readMerges } from "./read-merges.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { readSheet } from "./sheet.ts";
import { openWorkbook, type Sheet, type Workbook } from "./workbook.ts";

/** Reads a workbook: each sheet that is asked for once, for all queries that ask for it. */
export async function readXlsx(source: LedgerSource, queries: readonly LedgerQuery[]): Promise<LedgerRead> {
  const bytes = await source.readBytes();
  if (!bytes.value) return { answers: [], diagnostics: bytes.diagnostics };
  const workbook = openWorkbook(bytes.value);
  const strings = typeof workbook === "string" ? workbook : await readSharedStrings(workbook);
  if (typeof workbook === "string" || typeof strings === "string") {
    const fault = (typeof workbook === "string" ? workbook : strings) as LedgerFault;
    return { answers: [], diagnostics: unreadable(source.name, fault, queries) };
  }
  return new Reading(source.name, workbook, strings, queries).read();
}

class Reading {
  private readonly name: string;
  private readonly workbook: Workbook;
  private readonly strings: readonly string[];
  private readonly answers: readonly Answer[];
  private readonly faults: LedgerFaults;
  /** The first rows of a sheet, where several had to be looked at. */
  private readonly heads = new Map<Sheet, readonly Row[]>();

  constructor(name: string, workbook: Workbook, strings: readonly string[], queries: readonly LedgerQuery[]) {
    this.name = name;
    this.workbook = workbook;
    this.strings = strings;
    this.answers = queries.map((query) => new Answer(query));
    this.faults = new LedgerFaults(name);
  }

  async read(): Promise<LedgerRead> {
    const asked = new Map<Sheet, Answer[]>();
    for (const answer of this.answers)
      for (const sheet of await this.sheetsFor(answer.query))
        asked.set(sheet, [...(asked.get(sheet) ?? []), answer]);
    for (const sheet of this.workbook.sheets) {
      const answers = asked.get(sheet);
      if (answers) await this.readTable(sheet, answers);
    }
    return { answers: this.answers, diagnostics: this.faults.all() };
  }

  private async readTable(sheet: Sheet, answers: readonly Answer[]): Promise<void> {
    const merges = await readMerges(this.workbook, sheet);
    const place = { path: this.name, sheet: sheet.name };
    const context = { table: place, faults: this.faults };
    const table = typeof merges === "string" ? null : new Table(answers, context, merges);
    const fault = table
      ? await readSheet(this.workbook, sheet, this.strings, (row) => {
          table.row(row);
          return true;
        })
      : merges;
    if (typeof fault === "string") this.tellUnreadable(fault, answers);
    else table?.end();
  }

  private tellUnreadable(fault: LedgerFault, answers: readonly Answer[]): void {
    const queries = answers.map(({ query }) => query);
    for (const each of unreadable(this.name, fault, queries)) this.faults.add(each);
  }

  private async sheetsFor(query: LedgerQuery): Promise<readonly Sheet[]> {
    if (query.sheets.length > 0) return this.named(query);
    const visible = this.workbook.sheets.filter(({ hidden }) => !hidden);
    const [only, ...others] = visible.length > 0 ? visible : this.workbook.sheets;
    if (!only || others.length === 0) return only ? [only] : this.tellUnclear(query, []);
    const wanted = new Set(columnsOf(query).map(normalName)).size;
    const fitting: Sheet[] = [];
    for (const sheet of [only, ...others]) {
      const header = findHeader(await this.headOf(sheet), columnsOf(query));
      if (header?.found === wanted) fitting.push(sheet);
    }
    return fitting.length === 1 ? fitting : this.tellUnclear(query, fitting);
  }

  private tellUnclear(query: LedgerQuery, fitting: readonly Sheet[]): readonly Sheet[] {
    const sheets = this.workbook.sheets.map(({ name }) => name).slice(0, 30);
    const facts = {
      path: this.name,
      columns: [...new Set(columnsOf(query))],
      fitting: fitting.map(({ name }) => name).slice(0, 30),
      sheets,
    };
    this.faults.add(diagnostic("ledger-sheet-unclear", query.span, facts));
    return [];
  }

  private named({ sheets: names, span }: LedgerQuery): readonly Sheet[] {
    const all = this.workbook.sheets;
    const found = new Set<Sheet>();
    for (const name of names) {
      const sheet = all.find((each) => normalName(each.name) === normalName(name));
      if (sheet) found.add(sheet);
      else {
        const sheets = all.map((each) => each.name).slice(0, 30);
        const facts = { path: this.name, sheet: name, sheets, suggestion: suggest(name, sheets) };
        this.faults.add(diagnostic("ledger-sheet-unknown", span, facts));
      }
    }
    return [...found];
  }

  private async headOf(sheet: Sheet): Promise<readonly Row[]> {
    const known = this.heads.get(sheet);
    if (known) return known;
    const rows: Row[] = [];
    await readSheet(this.workbook, sheet, this.strings, (row) => rows.push(row) < mostTitleRows);
    this.heads.set(sheet, rows);
    return rows;
  }
}
