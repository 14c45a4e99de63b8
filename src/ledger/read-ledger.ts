import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.ts";
import { isCompoundFile } from "../package/compound-file.ts";
import type { LedgerQuery, LedgerResult, LedgerSource } from "./query.ts";
import { readCsv, unreadable } from "./read-csv.ts";
import { readXlsx } from "./xlsx/read-xlsx.ts";

export interface LedgerAnswers {
  /** One a query, in their order; none where the ledger has an error. */
  readonly results: readonly LedgerResult[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The first bytes of a zip. */
const zipHead = [0x50, 0x4b, 0x03, 0x04];

/** Reads a ledger once for all that is asked of it. What it is, its bytes say, not its name. */
export async function readLedger(
  source: LedgerSource,
  queries: readonly LedgerQuery[],
): Promise<LedgerAnswers> {
  let head = new Uint8Array();
  const unread = await source.readChunks((chunk) => {
    head = Uint8Array.from([...head, ...chunk.subarray(0, 8)]);
    return head.length < 8;
  });
  if (unread.length > 0) return { results: [], diagnostics: unread };
  if (isCompoundFile(head))
    return { results: [], diagnostics: unreadable(source.name, "old-format", queries) };
  const read = startsWith(head, zipHead)
    ? await readXlsx(source, queries)
    : await readCsv(source, head, queries);
  const { answers, diagnostics } = read;
  return { results: hasErrors(diagnostics) ? [] : answers.map((answer) => answer.result()), diagnostics };
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}
