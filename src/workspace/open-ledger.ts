import { join } from "node:path";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { Host, ReadReason } from "../host.ts";
import type { OpenLedger } from "../ledger/query.ts";
import type { Span } from "../source/source-file.ts";
import type { Workspace } from "./workspace.ts";

/** A text ledger is never held; a workbook is, packed. */
const mostText = 500 * 1024 * 1024;
const mostPacked = 100 * 1024 * 1024;

/** Ledgers of a workspace, by the paths that its data gives. */
export function ledgersOf(host: Host, { root }: Workspace): OpenLedger {
  return (name, span) => {
    const path = join(root, name);
    return {
      name,
      stamp: () => host.stamp(path),
      readBytes: async () => {
        const read = await host.readBytes(path, { limit: mostPacked, within: root });
        return read.ok
          ? { value: read.bytes, diagnostics: [] }
          : { value: null, diagnostics: [failure(read.reason, name, mostPacked, span)] };
      },
      readChunks: async (take) => {
        const read = await host.readChunks(path, { limit: mostText, within: root }, take);
        return read.ok ? [] : [failure(read.reason, name, mostText, span)];
      },
    };
  };
}

function failure(reason: ReadReason, path: string, limit: number, span: Span): Diagnostic {
  if (reason === "missing") return diagnostic("ledger-missing", span, { path });
  if (reason === "too-large") return diagnostic("file-too-large", span, { path, limit, isText: false });
  return diagnostic("file-unreadable", span, { path, reason });
}
