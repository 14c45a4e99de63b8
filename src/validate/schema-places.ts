import { locateInSchema, type SchemaSource } from "../catalogue/schema-source.ts";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { SchemaFault } from "../diagnostic/words/schema-fault.ts";
import { pointerPart } from "../parse/data-node.ts";
import type { PlacedFault } from "./schema-faults.ts";

export const nowhere = { pointer: "", which: "value" } as const;

export function invalid(schema: SchemaSource, { fault, pointer, which }: PlacedFault): Diagnostic {
  return diagnostic("schema-invalid", locateInSchema(schema, pointer, which), { fault });
}

/** A pattern is a value of `pattern`, or a name below `patternProperties`. */
export function placeOfPattern(
  sources: readonly SchemaSource[],
  pattern: string,
  fault: SchemaFault,
): [SchemaSource, PlacedFault] {
  for (const source of sources) {
    const value = findKey(source.root.value, "pattern", "", pattern);
    if (value !== null) return [source, { fault, pointer: value, which: "value" }];
    const key = findKey(source.root.value, pattern, "");
    if (key !== null) return [source, { fault, pointer: key, which: "key" }];
  }
  const [main] = sources;
  if (!main) throw new Error("no schema");
  return [main, { ...nowhere, fault }];
}

export function findKey(value: unknown, name: string, pointer: string, wanted?: string): string | null {
  if (typeof value !== "object" || value === null) return null;
  const found = new Map(Object.entries(value)).get(name);
  if (found !== undefined && (wanted === undefined || found === wanted)) return `${pointer}/${name}`;
  for (const [key, inner] of Object.entries(value)) {
    const at = pointer + pointerPart(key);
    const deeper = findKey(inner, name, at, wanted);
    if (deeper !== null) return deeper;
  }
  return null;
}
