import { child, elements, type XmlElement } from "../package/xml.ts";
import type { WordPlace } from "../source/source-file.ts";

/** The level of a heading by the name of its style, or as it is set for itself; null for any other paragraph. */
export function headingLevels(styles: XmlElement): (paragraph: XmlElement) => number | null {
  const levels = new Map<string, number>();
  for (const style of elements(styles)) {
    const name = child(style, "w:name")?.attributes.get("w:val") ?? "";
    const level = /^(?:heading|标题) ?([1-9])$/i.exec(name)?.[1];
    const id = style.attributes.get("w:styleId");
    if (level && id !== undefined) levels.set(id, Number(level));
  }
  return (paragraph) => {
    const properties = child(paragraph, "w:pPr");
    const own = child(properties, "w:outlineLvl")?.attributes.get("w:val") ?? "";
    const style = child(properties, "w:pStyle")?.attributes.get("w:val") ?? "";
    // ECMA-376 part 1 §17.3.1.20: counted from 0, and 9 is no level.
    return /^[0-8]$/.test(own) ? Number(own) + 1 : (levels.get(style) ?? null);
  };
}

/** The headings above a paragraph, as the paragraphs of a file come one after the other. */
export class HeadingPath {
  private headings: readonly string[] = [];
  private readonly levelOf: (paragraph: XmlElement) => number | null;

  /** `levelOf`: of a heading its level by its style, from 1. */
  constructor(levelOf: (paragraph: XmlElement) => number | null) {
    this.levelOf = levelOf;
  }

  /** The place of the next paragraph. */
  next(paragraph: XmlElement, text: string, place: Omit<WordPlace, "headings">): WordPlace {
    const inText = place.story === "body" && !place.inBox && place.row === null;
    const level = inText ? (this.levelOf(paragraph) ?? levelOfNumber(text)) : null;
    const isHeading = level !== null && text.trim() !== "";
    if (isHeading) this.headings = [...this.headings.slice(0, level - 1), text.trim()];
    const headings = isHeading ? this.headings.slice(0, -1) : this.headings;
    return { ...place, headings: place.story === "body" ? headings : [] };
  }
}

/** 一、 and （一） open headings also where no style says so (GB/T 9704 §7.3.3). */
function levelOfNumber(text: string): number | null {
  if (/^[一二三四五六七八九十]{1,3}、/.test(text)) return 1;
  return /^（[一二三四五六七八九十]{1,3}）/.test(text) ? 2 : null;
}
