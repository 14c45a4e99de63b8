import type { XmlElement } from "../package/xml.ts";
import type { WordPlace } from "../source/source-file.ts";
import type { Atom } from "./bookmark-ranges.ts";
import { type Change, type Tracking, untracked } from "./changes.ts";
import type { Appearance } from "./figures.ts";

export interface WalkedParagraph {
  readonly element: XmlElement;
  readonly story: WordPlace["story"];
  /** The id of the note that it stands in. */
  readonly note: string | null;
  /** The cells that it stands in, the outermost first. */
  readonly cells: readonly Cell[];
  readonly inBox: boolean;
  readonly atoms: readonly Atom[];
  readonly end: Change;
  readonly joins: number | null;
}

/** `row` and `cell` have a number of their own in the whole file. */
export interface Cell {
  readonly row: number;
  readonly cell: number;
  /** The row of its table, from 1. */
  readonly rowNumber: number;
}

export interface Line extends WalkedParagraph {
  readonly atoms: Atom[];
  end: Change;
  joins: number | null;
}

/** What holds for an element by what stands around it. */
export interface Way {
  readonly tracking: Tracking;
  readonly story: WordPlace["story"];
  readonly note: string | null;
  readonly cells: readonly Cell[];
  readonly inBox: boolean;
  readonly rows: { count: number } | null;
  readonly figure: Appearance | null;
  /** In a control that shows a prompt: what is not deleted there is no text. */
  readonly isPrompt: boolean;
}

/** Around a whole story. */
export function outermost(story: WordPlace["story"], note: string | null): Way {
  return {
    tracking: untracked,
    story,
    note,
    cells: [],
    inBox: false,
    rows: null,
    figure: null,
    isPrompt: false,
  };
}
