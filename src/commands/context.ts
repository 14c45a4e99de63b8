import { isAbsolute, join, relative, sep } from "node:path";
import { type Diagnostic, hasErrors, inOrder } from "../diagnostic/diagnostic.ts";
import { pretty, type Style, summary } from "../diagnostic/pretty.ts";
import type { Lang } from "../diagnostic/words/words.ts";
import type { Host } from "../host.ts";
import { openWorkspace, type Workspace } from "../workspace/workspace.ts";

export interface GlobalOptions {
  /** The folder that `-C` names. */
  readonly folder: string | null;
  readonly lang: Lang;
  readonly color: "auto" | "always" | "never";
}

/** What every command is given. */
export interface Context {
  readonly host: Host;
  readonly options: GlobalOptions;
  /** Of this program. */
  readonly version: string;
}

/** Colours where a person sees them: NO_COLOR is obeyed unless `--color always` asks. */
function hasColor({ host, options }: Context): boolean {
  if (options.color !== "auto") return options.color === "always";
  return host.terminal !== null && !host.env.NO_COLOR && host.env.TERM !== "dumb";
}

/** A path as whoever runs the command can open it: from the current folder where that is shorter. */
export function shownPath(host: Host, path: string): string {
  const inside = relative(host.cwd, path);
  return inside.startsWith(`..${sep}..`) || isAbsolute(inside) ? path : inside;
}

export function styleOf(context: Context, workspace: Workspace | null): Style {
  const { host, options } = context;
  const path = (name: string): string => {
    const absolute = isAbsolute(name) || !workspace ? name : join(workspace.root, name);
    return shownPath(host, absolute).split(sep).join("/");
  };
  return { lang: options.lang, color: hasColor(context), columns: host.terminal?.columns ?? 100, path };
}

/** Nobody reads more at once; the formats for machines hold all. */
const mostShown = 200;

function leftOut(count: number, lang: Lang): string {
  return lang === "zh" ? `……另有 ${count} 个没有列出` : `… and ${count} more`;
}

function isInfo({ severity }: Diagnostic): boolean {
  return severity === "info";
}

/** Prints what there is to say to stderr, in order and once, faults first, with a summary; answers whether any is an error. */
export function report(
  context: Context,
  workspace: Workspace | null,
  diagnostics: readonly Diagnostic[],
): boolean {
  const ordered = inOrder(diagnostics).toSorted((a, b) => Number(isInfo(a)) - Number(isInfo(b)));
  const style = styleOf(context, workspace);
  for (const each of ordered.slice(0, mostShown)) context.host.stderr(`${pretty(each, style)}\n`);
  if (ordered.length > mostShown) context.host.stderr(`${leftOut(ordered.length - mostShown, style.lang)}\n`);
  if (ordered.length > 1) context.host.stderr(`${summary(ordered, style.lang)}\n`);
  return hasErrors(ordered);
}

/** The workspace, or null after saying why there is none. */
export async function workspaceOf(context: Context): Promise<Workspace | null> {
  const opened = await openWorkspace(context.host, context.options.folder);
  report(context, null, opened.diagnostics);
  return opened.value;
}
