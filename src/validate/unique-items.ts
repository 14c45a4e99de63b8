import type { KeywordDefinition } from "ajv/dist/2020.js";

/** `uniqueItems` in time linear in the list; the library compares every two items. */
export const uniqueItems: KeywordDefinition = {
  keyword: "uniqueItems",
  type: "array",
  schemaType: "boolean",
  compile: (wanted: boolean) => (items: readonly unknown[]) =>
    !wanted || new Set(items.map(canonical)).size === items.length,
};

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(",")}}`;
}
