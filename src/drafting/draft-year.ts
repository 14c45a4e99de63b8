import type { YearFigures } from "../aggregate/year-figures.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { type Indicator, isComputed } from "../catalogue/indicator.ts";
import {
  propertyNames,
  requiredNames,
  type SchemaNode,
  schemaItems,
  schemaProperty,
  titleOf,
} from "../catalogue/schema-node.ts";
import { displayWidth } from "../diagnostic/display-width.ts";
import { labelWithPeriod } from "../document/annex.ts";
import type { DataNode, MapEntry, YamlSource } from "../parse/data-node.ts";
import { formatFigure } from "../quantity/format.ts";
import { lineText } from "../source/source-file.ts";
import { Lines, textLines } from "../tidy/lines.ts";
import { draftMark, textsOf, wordsStart } from "./draft-mark.ts";

/** A year that texts are carried over from. */
export interface Model {
  readonly year: number;
  readonly source: YamlSource;
  /** Null where its data is not fit to be computed. */
  readonly figures: YearFigures | null;
}

export interface DraftRequest {
  readonly year: number;
  readonly schema: SchemaNode;
  readonly catalogue: Catalogue;
  readonly model: Model | null;
}

/** The data file of a new year: every indicator empty, with its label and the model's figure beside it; texts as marked drafts. */
export function draftYear(request: DraftRequest): string {
  const { year, schema, model } = request;
  const names = propertyNames(schema).filter((name) => name !== "year" && name !== "issued");
  const parts = names.flatMap((name) => {
    if (name === "indicators") return [indicators(request)];
    const entry = model?.source.root.kind === "map" ? model.source.root.entries.get(name) : undefined;
    if (entry && model) return [carriedOver(entry, name, model)];
    return !model && requiredNames(schema).includes(name)
      ? [empty(name, schemaProperty(schema, name), "")]
      : [];
  });
  return `${[head(request), `year: ${year}`, ...parts].join("\n\n").replace(/\n+$/, "")}\n`;
}

function head({ year, model }: DraftRequest): string {
  const from = model ? `，依据 ${model.year} 年的数据生成` : "";
  const first = model
    ? lineText(model.source.file, 1)
    : "# yaml-language-server: $schema=../schemas/year.schema.json";
  return [
    ...(first.startsWith("# yaml-language-server:") ? [first] : []),
    `# ${year}年度数据${from}。`,
    "# 每个指标后面填今年的数，没有的删去这一行；单位不写。合计和比率由程序计算。",
    ...(model ? [`# 标着“${draftMark}”的是 ${model.year} 年的文字，改好后删去这个标记。`] : []),
  ].join("\n");
}

function indicators({ schema, catalogue, model }: DraftRequest): string {
  const groups = schemaProperty(schema, "indicators");
  const all = [...catalogue.indicators.values()];
  const parts = propertyNames(groups ?? schema).map((name) => {
    const own = all.filter(({ id }) => id.startsWith(`${name}.`));
    const title = titleOf(groups && schemaProperty(groups, name));
    const typed = own.filter((each) => !isComputed(each));
    const lines = own.map((each) => indicatorLine(each, model));
    // A group of totals alone has nothing to be filled in.
    const key = typed.length > 0 ? `  ${name}:` : `  # ${name}:`;
    return [...(title === null ? [] : [`  # ${oneLine(title)}`]), key, ...lines].join("\n");
  });
  return ["indicators:", parts.join("\n\n")].join("\n");
}

const commentColumn = 34;

function indicatorLine(indicator: Indicator, model: Model | null): string {
  const figure = model?.figures?.figures.get(indicator.id);
  const was =
    figure && model ? `，${model.year}年${formatFigure(figure.quantity, figure.indicator.unit)}` : "";
  const label = figure ? labelWithPeriod(figure) : indicator.label;
  const about = oneLine(`${label}（${indicator.unit}）${was}`);
  if (isComputed(indicator)) return `    # ${about}，由程序计算`;
  const key = `    ${indicator.id.split(".")[1] ?? ""}:`;
  return `${key}${" ".repeat(Math.max(1, commentColumn - displayWidth(key)))}# ${about}`;
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, " ");
}

/** The lines of a part of the model, as they are written; what was said of its year is marked. */
function carriedOver({ key, node }: MapEntry, name: string, { source, year }: Model): string {
  const { file } = source;
  const lines = new Lines(file, textLines(node));
  const from = lines.lineOf(key.start);
  const marked = insertMarks(file.text, marksIn(node, name, source, year));
  const before = file.text.slice(0, key.start).length;
  const ended = lines.lastLine(node, from);
  const again = new Lines({ path: file.path, text: marked }, []);
  const start = again.lineOf(before);
  return again.raw(start, start + ended - from + 1).join("\n");
}

/** Texts of this year's narrative, and whatever else names the year. */
function marksIn(node: DataNode, name: string, { file }: YamlSource, year: number): readonly number[] {
  return textsOf(node)
    .filter((span) => name === "narrative" || file.text.slice(span.start, span.end).includes(String(year)))
    .filter((span) => !file.text.slice(span.start, span.end).includes(draftMark))
    .map((span) => wordsStart(file, span));
}

function insertMarks(text: string, offsets: readonly number[]): string {
  let marked = text;
  for (const offset of [...offsets].sort((a, b) => b - a))
    marked = marked.slice(0, offset) + draftMark + marked.slice(offset);
  return marked;
}

/** What the schema asks for where there is nothing to carry over. */
function empty(name: string, schema: SchemaNode | null, indent: string): string {
  const title = titleOf(schema);
  const comment = title === null ? "" : ` # ${oneLine(title)}`;
  const items = schema && schemaItems(schema);
  if (items) {
    const [first = "", ...others] = fields(items, `${indent}    `);
    return [`${indent}${name}:${comment}`, first.replace(/^(\s*) {2}(?=\S)/, "$1- "), ...others].join("\n");
  }
  const inner = schema ? fields(schema, `${indent}  `) : [];
  return [`${indent}${name}:${comment}`, ...inner].join("\n");
}

function fields(schema: SchemaNode, indent: string): readonly string[] {
  return propertyNames(schema)
    .filter((name) => requiredNames(schema).includes(name))
    .map((name) => empty(name, schemaProperty(schema, name), indent));
}
