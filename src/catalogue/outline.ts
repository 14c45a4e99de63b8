import { isObject, type SchemaNode, text } from "./schema-node.ts";

/** A prescribed part of the report. */
export interface Part {
  /** 1 for the first. */
  readonly number: number;
  readonly title: string;
  /** Words by which the heading of this part is known: any of them. */
  readonly about: readonly string[];
  /** The year that the part is about: the report's, the next, or none in particular. */
  readonly year: "this" | "next" | null;
  /** JSON Pointer of its declaration in the schema. */
  readonly pointer: string;
}

/** The parts that a schema prescribes, in order; none where it prescribes none. */
export function readOutline({ value }: SchemaNode): readonly Part[] {
  if (!Array.isArray(value.outline)) return [];
  return value.outline.filter(isObject).map((part, index) => ({
    number: index + 1,
    title: text(part.title) ?? "",
    about: Array.isArray(part.about) ? part.about.filter((word) => typeof word === "string") : [],
    year: part.year === "this" || part.year === "next" ? part.year : null,
    pointer: `/outline/${index}`,
  }));
}

/** The day of the following year before which the report is to be handed in, as 03-01; null where there is none. */
export function readHandIn({ value }: SchemaNode): string | null {
  return text(value.handIn);
}
