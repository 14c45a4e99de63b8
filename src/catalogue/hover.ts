import { lineText, positionAt, type SourceFile } from "../source/source-file.ts";
import type { Catalogue } from "./catalogue.ts";
import { type Indicator, isComputed } from "./indicator.ts";
import { schemaAt } from "./schema-node.ts";
import { locateInSchema, type SchemaSource } from "./schema-source.ts";

/** What an editor shows on an indicator: editors know `markdownDescription`, and nothing of our keywords. */
export function hoverOf(indicator: Indicator): string {
  const { label, unit, department, description } = indicator;
  const who = department === null ? "" : `；部门：${department}`;
  const computed = isComputed(indicator) && !description?.includes("由程序计算");
  const parts = [
    `${label}（单位：${unit}${who}）`,
    description ?? "",
    computed ? "由程序计算，不必填写。" : "",
  ];
  return parts
    .filter((each) => each !== "")
    .map(plain)
    .join("\n\n");
}

/** Text that Markdown shows as it is. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, "\\$&");
}

/** The schema's text with the hover text of every indicator up to date; everything else stays as it is written. */
export function withHovers(schema: SchemaSource, catalogue: Catalogue): string {
  const edits = [...catalogue.indicators.values()]
    .map((indicator) => editFor(schema, indicator))
    .toSorted((a, b) => b.start - a.start);
  return edits.reduce(
    (text, { start, end, text: wanted }) => text.slice(0, start) + wanted + text.slice(end),
    schema.file.text,
  );
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function editFor(schema: SchemaSource, indicator: Indicator): Edit {
  const declared = schemaAt(schema.root, ["indicators", ...indicator.id.split(".")])?.value ?? {};
  const wanted = JSON.stringify(hoverOf(indicator));
  if (Object.hasOwn(declared, "markdownDescription")) {
    const { start, end } = locateInSchema(schema, `${indicator.pointer}/markdownDescription`);
    return { start, end, text: wanted };
  }
  const after = Object.hasOwn(declared, "description") ? "description" : "title";
  const key = locateInSchema(schema, `${indicator.pointer}/${after}`, "key");
  const { end } = locateInSchema(schema, `${indicator.pointer}/${after}`);
  return { start: end, end, text: `,${gapBefore(schema.file, key.start)}"markdownDescription": ${wanted}` };
}

/** A new line and its indentation where the neighbour stands on a line of its own, else a space. */
function gapBefore(file: SourceFile, at: number): string {
  const { line, column } = positionAt(file, at);
  const before = lineText(file, line).slice(0, column - 1);
  return before.trim() === "" ? `\n${before}` : " ";
}
