import { type Diagnostic, diagnostic, failed, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import { locate, type YamlSource } from "../parse/data-node.ts";
import { findForbidden } from "../parse/decode.ts";
import { parseYaml } from "../parse/parse-yaml.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { jsonFault } from "./json-fault.ts";
import { isObject, type SchemaNode, schemaRoot } from "./schema-node.ts";

export interface SchemaSource {
  readonly file: SourceFile;
  readonly root: SchemaNode;
}

export function readSchema(file: SourceFile): Outcome<SchemaSource> {
  try {
    const value: unknown = JSON.parse(file.text);
    if (isObject(value)) return outcome({ file, root: schemaRoot(value) }, escapedCharacters(file));
    return failed(diagnostic("json-syntax", { file, start: 0, end: 1 }, { kind: "not-object" }));
  } catch {
    // The engine's own words and places differ from version to version.
    const { kind, offset } = jsonFault(file.text) ?? { kind: "depth", offset: 0 };
    const span = { file, start: offset, end: Math.min(offset + 1, file.text.length) };
    return failed(diagnostic("json-syntax", span, { kind }));
  }
}

/** Escaped, a character that cannot stand in a report is as forbidden as when it is written. */
function escapedCharacters(file: SourceFile): readonly Diagnostic[] {
  const escapes = /\\(?:u([\da-fA-F]{4})(?:\\u(d[c-f][\da-f]{2}))?|.)/gi;
  return [...file.text.matchAll(escapes)].flatMap(({ index, 0: whole, 1: first, 2: second }) => {
    if (first === undefined) return [];
    const units = [first, ...(second === undefined ? [] : [second])].map((each) => Number.parseInt(each, 16));
    const span = { file, start: index, end: index + whole.length };
    return findForbidden(String.fromCharCode(...units))
      .slice(0, 1)
      .map(({ character }) => diagnostic("character-forbidden", span, { character }));
  });
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
