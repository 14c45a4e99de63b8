import { statSync } from "node:fs";
import { join } from "node:path";
import { readLedger } from "../../src/ledger/read-ledger.ts";
import { nodeHost } from "../../src/node-host/node-host.ts";
import { formatFigure } from "../../src/quantity/format.ts";
import { ledgersOf } from "../../src/workspace/open-ledger.ts";
import { runTask, withScratch } from "./children.ts";
import { type LedgerKind, ledgerKinds, makeLedger } from "./make-ledger.ts";
import { peakMegabytes } from "./peak-memory.ts";
import type { Scale } from "./scale.ts";
import { numbers, shown, table, words } from "./section.ts";

export interface LedgerRead {
  readonly milliseconds: number;
  readonly fileMegabytes: number;
  readonly peakMegabytes: number;
  /** What the queries gave. */
  readonly totals: readonly string[];
  readonly faults: readonly string[];
}

/** Rows a second and peak memory of three queries in one pass, for ledgers of more and more rows. */
export async function ledgers({ ledgerRows }: Scale): Promise<string> {
  const kinds = Object.entries(ledgerKinds) as readonly (readonly [LedgerKind, string])[];
  const rows = await withScratch(async (folder) =>
    kinds.flatMap(([kind, label]) => ledgerRows.map((count) => row(kind, label, count, folder))),
  );
  const columns = ["rows", "file MB", "ms", "rows a second", "peak MB"].map(numbers);
  return [
    "Two sums with a condition and a count in one pass over a ledger, a process of its own for each; the time is that of reading.",
    table([words("ledger"), ...columns], rows),
  ].join("\n\n");
}

function row(kind: LedgerKind, label: string, count: number, folder: string): readonly string[] {
  // In processes of their own, so that the peak is that of reading alone.
  runTask("make-ledger", kind, count, folder);
  const { milliseconds, fileMegabytes, peakMegabytes, totals, faults } = runTask<LedgerRead>(
    "read-ledger",
    kind,
    folder,
  );
  const start = [label, count.toLocaleString("en"), shown(fileMegabytes)];
  if (faults.length > 0 || totals.at(-1) !== String(count))
    return [...start, `not read: ${[...faults, ...totals].join(", ")}`, "", ""];
  return [...start, shown(milliseconds), shown((count / milliseconds) * 1000), shown(peakMegabytes)];
}

const span = { file: { path: "data/2022.yaml", text: "x" }, start: 0, end: 1 };

const queries = [
  { sum: "面积", where: new Map([["类型", ["违建"]]]) },
  { sum: "面积", where: new Map([["类型", ["圈占"]]]) },
  { sum: null, where: new Map() },
].map((each) => ({
  ...each,
  sheets: [],
  period: "日期",
  year: 2022,
  unit: "平方米",
  kind: "measure" as const,
  span,
}));

export function makeLedgerIn(kind: string, rows: number, folder: string): void {
  const known = kindOf(kind);
  makeLedger(known, rows, join(folder, known));
}

export async function readLedgerIn(name: string, folder: string): Promise<LedgerRead> {
  const kind = kindOf(name);
  const open = ledgersOf(nodeHost(), {
    root: folder,
    schemas: folder,
    templates: folder,
    textLimit: 0,
    wordTemplate: null,
    memory: null,
  });
  const begun = process.hrtime.bigint();
  const { results, diagnostics } = await readLedger(open(kind, span), queries);
  return {
    milliseconds: Number(process.hrtime.bigint() - begun) / 1e6,
    fileMegabytes: statSync(join(folder, kind)).size / 1024 / 1024,
    peakMegabytes: peakMegabytes(),
    totals: results.map(({ total }) => formatFigure(total, "")),
    faults: diagnostics.map(({ code }) => code),
  };
}

function kindOf(name: string): LedgerKind {
  const kind = (Object.keys(ledgerKinds) as readonly LedgerKind[]).find((each) => each === name);
  if (!kind) throw new Error(`no such ledger: ${name}`);
  return kind;
}
