import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, type Scalar, type YAMLMap } from "yaml";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import type { DataNode, MapEntry, ScalarNode } from "./data-node.ts";
import { findForbidden } from "./decode.ts";

interface Converted {
  readonly node: DataNode;
  readonly diagnostics: readonly Diagnostic[];
}

/** The library's nodes as ours; what a data file may not hold is refused on the way. */
export function convert(file: SourceFile, root: ParsedNode): Converted {
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic): void => void diagnostics.push(each);
  return { node: convertNode(file, root, report), diagnostics };
}

type Report = (diagnostic: Diagnostic) => void;

function convertNode(file: SourceFile, node: ParsedNode, report: Report): DataNode {
  const refused = refuseProperties(file, node, report);
  const span = spanOf(file, node.range);
  // A tag of YAML's own may have made anything of the node: `!!omap`.
  if (refused) return { kind: "scalar", value: null, text: "", folded: false, span };
  if (isMap(node)) return { kind: "map", entries: entriesOf(file, node as YAMLMap.Parsed, report), span };
  if (isSeq(node)) {
    return {
      kind: "list",
      items: node.items.map((item) => convertNode(file, item as ParsedNode, report)),
      span,
    };
  }
  return isScalar(node)
    ? scalar(node, span, report)
    : { kind: "scalar", value: null, text: "", folded: false, span };
}

/** Whether there is a tag that is refused. */
function refuseProperties(file: SourceFile, node: ParsedNode, report: Report): boolean {
  const span = spanOf(file, node.range);
  if (isAlias(node)) report(diagnostic("yaml-alias", span, { found: `*${node.source}` }));
  else if (node.anchor)
    report(diagnostic("yaml-alias", before(span, `&${node.anchor}`), { found: `&${node.anchor}` }));
  // A tag of our own making is refused by the library; it takes those of YAML itself (YAML 1.2 §10).
  const found = node.tag?.replace("tag:yaml.org,2002:", "!!") ?? "";
  if (!found.startsWith("!!")) return false;
  report(diagnostic("yaml-tag", before(span, found), { found }));
  return true;
}

/** An anchor or a tag stands before the node that it belongs to. */
function before(span: Span, written: string): Span {
  const start = span.file.text.lastIndexOf(written, span.start);
  return start < 0 ? span : { file: span.file, start, end: start + written.length };
}

function entriesOf(file: SourceFile, node: YAMLMap.Parsed, report: Report): ReadonlyMap<string, MapEntry> {
  const entries = new Map<string, MapEntry>();
  for (const pair of node.items) {
    const key = keyOf(file, pair, report);
    if (key === null) continue;
    const first = entries.get(key.name);
    if (first) {
      const related = [{ span: first.key, note: "first" as const }];
      report(diagnostic("yaml-duplicate-key", key.span, { key: key.name }, related));
    } else entries.set(key.name, { key: key.span, node: nodeOf(file, pair, key.span, report) });
  }
  return entries;
}

function keyOf(
  file: SourceFile,
  pair: Pair<ParsedNode, ParsedNode | null>,
  report: Report,
): { readonly name: string; readonly span: Span } | null {
  const { key } = pair;
  refuseProperties(file, key, report);
  const span = spanOf(file, key.range);
  if (isScalar(key) && span.end > span.start) {
    return { name: typeof key.value === "string" ? key.value : (key.source ?? String(key.value)), span };
  }
  if (!isAlias(key)) report(diagnostic("yaml-key", span.end > span.start ? span : colonAt(span), {}));
  return null;
}

/** A key that is missing stands before its colon. */
function colonAt({ file, start }: Span): Span {
  const at = start + (/^[ \t]*/.exec(file.text.slice(start))?.[0].length ?? 0);
  return { file, start: at, end: at };
}

function nodeOf(
  file: SourceFile,
  pair: Pair<ParsedNode, ParsedNode | null>,
  key: Span,
  report: Report,
): DataNode {
  if (pair.value) return convertNode(file, pair.value, report);
  return {
    kind: "scalar",
    value: null,
    text: "",
    folded: false,
    span: { file, start: key.end, end: key.end },
  };
}

function scalar(node: Scalar.Parsed, span: Span, report: Report): ScalarNode {
  const { value } = node;
  const text = typeof value === "string" ? value : (node.source ?? "");
  for (const { character } of findForbidden(text).slice(0, 1)) {
    report(diagnostic("character-forbidden", span, { character }));
  }
  const folded = node.type !== "BLOCK_LITERAL" && holdsLineEnd(span);
  return { kind: "scalar", value: plainValue(value), text, folded, span };
}

function holdsLineEnd({ file, start, end }: Span): boolean {
  const at = file.text.indexOf("\n", start);
  return at >= 0 && at < end;
}

function plainValue(value: unknown): string | number | boolean | null {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

/** A scalar's own end, without the comment and the line end behind it. */
function spanOf(file: SourceFile, range: readonly [number, number, number]): Span {
  const [start, valueEnd] = range;
  const last = file.text.charCodeAt(valueEnd - 1);
  // Between these there is no white space, so that most need no copy to be trimmed.
  if ((last > 0x20 && last < 0x80) || (last > 0x3000 && last < 0xfeff)) return { file, start, end: valueEnd };
  return { file, start, end: start + file.text.slice(start, valueEnd).trimEnd().length };
}
