import { basename, dirname } from "node:path";
import { type Diagnostic, diagnostic, failed } from "../diagnostic/diagnostic.ts";
import type { Host, OutputFile, ReadReason } from "../host.ts";
import { shownPath } from "./context.ts";
import type { WriteReport } from "./delivery.ts";
import { Written } from "./written.ts";

export interface WriteOptions {
  /** Word files that were edited are written over as well. */
  readonly force: boolean;
  /** Files that are as they were last written are left alone. */
  readonly watch: boolean;
}

/** Writes the files of a report, all or none: none where that would take away what somebody did in Word. */
export function reportWriter(host: Host, { force, watch }: WriteOptions): WriteReport {
  const written = watch ? new Written(host) : null;
  return async (files) => {
    const changed = (await written?.changed(files)) ?? files;
    const refusals = force ? [] : await Promise.all(changed.map((file) => refusal(host, file)));
    const refused = refusals.flatMap((each) => each ?? []);
    if (refused.length > 0) return { value: null, diagnostics: refused };
    const failure = await host.write(changed);
    if (!failure) {
      written?.add(changed);
      return { value: changed.map(({ path }) => shownPath(host, path)), diagnostics: [] };
    }
    const { path, reason, detail } = failure;
    return failed(diagnostic("output-unwritable", null, { path: shownPath(host, path), reason, detail }));
  };
}

/** As much as a Word file is read of anywhere. */
const mostBytes = 64 * 1024 * 1024;

/** Why the file that is there must stay; null where it may go. Markdown and texts are not edited but made. */
async function refusal(host: Host, { path, bytes }: OutputFile): Promise<Diagnostic | null> {
  if (!/\.docx$/i.test(path)) return null;
  const read = await host.readBytes(path, { limit: mostBytes, within: dirname(path) });
  const shown = shownPath(host, path);
  if (!read.ok) return unread(host, path, shown, read.reason);
  if (Buffer.compare(read.bytes, bytes) === 0) return null;
  const { stateOf } = await import("../reading/edited.ts");
  const state = stateOf(read.bytes, bytes);
  switch (state.kind) {
    case "as-built":
      return null;
    case "edited":
      return diagnostic("output-edited", null, { path: shown, how: state.how });
    case "not-built":
      return diagnostic("output-not-built", null, { path: shown });
    case "unreadable":
      return diagnostic("output-unreadable", null, { path: shown, reason: state.fault });
  }
}

/** A link is replaced, and what it leads to stays; what is no file is refused when it is written. */
async function unread(
  host: Host,
  path: string,
  shown: string,
  reason: ReadReason,
): Promise<Diagnostic | null> {
  if (reason === "missing" || reason === "broken-link") return null;
  if (reason === "outside" || reason === "not-a-file") return null;
  // A name that the system takes for none is told as one that cannot be written.
  if (reason === "other" && !(await host.list(dirname(path)))?.includes(basename(path))) return null;
  return diagnostic("output-unreadable", null, { path: shown, reason });
}
