import { schemaRoot } from "../catalogue/schema-node.ts";
import { type Diagnostic, diagnostic, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import { type DataNode, nodeAt, toValue, type YamlSource } from "../parse/data-node.ts";
import { isDate } from "../period/period.ts";
import type { YearSchema } from "./compile-schema.ts";
import { explain } from "./explain.ts";
import { readAmounts } from "./read-amounts.ts";
import type { YearData } from "./year-data.ts";

/** Checks a year's file against its schema and reads every amount; `year` is what the file's name says. */
export function validate(source: YamlSource, schema: YearSchema, year: number): Outcome<YearData> {
  const { root } = source;
  const { catalogue } = schema;
  const node = schemaRoot(schema.source.root.value);
  const shape = schema.check(toValue(root)).flatMap((error) => explain(error, root, node) ?? []);
  const diagnostics: Diagnostic[] = [
    ...shape,
    ...wrongYear(root, year),
    ...unrealDates(root),
    ...blankTexts(root),
  ];
  const report = (each: Diagnostic): void => void diagnostics.push(each);
  const observations = readAmounts(root, { catalogue, year, schema: schema.source.file.path, report });
  return outcome({ year, source, schema, catalogue, observations }, diagnostics);
}

function wrongYear(root: DataNode, year: number): readonly Diagnostic[] {
  const node = nodeAt(root, "/year");
  if (node?.kind !== "scalar" || typeof node.value !== "number" || node.value === year) return [];
  return [diagnostic("year-mismatch", node.span, { file: String(year), found: node.text })];
}

function unrealDates(root: DataNode): readonly Diagnostic[] {
  const node = nodeAt(root, "/issued/date");
  if (node?.kind !== "scalar" || !/^\d{4}-\d{2}-\d{2}$/.test(node.text) || isDate(node.text)) return [];
  return [diagnostic("date-unreal", node.span, { found: node.text })];
}

/** A text of spaces has a length, but says nothing. */
function blankTexts(node: DataNode, label: string = ""): readonly Diagnostic[] {
  if (node.kind === "map") return [...node.entries].flatMap(([key, entry]) => blankTexts(entry.node, key));
  if (node.kind === "list") return node.items.flatMap((item) => blankTexts(item, label));
  const blank = typeof node.value === "string" && node.value !== "" && node.value.trim() === "";
  return blank ? [diagnostic("value-missing", node.span, { label })] : [];
}
