import { catalogueOf } from "../catalogue/catalogue.ts";
import { type SchemaNode, schemaItems, schemaProperty, titleOf } from "../catalogue/schema-node.ts";
import { type Diagnostic, diagnostic, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import { type DataNode, nodeAt, toValue, type YamlSource } from "../parse/data-node.ts";
import { isDate } from "../period/period.ts";
import { explain } from "./explain.ts";
import { readAmounts } from "./read-amounts.ts";
import { readLastYear } from "./read-last-year.ts";
import type { YearData } from "./year-data.ts";
import type { YearSchema } from "./year-schema.ts";

/** Checks a year's file against its schema and reads every amount; `year` is what the file's name says. */
export function validate(source: YamlSource, schema: YearSchema, year: number): Outcome<YearData> {
  const { root } = source;
  const catalogue = catalogueOf(schema.catalogues, year);
  const node = schema.source.root;
  const checked = schema.check(toValue(root));
  const diagnostics: Diagnostic[] = [
    ...checked.diagnostics,
    ...(checked.value ?? []).flatMap((error) => explain(error, root, node, catalogue) ?? []),
    ...wrongYear(root, year),
    ...unrealDates(root),
    ...blankTexts(root, node),
  ];
  const report = (each: Diagnostic): void => void diagnostics.push(each);
  const context = { catalogue, year, schema: schema.source.file.path, report };
  const observations = readAmounts(root, context);
  const statedLastYear = readLastYear(root, context);
  return outcome({ year, source, schema, catalogue, observations, statedLastYear }, diagnostics);
}

function wrongYear(root: DataNode, year: number): readonly Diagnostic[] {
  const node = nodeAt(root, "/year");
  if (node?.kind !== "scalar" || typeof node.value !== "number" || node.text === String(year)) return [];
  return [diagnostic("year-mismatch", node.span, { file: String(year), found: node.text })];
}

function unrealDates(root: DataNode): readonly Diagnostic[] {
  return ["/issued/date", "/issued/printed/date"].flatMap((pointer) => {
    const node = nodeAt(root, pointer);
    if (node?.kind !== "scalar" || !/^\d{4}-\d{2}-\d{2}$/.test(node.text) || isDate(node.text)) return [];
    return [diagnostic("date-unreal", node.span, { found: node.text })];
  });
}

/** A text of spaces has a length, but says nothing. Amounts are looked at where they are read. */
function blankTexts(node: DataNode, schema: SchemaNode | null, label: string = ""): readonly Diagnostic[] {
  if (node.kind === "map") {
    return [...node.entries].flatMap(([key, entry]) => {
      const inner = schema && schemaProperty(schema, key);
      return blankTexts(entry.node, inner, titleOf(inner) ?? key);
    });
  }
  if (node.kind === "list") {
    const items = schema && schemaItems(schema);
    return node.items.flatMap((item) => blankTexts(item, items, titleOf(items) ?? label));
  }
  const isAmount = typeof schema?.value.quantity === "string";
  const blank = typeof node.value === "string" && node.value !== "" && node.value.trim() === "";
  return blank && !isAmount ? [diagnostic("value-missing", node.span, { label })] : [];
}
