import { diagnostic, failed, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import { locate } from "../parse/data-node.ts";
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
    return failed(
      diagnostic("json-syntax", placeIn(file, message), { detail: message.split(" in JSON", 1)[0] ?? "" }),
    );
  }
}

function placeIn(file: SourceFile, message: string): Span {
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? file.text.trimEnd().length - 1);
  return { file, start: position, end: position + 1 };
}

/** Where a schema says something. JSON is YAML, so it is parsed with places only when there is a need. */
export function locateInSchema(
  schema: SchemaSource,
  pointer: string,
  which: "key" | "value" = "value",
): Span {
  const { value } = parseYaml(schema.file);
  return value ? locate(value.root, pointer, which) : { file: schema.file, start: 0, end: 0 };
}
