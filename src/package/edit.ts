import type { XmlElement } from "./xml.ts";

/** A range of a part's text and what replaces it. The rest of the part stays as its author wrote it. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly xml: string;
}

/** Applies edits that do not overlap; of those at one place the first comes first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let edited = "";
  let at = 0;
  for (const { start, end, xml } of edits.toSorted((a, b) => a.start - b.start)) {
    edited += text.slice(at, start) + xml;
    at = end;
  }
  return edited + text.slice(at);
}

/** Adds XML as the last child; an element that has no end tag is given one. */
export function appendTo({ name, end, contentEnd }: XmlElement, xml: string): Edit {
  return contentEnd === end
    ? { start: end - 2, end, xml: `>${xml}</${name}>` }
    : { start: contentEnd, end: contentEnd, xml };
}
