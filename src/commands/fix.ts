import { isAbsolute, join } from "node:path";
import { type Diagnostic, diagnostic, type Fix } from "../diagnostic/diagnostic.ts";
import { printable } from "../diagnostic/printable.ts";
import { applyFixes, filesWithFixes, fixesOf } from "../rules/fixes.ts";
import { lineText, positionAt, type SourceFile, spanText } from "../source/source-file.ts";
import { readBom } from "../workspace/read-source.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type Context, shownPath } from "./context.ts";

interface Mended {
  readonly file: SourceFile;
  readonly fixes: readonly Fix[];
  readonly text: string;
}

/** What can be mended in the workspace's own files; the shipped ones are not ours to write. */
export function mend(diagnostics: readonly Diagnostic[]): readonly Mended[] {
  return filesWithFixes(diagnostics)
    .filter(({ path }) => !isAbsolute(path))
    .map((file) => {
      const fixes = fixesOf(diagnostics, file);
      return { file, fixes, text: applyFixes(file.text, fixes) };
    });
}

/** Writes the mended files, all or none, and says what was done; null when that went well. */
export async function writeMended(
  context: Context,
  workspace: Workspace,
  mended: readonly Mended[],
): Promise<Diagnostic | null> {
  const { host } = context;
  const files = await Promise.all(
    mended.map(async ({ file, text }) => {
      const path = join(workspace.root, file.path);
      const bom = await readBom(host, workspace, path);
      return { path, bytes: new TextEncoder().encode(bom + text) };
    }),
  );
  const failure = await host.write(files);
  if (failure) {
    const { path, reason, detail } = failure;
    return diagnostic("output-unwritable", null, { path: shownPath(host, path), reason, detail });
  }
  for (const { fixes } of mended) for (const fix of fixes) host.stderr(`${told(context, workspace, fix)}\n`);
  return null;
}

function told({ host, options }: Context, workspace: Workspace, { span, text }: Fix): string {
  const { line, column } = positionAt(span.file, span.start);
  const path = shownPath(host, join(workspace.root, span.file.path));
  const [before, after] = [printable(spanText(span)), printable(text)];
  const words =
    options.lang === "zh"
      ? after === ""
        ? `删去“${before}”`
        : `“${before}”改为“${after}”`
      : `"${before}" ${after === "" ? "is taken out" : `became "${after}"`}`;
  return `${printable(path)}:${line}:${column}: ${words}`;
}

/** The change as a diff, line by line: a fix never adds or takes away a line. */
export function diffOf({ file, text }: Mended): string {
  const after: SourceFile = { path: file.path, text };
  const hunks: string[] = [`--- ${file.path}`, `+++ ${file.path}`];
  for (let line = 1; line <= positionAt(file, file.text.length).line; line++) {
    const [before, now] = [lineText(file, line), lineText(after, line)];
    if (before !== now) hunks.push(`@@ -${line} +${line} @@`, `-${printable(before)}`, `+${printable(now)}`);
  }
  return `${hunks.join("\n")}\n`;
}
