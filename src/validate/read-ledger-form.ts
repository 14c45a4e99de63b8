import type { Indicator } from "../catalogue/indicator.ts";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { LedgerFormFault } from "../diagnostic/words/ledger-file.ts";
import type { LedgerQuery } from "../ledger/query.ts";
import { child, type DataNode, headOf } from "../parse/data-node.ts";

/** An amount that a ledger gives: which, and what of it. */
export interface Ledger {
  readonly kind: "ledger";
  readonly path: string;
  readonly query: LedgerQuery;
  /** Whether what the ledger does not list is nothing (true) or not known (false); null: the data does not say. */
  readonly complete: boolean | null;
}

interface Context {
  readonly year: number;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** What belongs to a ledger, and says nothing without one. */
const ledgerKeys = ["sheet", "sum", "count", "where"] as const;

export function tellStrayKeys(node: DataNode, { report }: Context): void {
  for (const key of ledgerKeys) {
    const stray = child(node, key);
    if (stray) report(diagnostic("ledger-form", headOf(stray), { fault: "no-ledger", key }));
  }
}

/** `{ ledger, sheet?, sum | count, where?, period? }`; what the schema refused is passed over. */
export function readLedgerForm(
  { unit, quantity }: Indicator,
  node: DataNode,
  { year, report }: Context,
): Ledger | null {
  const ledger = child(node, "ledger");
  const path = textOf(ledger);
  if (!ledger || path === null) return null;
  const span = headOf(ledger);
  const sum = textOf(child(node, "sum"));
  const count = child(node, "count");
  const counts = count?.kind === "scalar" && count.value === true;
  const where = readWhere(child(node, "where"));
  const period = textOf(child(node, "period"));
  const fault = formFault(sum !== null, counts, where.size > 0 || period !== null);
  if (fault) {
    report(diagnostic("ledger-form", span, { fault, key: "ledger" }));
    return null;
  }
  const complete = child(node, "complete");
  return {
    kind: "ledger",
    path,
    query: { sheets: textsOf(child(node, "sheet")), sum, where, period, year, unit, kind: quantity, span },
    complete: complete?.kind === "scalar" && typeof complete.value === "boolean" ? complete.value : null,
  };
}

function formFault(sums: boolean, counts: boolean, namesColumn: boolean): LedgerFormFault | null {
  if (sums && counts) return "both";
  if (!sums && !counts) return "neither";
  return counts && !namesColumn ? "column-wanted" : null;
}

function readWhere(node: DataNode | undefined): ReadonlyMap<string, readonly string[]> {
  if (node?.kind !== "map") return new Map();
  return new Map([...node.entries].map(([column, entry]) => [column, textsOf(entry.node)]));
}

function textsOf(node: DataNode | undefined): readonly string[] {
  const nodes = node?.kind === "list" ? node.items : node ? [node] : [];
  return nodes.flatMap((each) => textOf(each) ?? []);
}

function textOf(node: DataNode | undefined): string | null {
  return node?.kind === "scalar" && node.text.trim() !== "" ? node.text.trim() : null;
}
