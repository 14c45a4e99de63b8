import { diagnostic, failed, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import { locate, type YamlSource } from "../parse/data-node.ts";
import { parseYaml } from "../parse/parse-yaml.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { isObject, type SchemaNode, schemaRoot } from "./schema-node.ts";

export interface SchemaSource {
  readonly file: SourceFile;
  readonly root: SchemaNode;
}

export function readSchema(file: SourceFile): Outcome<SchemaSource> {
  try {
    const value: unknown = JSON.parse(file.text);
    if (isObject(value)) return outcome({ file, root: schemaRoot(value) }, []);
    return failed(diagnostic("json-syntax", { file, start: 0, end: 1 }, { detail: "expected an object" }));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failed(diagnostic("json-syntax", placeIn(file), { detail: detailOf(message) }));
  }
}

/** The engine's message without the place and the excerpt that it may quote. */
function detailOf(message: string): string {
  return message.split(/ in JSON|, \.{0,3}"| is not valid JSON/, 1)[0] ?? "";
}

/** The engine does not always name the place: it is the end of the shortest beginning that cannot be completed. */
function placeIn(file: SourceFile): Span {
  let low = 0;
  let high = file.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isUnfinished(file.text.slice(0, middle + 1))) low = middle + 1;
    else high = middle;
  }
  return { file, start: low, end: Math.min(low + 1, file.text.length) };
}

/** Whether a text is JSON, or would be if more followed. */
function isUnfinished(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const position = /position (\d+)/.exec(message)?.[1];
    return /end of JSON|^Unterminated/.test(message) || Number(position ?? -1) >= text.length;
  }
}

const parsedOf = new WeakMap<SourceFile, YamlSource | null>();

/** Where a schema says something. JSON is YAML, so it is parsed with places only when there is a need. */
export function locateInSchema(
  schema: SchemaSource,
  pointer: string,
  which: "key" | "value" = "value",
): Span {
  const value = parsedOf.get(schema.file) ?? parseYaml(schema.file).value;
  parsedOf.set(schema.file, value);
  return value ? locate(value.root, pointer, which) : { file: schema.file, start: 0, end: 0 };
}
