import { dirname, resolve } from "node:path";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { ReadReason } from "../host.ts";
import { openWord } from "../reading/open-word.ts";
import { plainText } from "../reading/plain-text.ts";
import { type Context, report } from "./context.ts";

const mostBytes = 64 * 1024 * 1024;

/** `report text <file>`: the words of a Word file, for `git diff` and for whoever has no Word. */
export async function text(context: Context, name: string): Promise<number> {
  const { host } = context;
  const path = resolve(host.cwd, name);
  const read = await host.readBytes(path, { limit: mostBytes, within: dirname(path) });
  if (!read.ok) {
    report(context, null, [unreadable(name, read.reason)]);
    return 1;
  }
  const opened = openWord(read.bytes);
  if (!opened.ok) {
    report(context, null, [diagnostic("word-file-unreadable", null, { path: name, fault: opened.reason })]);
    return 1;
  }
  host.stdout(plainText(opened.file));
  return 0;
}

function unreadable(path: string, reason: ReadReason): Diagnostic {
  if (reason === "missing") return diagnostic("file-missing", null, { path });
  if (reason === "too-large")
    return diagnostic("file-too-large", null, { path, limit: mostBytes, isText: false });
  return diagnostic("file-unreadable", null, { path, reason });
}
