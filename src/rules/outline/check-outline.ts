import { type Part, readOutline } from "../../catalogue/outline.ts";
import { locateInSchema, type SchemaSource } from "../../catalogue/schema-source.ts";
import { type Diagnostic, diagnostic, type Related } from "../../diagnostic/diagnostic.ts";
import type { Document } from "../../document/document.ts";
import type { Span } from "../../source/source-file.ts";
import { passagesOf } from "../passage.ts";
import { type Chapter, chaptersOf, lineSpan } from "./chapter.ts";
import { checkYears } from "./outline-years.ts";

/** The prescribed parts are there, once, in order, and speak of the right years. */
export function checkOutline(document: Document, schema: SchemaSource, year: number): readonly Diagnostic[] {
  const parts = readOutline(schema.root);
  if (parts.length === 0) return [];
  const chapters = chaptersOf(document, parts, year);
  const known = new Set<Part | null>([null]);
  const prescribed = chapters.filter(({ part }) => !known.has(part) && known.add(part));
  return [
    ...missing(document, parts, prescribed, schema),
    ...twice(chapters, prescribed),
    ...outOfOrder(prescribed),
    ...checkYears(chapters, year),
  ];
}

function missing(
  document: Document,
  parts: readonly Part[],
  present: readonly Chapter[],
  schema: SchemaSource,
): readonly Diagnostic[] {
  return parts
    .filter((part) => !present.some((each) => each.part === part))
    .map((part) => {
      const after = nearest(present, (number) => number < part.number, "last");
      const before = after ? null : nearest(present, (number) => number > part.number, "first");
      const { number, title, about } = part;
      const facts = { number, title, about, after: after?.shown ?? null, before: before?.shown ?? null };
      const declared = { span: locateInSchema(schema, part.pointer), note: "declared" } as const;
      return diagnostic("outline-part-missing", after ? after.span : titleSpan(document), facts, [
        ...(before ? here(before) : []),
        declared,
      ]);
    });
}

/** The chapter of the part that is next to a missing one in the outline, on one side of it. */
function nearest(
  present: readonly Chapter[],
  isOnSide: (number: number) => boolean,
  which: "first" | "last",
): Chapter | null {
  const side = inOutline(present).filter(({ part }) => isOnSide(part?.number ?? 0));
  return side.at(which === "first" ? 0 : -1) ?? null;
}

function inOutline(chapters: readonly Chapter[]): readonly Chapter[] {
  return chapters.toSorted((a, b) => numberOf(a) - numberOf(b));
}

function numberOf({ part }: Chapter): number {
  return part?.number ?? 0;
}

function titleSpan({ blocks }: Document): Span | null {
  const title = blocks.find((block) => block.kind === "title");
  const [passage] = title ? passagesOf({ blocks: [title] }) : [];
  return title && passage ? lineSpan(title.origin, passage) : null;
}

function here({ span }: Chapter): readonly Related[] {
  return span ? [{ span, note: "here" }] : [];
}

function twice(chapters: readonly Chapter[], prescribed: readonly Chapter[]): readonly Diagnostic[] {
  return chapters.flatMap((chapter) => {
    const first = prescribed.find(({ part }) => part === chapter.part);
    if (!chapter.part || !first || first === chapter) return [];
    const { number, title } = chapter.part;
    const facts = { heading: chapter.shown, number, title, first: first.shown };
    const related = first.span ? [{ span: first.span, note: "first" as const }] : [];
    return [diagnostic("outline-part-twice", chapter.span, facts, related)];
  });
}

/** As few parts as possible are told to be out of place: all but the most that are in order. */
function outOfOrder(prescribed: readonly Chapter[]): readonly Diagnostic[] {
  const kept = longestInOrder(prescribed);
  return prescribed.flatMap((chapter, index) => {
    if (!chapter.part || kept.includes(chapter)) return [];
    const passed = kept.find(
      (each) => numberOf(each) > numberOf(chapter) && prescribed.indexOf(each) < index,
    );
    const ahead = inOutline(kept).findLast((each) => numberOf(each) < numberOf(chapter));
    const neighbour = passed ?? ahead;
    if (!neighbour) return [];
    const facts = {
      heading: chapter.shown,
      number: chapter.part.number,
      title: chapter.part.title,
      neighbour: neighbour.shown,
      side: passed ? ("before" as const) : ("after" as const),
    };
    return [diagnostic("outline-part-order", chapter.span, facts, here(neighbour))];
  });
}

function longestInOrder(chapters: readonly Chapter[]): readonly Chapter[] {
  const endingAt: (readonly Chapter[])[] = [];
  for (const chapter of chapters) {
    const before = endingAt.filter((each) => numberOf(each.at(-1) ?? chapter) < numberOf(chapter));
    endingAt.push([...longest(before), chapter]);
  }
  return longest(endingAt);
}

function longest(lists: readonly (readonly Chapter[])[]): readonly Chapter[] {
  return lists.reduce<readonly Chapter[]>((best, each) => (each.length > best.length ? each : best), []);
}
