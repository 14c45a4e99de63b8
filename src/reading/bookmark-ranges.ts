import type { Change } from "./changes.ts";
import { type Appearance, isNamedAfter } from "./figures.ts";

/** What a paragraph is made of, one after the other. */
export interface Atom {
  /** `reference`: the mark of a note. */
  readonly kind: "words" | "reference" | "page-break";
  readonly text: string;
  readonly change: Change;
  figure: Appearance | null;
}

interface Paragraph {
  readonly atoms: Atom[];
  readonly joins: number | null;
}

interface Position {
  readonly paragraph: number;
  readonly at: number;
}

/** Of a figure: what holds more is no figure any more. */
const mostAtoms = 200;

/** The bookmarks of figures, from where they begin to where they end. */
export class BookmarkRanges {
  private readonly open = new Map<string, Position & { readonly name: string }>();
  private readonly paragraphs: readonly Paragraph[];

  constructor(paragraphs: readonly Paragraph[]) {
    this.paragraphs = paragraphs;
  }

  start(id: string, name: string, position: Position): void {
    this.open.set(id, { ...position, name });
  }

  /** Where the bookmark ends, in this paragraph behind what it has so far, its atoms are a figure's. */
  end(id: string, paragraph: number, change: Change): void {
    const start = this.open.get(id);
    this.open.delete(id);
    const range = start && this.between(start, paragraph);
    if (!range) return;
    const figure = figureOf(range, start.name);
    if (!figure) return;
    for (const atom of range) atom.figure ??= figure;
    if (range.length === 0)
      this.paragraphs[paragraph]?.atoms.push({ kind: "words", text: "", change, figure });
  }

  /** A paragraph may have been split inside the figure, but not more than once. Null for what is too much. */
  private between({ paragraph, at }: Position, last: number): readonly Atom[] | null {
    const [from, to] = [this.paragraphs[paragraph], this.paragraphs[last]];
    if (!from || !to || (from !== to && from.joins !== last)) return null;
    const length = from.atoms.length - at + (from === to ? 0 : to.atoms.length);
    if (length > mostAtoms) return null;
    return from === to ? from.atoms.slice(at) : [...from.atoms.slice(at), ...to.atoms];
  }
}

/** The figure of the control inside, or one that has no control; null where the bookmark does not tell. */
function figureOf(range: readonly Atom[], bookmark: string): Appearance | null {
  const inside = new Set(range.flatMap(({ figure }) => figure ?? []));
  if (inside.size === 0) return { bookmark, tag: null };
  const own = [...inside].find(
    ({ bookmark: known, tag }) => known === null && isNamedAfter(bookmark, tag ?? ""),
  );
  if (own) own.bookmark = bookmark;
  const others = [...inside].filter((each) => each !== own);
  return own && others.length === 0 ? own : null;
}
