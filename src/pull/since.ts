import { type BuildRecord, markOf, pageless } from "../document/record.ts";
import { type BuiltParagraph, type EditedParagraph, masked } from "./flat.ts";

/** Who changed something since a file was built: it tells what was built by marks only. */
export interface Since {
  /** Whether a paragraph of the file has the words that were built: nobody changed them in Word. */
  readonly isUntouched: (edited: EditedParagraph) => boolean;
  /** Whether today's data gives the words that were built. */
  readonly isStill: (today: BuiltParagraph) => boolean;
  /** Who changed a figure, where it was one of the two alone; null where both did. */
  readonly figureBy: (bookmark: string, today: string, edited: string) => "word" | "data" | null;
}

/** Where the file tells nothing, what differs was changed in Word. */
export const unknownSince: Since = {
  isUntouched: () => false,
  isStill: () => true,
  figureBy: () => "word",
};

export function sinceBuilt({ paragraphs }: BuildRecord): Since {
  const words = new Set(paragraphs.map((each) => each.words));
  const shown = new Map(
    paragraphs.flatMap(({ content }) =>
      content.flatMap((each) =>
        each.kind === "figure" ? [[each.bookmark.toLowerCase(), each.shown] as const] : [],
      ),
    ),
  );
  const isStill = ({ written, text, figures, parts }: BuiltParagraph): boolean =>
    parts ? parts.every(isStill) : words.has(markOf(pageless(masked(text, figures), written.story)));
  const isUntouched = ({ plain, text, figures, parts }: EditedParagraph): boolean =>
    parts
      ? parts.every(isUntouched)
      : figures.every(({ start, end }) => text.slice(start, end).trim() !== "") &&
        words.has(markOf(pageless(masked(text, figures), plain.place.story)));
  return {
    isUntouched,
    isStill,
    figureBy: (bookmark, today, edited) => {
      const built = shown.get(bookmark.toLowerCase());
      if (built === undefined || built === markOf(today)) return "word";
      return built === markOf(edited) ? "data" : null;
    },
  };
}
