import type { BuildRecord } from "../document/record.ts";

/** What identifies a figure in the file. At least one of the two is there. */
export interface ReadFigure {
  readonly bookmark: string | null;
  /** Of its content control. */
  readonly tag: string | null;
  /** One number an appearance: all runs of it share it. */
  readonly appearance: number;
}

/** A figure as it is found, its control and its bookmark one after the other. */
export interface Appearance {
  bookmark: string | null;
  readonly tag: string | null;
}

/** Which bookmarks and controls are of figures: offices have their own. */
export interface FigureNames {
  readonly isBookmark: (name: string) => boolean;
  readonly isTag: (tag: string) => boolean;
}

const longestTag = 64;
const longestBookmark = 100;
/** Longer names end with a checksum; so much of them is left in any case. */
const leastTag = 55;
const leastStem = 23;

/** Without a record every bookmark `fig_…` and every tag is one. */
export function figureNames(record: BuildRecord | null): FigureNames {
  if (!record) return { isBookmark: (name) => /^fig_/i.test(name), isTag: (tag) => tag !== "" };
  const stems = new Set<string>();
  const tags = new Set<string>();
  for (const { content } of record.paragraphs)
    for (const inline of content) {
      if (inline.kind !== "figure") continue;
      stems.add(inline.bookmark.replace(/_\d+$/, "").toLowerCase());
      tags.add(tagKey(inline.indicator));
    }
  return {
    // A copy may have got another number, or words behind it.
    isBookmark: (name) => {
      const stem = name.slice(0, longestBookmark).toLowerCase();
      return [...stem.matchAll(/_(?=\d)/g)].some(({ index }) => stems.has(stem.slice(0, index)));
    },
    isTag: (tag) => tags.has(tagKey(tag)),
  };
}

function tagKey(tag: string): string {
  return tag.length >= longestTag ? tag.slice(0, leastTag) : tag;
}

/** Whether a bookmark's name is one that the figure of a control could have. */
export function isNamedAfter(bookmark: string, tag: string): boolean {
  const stem = `fig_${tag.replace(/[^A-Za-z0-9]/g, "_")}`.slice(0, leastStem);
  return bookmark.toLowerCase().startsWith(stem.toLowerCase());
}
