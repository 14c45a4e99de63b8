import type { Indicator } from "../../catalogue/indicator.ts";
import { inlineText } from "../../document/document.ts";
import type { FilledStory, StoryPiece } from "../../document/story.ts";
import { positionAt, type WordPlace, wordPlaceAt } from "../../source/source-file.ts";
import type { Story, WordTemplate } from "../../word-template/read-word-template.ts";
import type { TagPlace } from "../../word-template/source-builder.ts";

/** A tag of a Word template, and what it gives in a year. */
export interface TagUse {
  readonly tag: string;
  readonly kind: "value" | "block" | "partial" | "body";
  /** The paragraph of the file, as diagnostics count them. */
  readonly line: number;
  readonly column: number;
  readonly place: WordPlace | null;
  /** What it prints, each time that it does; of a block nothing. Null where the year cannot be composed. */
  readonly values: readonly string[] | null;
  /** How many times what stands inside a block is printed. */
  readonly count: number;
  readonly indicators: readonly Pick<Indicator, "id" | "label">[];
}

interface Given {
  readonly values: string[];
  readonly indicators: Map<string, Pick<Indicator, "id" | "label">>;
  count: number;
}

/** The tags in the order of the file. `filled`: null where the year cannot be composed. */
export function usesOf(template: WordTemplate, filled: readonly FilledStory[] | null): readonly TagUse[] {
  const { stories, body } = template;
  const uses = stories.flatMap((story) => {
    const content = filled?.find(({ part }) => part === story.part.name)?.content ?? null;
    const given = content && givenBy(story, content);
    return story.tags.flatMap((place, index) =>
      useOf(template, place, given && (given.get(index) ?? nothing())),
    );
  });
  const whole: TagUse = {
    ...placed(template, body.place),
    kind: "body",
    values: [],
    count: 1,
    indicators: [],
  };
  return [...uses, whole].toSorted((a, b) => a.line - b.line || a.column - b.column);
}

function nothing(): Given {
  return { values: [], indicators: new Map(), count: 0 };
}

function placed(
  { file }: WordTemplate,
  { tag, at }: TagPlace,
): Pick<TagUse, "tag" | "line" | "column" | "place"> {
  const span = { file, start: at + tag.start, end: at + tag.end };
  return { tag: tag.source, ...positionAt(file, span.start), place: wordPlaceAt(span) };
}

function useOf(template: WordTemplate, place: TagPlace, given: Given | null): readonly TagUse[] {
  const { kind } = place.tag;
  if (kind === "else" || kind === "close") return [];
  return [
    {
      ...placed(template, place),
      kind: kind === "open" ? "block" : kind === "partial" ? "partial" : "value",
      values: given?.values ?? null,
      count: given?.count ?? 0,
      indicators: [...(given?.indicators.values() ?? [])],
    },
  ];
}

/** Goes through what a part is filled with, and gathers it by the tags that gave it. */
function givenBy({ marks }: Story, content: readonly StoryPiece[]): ReadonlyMap<number, Given> {
  const all = new Map<number, Given>();
  let current: { readonly given: Given; text: string } | null = null;
  const of = (tag: number): Given => {
    const given = all.get(tag) ?? nothing();
    all.set(tag, given);
    return given;
  };
  for (const piece of content) {
    const mark = piece.kind === "mark" ? marks[piece.mark] : undefined;
    if (mark?.kind === "begin") current = { given: of(mark.tag), text: "" };
    else if (mark?.kind === "branch") of(mark.tag).count++;
    else if (mark?.kind === "end") {
      if (current) current.given.values.push(current.text);
      current = null;
    } else if (current) current.text += textOf(piece);
    if (current && piece.kind === "figure") {
      const { id, label } = piece.figure.indicator;
      current.given.indicators.set(id, { id, label });
    }
  }
  return all;
}

function textOf(piece: StoryPiece): string {
  if (piece.kind === "text") return piece.text;
  if (piece.kind === "figure") return piece.shown;
  if (piece.kind === "break") return "\n";
  if (piece.kind !== "blocks") return "";
  return piece.blocks
    .map((block) =>
      "content" in block ? (block.kind === "heading" ? block.number : "") + inlineText(block.content) : "",
    )
    .join("\n");
}
