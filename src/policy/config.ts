import { suggest } from "../catalogue/suggest.ts";
import { type Diagnostic, diagnostic, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import type { Severity } from "../diagnostic/words/words.ts";
import { child, type MapEntry, type YamlSource } from "../parse/data-node.ts";
import { adjustableCodes, isAdjustable, isCode } from "./adjustable.ts";
import { limitFaults } from "./limits.ts";

export type Level = Severity | "off";

/** What the workspace's configuration says of rules. */
export type Levels = ReadonlyMap<string, Level>;

const levels: readonly Level[] = ["off", "warning", "error"];

/** Reads `rules:` of `.report.yaml`: each code off, warning or error. What `limits:` says has been heeded before. */
export function readConfig(source: YamlSource): Outcome<Levels> {
  const { root } = source;
  const rules = child(root, "rules");
  const others =
    root.kind === "map" ? [...root.entries].filter(([key]) => key !== "rules" && key !== "limits") : [];
  const isLimitsOnly = rules === undefined && child(root, "limits") !== undefined;
  if ((rules?.kind !== "map" && !isLimitsOnly) || others.length > 0) {
    const span = others[0]?.[1].key ?? rules?.span ?? { ...root.span, end: root.span.start };
    return { value: null, diagnostics: [diagnostic("config-shape", span, {})] };
  }
  const found = new Map<string, Level>();
  const entries = rules?.kind === "map" ? [...rules.entries] : [];
  const diagnostics = [
    ...entries.flatMap(([code, entry]) => readRule(code, entry, found)),
    ...limitFaults(source),
  ];
  return outcome(found, diagnostics);
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
