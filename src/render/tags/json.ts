import type { TagUse } from "./uses.ts";

/** An object a tag. */
export function tagsJson(uses: readonly TagUse[], year: number): string {
  const tags = uses.map(({ tag, kind, line, column, place, values, count, indicators }) => ({
    tag,
    kind,
    line,
    column,
    part: place?.story ?? null,
    headings: place?.headings ?? [],
    row: place?.row ?? null,
    textBox: place?.inBox ?? false,
    ...(kind === "block" ? { count } : {}),
    ...(kind === "value" || kind === "partial" ? { values } : {}),
    ...(indicators.length > 0 ? { indicators } : {}),
  }));
  return `${JSON.stringify({ year, tags }, null, 2)}\n`;
}
