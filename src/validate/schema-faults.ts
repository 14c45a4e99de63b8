import type { JsonType, SchemaFault } from "../diagnostic/words/schema-fault.ts";
import { pointerParts } from "../parse/data-node.ts";
import type { ErrorObject } from "./year-schema.ts";

/** A fault, and where in the schema it is: the value at a pointer, or the key that leads to it. */
export interface PlacedFault {
  readonly fault: SchemaFault;
  readonly pointer: string;
  readonly which: "key" | "value";
}

/** What a metaschema finds, one fault a place. `at` leads to what was held against it. */
export function metaFaults(errors: readonly ErrorObject[], at: string = ""): readonly PlacedFault[] {
  const seen = new Set<string>();
  return errors
    .filter(({ keyword }) => keyword !== "anyOf")
    .filter(({ instancePath }) => !seen.has(instancePath) && seen.add(instancePath))
    .map((error) => placed(error, at + error.instancePath));
}

function placed({ keyword, params }: ErrorObject, pointer: string): PlacedFault {
  const name = nameAt(pointer);
  const value = (fault: SchemaFault): PlacedFault => ({ fault, pointer, which: "value" });
  switch (keyword) {
    case "type":
      return value({ kind: "type", keyword: name, wanted: typesOf([params.type].flat().join(",")) });
    case "enum":
      return value({ kind: "choice", keyword: name, wanted: [params.allowedValues].flat().map(String) });
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
      return value({
        kind: "limit",
        keyword: name,
        wanted: `${String(params.comparison).replace(">=", "≥").replace("<=", "≤")} ${String(params.limit)}`,
      });
    case "minItems":
    case "minLength":
    case "minProperties":
      return value({ kind: "empty", keyword: name });
    case "uniqueItems":
      return value({ kind: "repeated", keyword: name });
    case "pattern":
      return value({ kind: "form", keyword: name });
    case "required":
      return value({ kind: "key-missing", keyword: name, key: String(params.missingProperty) });
    case "additionalProperties": {
      const key = String(params.additionalProperty);
      return {
        fault: { kind: "key-unknown", keyword: name, key },
        pointer: `${pointer}/${key}`,
        which: "key",
      };
    }
    default:
      return value({ kind: "other", keyword: name });
  }
}

/** The keyword that a value belongs to; of an item of a list, the list's. */
export function nameAt(pointer: string): string {
  return pointerParts(pointer).findLast((part) => !/^\d+$/.test(part)) ?? "";
}

const types: readonly JsonType[] = ["object", "array", "string", "number", "integer", "boolean", "null"];

export function typesOf(list: string): readonly JsonType[] {
  return types.filter((each) => list.split(",").includes(each));
}

/** What the library throws while it compiles, in words of our own; `name` is the keyword to look for, where it says one. */
export function thrownFault(message: string): { readonly fault: SchemaFault; readonly name: string } {
  const reference = /can't resolve reference (\S+)/.exec(message)?.[1];
  if (reference !== undefined) return { fault: { kind: "reference", found: reference }, name: "$ref" };
  if (/no schema with key or ref|\$schema must be/.test(message))
    return { fault: { kind: "dialect" }, name: "$schema" };
  if (/URI/.test(message)) return { fault: { kind: "other", keyword: "$ref" }, name: "$ref" };
  if (/already exists|more than one schema/.test(message)) return { fault: { kind: "id" }, name: "$id" };
  const unknown = /unknown keyword: "(.*)"$/s.exec(message)?.[1];
  if (unknown !== undefined) return { fault: { kind: "unknown", keyword: unknown }, name: unknown };
  const format = /unknown format "(.*?)" ignored/s.exec(message)?.[1];
  if (format !== undefined) return { fault: { kind: "format", found: format }, name: "format" };
  const [, wanted, needing] = /missing type "([^"]*)" for keyword "([^"]*)"/.exec(message) ?? [];
  if (wanted !== undefined && needing !== undefined)
    return { fault: { kind: "type-needed", keyword: needing, wanted: typesOf(wanted) }, name: needing };
  const idle = /"(\w+)" without .* is ignored/.exec(message)?.[1];
  if (idle !== undefined) return { fault: { kind: "no-effect", keyword: idle }, name: idle };
  const empty = /^(\w+) must have non-empty/.exec(message)?.[1];
  if (empty !== undefined) return { fault: { kind: "empty", keyword: empty }, name: empty };
  const keyword =
    /keyword "?(\$?\w+)"?|"(\$?\w+)"/
      .exec(message)
      ?.slice(1)
      .find((each) => each) ?? "";
  return { fault: { kind: "other", keyword }, name: keyword };
}

export function valueAt(root: unknown, pointer: string): unknown {
  return pointerParts(pointer).reduce(
    (at, part) =>
      typeof at === "object" && at !== null
        ? new Map<string, unknown>(Object.entries(at)).get(part)
        : undefined,
    root,
  );
}

/** A part of a URI as it is meant; what is no well-formed one as it is. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
