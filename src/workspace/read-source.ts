import { join, relative, sep } from "node:path";
import { diagnostic, failed, type Outcome } from "../diagnostic/diagnostic.ts";
import type { Host, ReadReason } from "../host.ts";
import { recall } from "../memory.ts";
import { decode } from "../parse/decode.ts";
import { usualTextBytes } from "../policy/limits.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Workspace } from "./workspace.ts";

/** What an absolute path is called in diagnostics: from the workspace, with forward slashes. */
export function workspacePath({ root }: Workspace, path: string): string {
  const inside = relative(root, path);
  return (inside.startsWith("..") ? path : inside).split(sep).join("/");
}

const mostWordBytes = 16 * 1024 * 1024;

type Missing = (path: string) => ReturnType<typeof diagnostic>;

/** Reads a text of the workspace; `missing` words the case that there is none. */
export async function readSource(
  host: Host,
  workspace: Workspace,
  path: string,
  missing: Missing,
): Promise<Outcome<SourceFile>> {
  const read = await readChecked(host, workspace, path, workspace.textLimit, missing);
  if (!read.value) return { value: null, diagnostics: read.diagnostics };
  return recall(workspace.memory, decode, workspacePath(workspace, path), read.value);
}

/** The configuration of a workspace that has one. */
export async function readConfigFile(host: Host, workspace: Workspace): Promise<Outcome<SourceFile>> {
  const configured = { ...workspace, textLimit: usualTextBytes };
  return readSource(host, configured, join(workspace.root, ".report.yaml"), (path) =>
    diagnostic("file-unreadable", null, { path, reason: "other" }),
  );
}

/** Reads the bytes of a Word template. */
export async function readWordTemplate(
  host: Host,
  workspace: Workspace,
  path: string,
): Promise<Outcome<Uint8Array>> {
  return readChecked(host, workspace, path, mostWordBytes, (name) =>
    diagnostic("template-missing", null, { path: name }),
  );
}

async function readChecked(
  host: Host,
  workspace: Workspace,
  path: string,
  limit: number,
  missing: Missing,
): Promise<Outcome<Uint8Array>> {
  const shipped = path.startsWith(join(host.shipped, sep));
  const read = await host.readBytes(path, { limit, within: shipped ? host.shipped : workspace.root });
  if (read.ok) return { value: read.bytes, diagnostics: [] };
  return failed(failure(read.reason, workspacePath(workspace, path), limit, missing));
}

function failure(
  reason: ReadReason,
  path: string,
  limit: number,
  missing: Missing,
): ReturnType<typeof diagnostic> {
  if (reason === "missing") return missing(path);
  if (reason === "too-large")
    return diagnostic("file-too-large", null, { path, limit, isText: limit !== mostWordBytes });
  return diagnostic("file-unreadable", null, { path, reason });
}

/** The byte order mark of a file, if it has one: what is written back keeps it. */
export async function readBom(host: Host, workspace: Workspace, path: string): Promise<string> {
  const read = await host.readBytes(path, { limit: workspace.textLimit, within: workspace.root });
  return read.ok && read.bytes[0] === 0xef && read.bytes[1] === 0xbb && read.bytes[2] === 0xbf
    ? "\uFEFF"
    : "";
}
