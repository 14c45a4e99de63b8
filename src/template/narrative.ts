import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { child, type DataNode, type ScalarNode } from "../parse/data-node.ts";
import { sourceOffset } from "../parse/source-offset.ts";
import { lintProgram } from "./lint.ts";
import { parseTemplate, type Template } from "./parse-template.ts";
import type { Scope } from "./scope.ts";
import type { Walk } from "./walk.ts";

/** The texts below `narrative` that refer to figures, parsed; their places are those of the data file. */
export function parseNarratives(
  root: DataNode,
  report: (diagnostic: Diagnostic) => void,
): ReadonlyMap<object, Template> {
  const templates = new Map<object, Template>();
  for (const node of texts(child(root, "narrative"))) {
    if (!String(node.value).includes("{{")) continue;
    // The line end of a block (`|`) is no part of what it says.
    const text = String(node.value).trimEnd();
    const { file } = node.span;
    const parsed = parseTemplate("narrative", { path: file.path, text }, (start, end) => ({
      file,
      start: sourceOffset(node, start),
      end: sourceOffset(node, Math.max(end - 1, start)) + 1,
    }));
    for (const each of parsed.diagnostics) report(each);
    if (parsed.value) templates.set(node, parsed.value);
  }
  return templates;
}

function* texts(node: DataNode | undefined): Generator<ScalarNode> {
  if (node?.kind === "map") for (const entry of node.entries.values()) yield* texts(entry.node);
  else if (node?.kind === "list") for (const item of node.items) yield* texts(item);
  else if (node && typeof node.value === "string") yield node;
}

export function lintNarratives(scope: Scope, walk: Walk): void {
  for (const template of walk.narratives.values()) {
    lintProgram(template.program, scope, { ...walk, template, inNarrative: true });
  }
}

const han = "[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef‘’“”—…·]";
const mark = "[\\u3000-\\u303f\\uff00-\\uffef]";
const foldedSpace = new RegExp(`(?<=${han}) (?=${han})|(?<=${mark}) | (?=${mark})`, "g");

/** Folded lines are joined by a space (YAML 1.2 §6.5), which Chinese text does not have. */
export function unfold(text: string, folded: boolean): string {
  return folded ? text.replace(foldedSpace, "") : text;
}

/** The same for a text that stands between tags, which give Chinese words or numbers. */
export function unfoldBetween(text: string, folded: boolean, afterTag: boolean, beforeTag: boolean): string {
  const [before, after] = [afterTag ? "数" : "", beforeTag ? "数" : ""];
  const unfolded = unfold(before + text + after, folded);
  return unfolded.slice(before.length, unfolded.length - after.length);
}
