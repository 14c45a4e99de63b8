import { child, descendants, elements, type XmlElement } from "../../package/xml.ts";
import { margins, page } from "../../word/gbt9704.ts";
import { type Checked, refused } from "./fault.ts";
import type { XmlPart } from "./template.ts";

/** Where the body goes in the text of the document part. */
export interface Place {
  readonly paragraph: XmlElement;
  /** Ends of bookmarks that begin or end in the paragraph that is replaced. */
  readonly keep: string;
  /** Between the margins of its section, in twips. */
  readonly textWidth: number;
}

const bodyTag = /^\s*\{\{\s*body\s*\}\}\s*$/;
const anyTag = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Finds `{{body}}`, whole or split over runs. It stands alone in a paragraph of the document's body. */
export function findPlace({ text, root }: XmlPart): Checked<Place> {
  const body = child(root, "w:body");
  if (!body) return refused("not-a-document");
  const paragraphs = [...descendants(body)].filter(({ name }) => name === "w:p");
  const tags = paragraphs.flatMap((each) => tagsOf(each).map((tag) => ({ tag, paragraph: each })));
  const found = tags.filter(({ tag }) => tag === "body");
  const [first] = found;
  if (!first) return { ok: false, reason: { kind: "no-body" } };
  if (found.length > 1) return { ok: false, reason: { kind: "two-bodies" } };
  if (tags.length > 1) return refused("unknown-tag");
  const { paragraph } = first;
  if (!bodyTag.test(ownText(paragraph)) || !holdsOnlyText(paragraph))
    return { ok: false, reason: { kind: "text-beside-body" } };
  if (!body.children.includes(paragraph)) return refused("body-not-top-level");
  const keep = bookmarks(paragraph, text);
  return { ok: true, value: { paragraph, keep, textWidth: widthAt(body, paragraph.start) } };
}

function tagsOf(paragraph: XmlElement): readonly string[] {
  return [...ownText(paragraph).matchAll(anyTag)].map((match) => match[1] ?? "");
}

/** The words of a paragraph without those of paragraphs inside it (text boxes). */
function ownText(element: XmlElement): string {
  if (element.name === "w:t") return element.children.filter((each) => typeof each === "string").join("");
  return elements(element)
    .filter(({ name }) => name !== "w:p")
    .map(ownText)
    .join("");
}

const harmless = new Set([
  "w:t",
  "w:rPr",
  "w:proofErr",
  "w:bookmarkStart",
  "w:bookmarkEnd",
  "w:lastRenderedPageBreak",
]);

/** A break, a picture, a field or the end of a section would be lost with the paragraph. */
function holdsOnlyText(paragraph: XmlElement): boolean {
  return elements(paragraph).every((each) => {
    if (each.name === "w:pPr") return !child(each, "w:sectPr");
    return each.name === "w:r"
      ? elements(each).every(({ name }) => harmless.has(name))
      : harmless.has(each.name);
  });
}

/** Half of a bookmark may lie in the paragraph and half elsewhere: both are kept, before the body. */
function bookmarks(paragraph: XmlElement, text: string): string {
  return elements(paragraph)
    .filter(({ name }) => name === "w:bookmarkStart" || name === "w:bookmarkEnd")
    .map(({ start, end }) => text.slice(start, end))
    .join("");
}

/** A section's properties stand at its end (ECMA-376 part 1 §17.6.17, §17.6.18). */
function widthAt(body: XmlElement, place: number): number {
  const section = [...descendants(body)].find(({ name, start }) => name === "w:sectPr" && start > place);
  const number = (element: string, attribute: string, standard: number): number => {
    const value = section && child(section, element)?.attributes.get(attribute);
    return value && /^\d{1,5}$/.test(value) ? Number(value) : standard;
  };
  const sides = number("w:pgMar", "w:left", margins.left) + number("w:pgMar", "w:right", margins.right);
  return Math.max(number("w:pgSz", "w:w", page.width) - sides, 1000);
}
