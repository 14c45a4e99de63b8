import { dirname, resolve } from "node:path";
import { type Diagnostic, diagnostic, failed, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import type { Host, ReadReason } from "../host.ts";
import { openWord, type WordFile } from "../reading/open-word.ts";

const mostBytes = 64 * 1024 * 1024;

/** Opens a Word file that the command line names, wherever it lies. */
export async function readWordFile(host: Host, name: string): Promise<Outcome<WordFile>> {
  const path = resolve(host.cwd, name);
  const read = await host.readBytes(path, { limit: mostBytes, within: dirname(path) });
  if (!read.ok) return failed(unreadable(name, read.reason));
  const opened = openWord(read.bytes);
  return opened.ok
    ? outcome(opened.file, [])
    : failed(diagnostic("word-file-unreadable", null, { path: name, fault: opened.reason }));
}

function unreadable(path: string, reason: ReadReason): Diagnostic {
  if (reason === "missing") return diagnostic("file-missing", null, { path });
  if (reason === "too-large")
    return diagnostic("file-too-large", null, { path, limit: mostBytes, isText: false });
  return diagnostic("file-unreadable", null, { path, reason });
}
