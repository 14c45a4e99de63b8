import type { Diagnostic } from "../../src/diagnostic/diagnostic.ts";
import type { LedgerQuery, LedgerSource } from "../../src/ledger/query.ts";
import { type LedgerAnswers, readLedger } from "../../src/ledger/read-ledger.ts";
import { formatFigure } from "../../src/quantity/format.ts";

const file = { path: "data/2022.yaml", text: "illegal: { ledger: l }" };

export function query(changes: Partial<LedgerQuery> = {}): LedgerQuery {
  const span = { file, start: 19, end: 20 };
  return {
    sheets: [],
    sum: "面积",
    where: new Map(),
    period: null,
    year: 2022,
    unit: "平方米",
    kind: "measure",
    span,
    ...changes,
  };
}

export function sourceOf(bytes: Uint8Array, chunk: number = 5000): LedgerSource {
  return {
    name: "ledgers/l",
    stamp: async () => "as it is",
    readBytes: async () => ({ value: bytes, diagnostics: [] }),
    readChunks: async (take) => {
      for (let at = 0; at < bytes.length; at += chunk) if (!take(bytes.slice(at, at + chunk))) break;
      return [];
    },
  };
}

export function read(bytes: Uint8Array, ...queries: readonly LedgerQuery[]): Promise<LedgerAnswers> {
  return readLedger(sourceOf(bytes), queries.length > 0 ? queries : [query()]);
}

/** What a ledger gives, in words: each query's total, or the codes of its faults. */
export async function told(
  bytes: Uint8Array,
  ...queries: readonly LedgerQuery[]
): Promise<readonly string[]> {
  const { results, diagnostics } = await read(bytes, ...queries);
  return [...results.map(({ total }) => formatFigure(total, "")), ...diagnostics.map(codeOf)];
}

function codeOf({ code, facts }: Diagnostic): string {
  return "fault" in facts && typeof facts.fault === "string" ? `${code} ${facts.fault}` : code;
}
