import { elements, type XmlElement } from "../package/xml.ts";
import { isIn } from "./changes.ts";
import type { CommentRanges } from "./comment-ranges.ts";
import { figureNames } from "./figures.ts";
import type { WordFile } from "./open-word.ts";
import { chains } from "./view.ts";
import { Walk } from "./walk.ts";

export interface ReadComment {
  readonly author: string | null;
  readonly date: string | null;
  /** Its paragraphs are lines. */
  readonly text: string;
  readonly paragraph: number;
  /** The words it is on, the first thousand letters of them. */
  readonly on: string;
  /** Whether it is marked as done. */
  readonly isResolved: boolean;
}

/** Those that hang on something, in the order of the file. */
export function readComments(
  { related }: WordFile,
  ranges: CommentRanges,
  paragraphs: number,
): readonly ReadComment[] {
  const done = doneIds(related("commentsExtended"));
  return related("comments")
    .flatMap(elements)
    .flatMap((comment): readonly ReadComment[] => {
      const { attributes } = comment;
      const anchor = ranges.anchor(attributes.get("w:id") ?? "");
      if (comment.name !== "w:comment" || !anchor || paragraphs === 0) return [];
      return [
        {
          author: attributes.get("w:author") ?? null,
          date: attributes.get("w:date") ?? null,
          text: wordsIn(comment),
          paragraph: Math.min(anchor.paragraph, paragraphs - 1),
          on: anchor.on,
          isResolved: isDone(comment, done),
        },
      ];
    })
    .toSorted((a, b) => a.paragraph - b.paragraph);
}

function wordsIn(comment: XmlElement): string {
  const walk = new Walk(figureNames(null));
  walk.story(comment, "body");
  return chains(walk.paragraphs, "final")
    .map((chain) =>
      chain
        .flatMap((index) => walk.paragraphs[index]?.atoms ?? [])
        .map(({ kind, text, change }) => (kind === "words" && isIn(change, "final") ? text : ""))
        .join(""),
    )
    .join("\n");
}

/** Word says of a comment's last paragraph that the comment is done ([MS-DOCX] §2.5.3.2). */
function doneIds(roots: readonly XmlElement[]): ReadonlySet<string> {
  const done = roots
    .flatMap(elements)
    .filter(({ attributes }) => /^(?:1|true|on)$/.test(attributes.get("w15:done") ?? ""));
  return new Set(done.flatMap(({ attributes }) => attributes.get("w15:paraId") ?? []));
}

function isDone(comment: XmlElement, done: ReadonlySet<string>): boolean {
  const last = elements(comment)
    .filter(({ name }) => name === "w:p")
    .at(-1);
  return done.has(last?.attributes.get("w14:paraId") ?? "");
}
