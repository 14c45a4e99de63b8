import { suggest } from "../catalogue/suggest.ts";
import { type Diagnostic, diagnostic, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import type { Severity } from "../diagnostic/words/words.ts";
import { child, type DataNode, type MapEntry, type ScalarNode, type YamlSource } from "../parse/data-node.ts";
import { type AllowedNumber, readAllowedNumbers } from "../rules/allowed-numbers.ts";
import type { Span } from "../source/source-file.ts";
import { adjustableCodes, isAdjustable, isCode } from "./adjustable.ts";
import { limitFaults } from "./limits.ts";

export type Level = Severity | "off";

/** What the workspace's configuration says of rules, and of numbers in the text. */
export interface Config {
  readonly levels: ReadonlyMap<string, Level>;
  readonly numbers: readonly AllowedNumber[];
}

const levels: readonly Level[] = ["off", "info", "warning", "error"];

/** Reads `.report.yaml`: `rules:`, each code off, info, warning or error; `numbers:`, each with a reason. What `limits:` says has been heeded before. */
export function readConfig(source: YamlSource): Outcome<Config> {
  const { root } = source;
  const rules = child(root, "rules");
  const numbers = child(root, "numbers");
  const misshapen = misshapenPlace(root, rules, numbers);
  if (misshapen) return { value: null, diagnostics: [diagnostic("config-shape", misshapen, {})] };
  const levels = new Map<string, Level>();
  const diagnostics = [
    ...(rules?.kind === "map" ? [...rules.entries] : []).flatMap(([code, entry]) =>
      readRule(code, entry, levels),
    ),
    ...(numbers?.kind === "list" ? numbers.items : []).flatMap(refuseNumber),
    ...limitFaults(source),
    ...templateFaults(source),
  ];
  return outcome({ levels, numbers: readAllowedNumbers(numbers) }, diagnostics);
}

const parts: readonly string[] = ["rules", "numbers", "limits", "template"];

/** `template: templates/letterhead.docx`: the Word template that reports are built with, from the workspace. */
export function templateNode({ root }: YamlSource): ScalarNode | null {
  const node = child(root, "template");
  return node?.kind === "scalar" && isTemplatePath(node.text) ? node : null;
}

function isTemplatePath(path: string): boolean {
  return /^[^\\\u0000-\u001f]{1,400}\.do[ct]x$/i.test(path);
}

function templateFaults(source: YamlSource): readonly Diagnostic[] {
  const node = child(source.root, "template");
  if (!node || templateNode(source)) return [];
  return [diagnostic("config-template", node.span, { found: node.kind === "scalar" ? node.text : "…" })];
}

function misshapenPlace(
  root: DataNode,
  rules: DataNode | undefined,
  numbers: DataNode | undefined,
): Span | null {
  const empty = { ...root.span, end: root.span.start };
  if (root.kind !== "map" || root.entries.size === 0) return empty;
  const other = [...root.entries].find(([key]) => !parts.includes(key));
  if (other) return other[1].key;
  if (rules && rules.kind !== "map") return rules.span;
  return numbers && numbers.kind !== "list" ? numbers.span : null;
}

/** An entry has a text and a reason, and nothing else. */
function refuseNumber(item: DataNode): readonly Diagnostic[] {
  const says = (key: string): boolean => {
    const node = child(item, key);
    return node?.kind === "scalar" && node.value !== null && node.text.trim() !== "";
  };
  if (says("text") && says("reason") && item.kind === "map" && item.entries.size === 2) return [];
  const head = item.kind === "map" ? item.entries.values().next().value?.key : null;
  return [diagnostic("config-number", head ?? item.span, {})];
}

function readRule(code: string, { key, node }: MapEntry, found: Map<string, Level>): readonly Diagnostic[] {
  if (!isCode(code)) {
    return [diagnostic("config-unknown-code", key, { code, suggestion: suggest(code, adjustableCodes) })];
  }
  if (!isAdjustable(code)) return [diagnostic("config-fixed-code", key, { code })];
  const level = levels.find((each) => node.kind === "scalar" && node.text === each);
  if (level) {
    found.set(code, level);
    return [];
  }
  return [
    diagnostic("config-value", node.span, {
      found: node.kind === "scalar" ? node.text : "…",
      allowed: levels,
    }),
  ];
}
