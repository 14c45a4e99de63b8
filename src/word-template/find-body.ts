import { child, descendants, type XmlElement } from "../package/xml.ts";
import { margins, page } from "../word/gbt9704.ts";
import type { TemplateFault } from "./fault.ts";
import type { XmlPart } from "./package.ts";
import type { Segment, TagPlace } from "./source-builder.ts";

/** Where the composed report goes. */
export interface Place {
  /** Between the margins of its section, in twips. */
  readonly textWidth: number;
  readonly place: TagPlace;
}

export type FoundBody =
  | { readonly ok: true; readonly value: Place }
  | {
      readonly ok: false;
      readonly reason: TemplateFault;
      readonly place: TagPlace | null;
      readonly first: TagPlace | null;
    };

type BodySegment = Extract<Segment, { kind: "body" }>;

/** `{{body}}` stands once, alone in a paragraph of the document's body. */
export function findBody(segments: readonly Segment[], { root }: XmlPart): FoundBody {
  const [first, second] = segments.filter((each): each is BodySegment => each.kind === "body");
  const refuse = (reason: TemplateFault, place: TagPlace | null, one: TagPlace | null = null): FoundBody => ({
    ok: false,
    reason,
    place,
    first: one,
  });
  if (!first) return refuse({ kind: "no-body" }, null);
  if (second) return refuse({ kind: "two-bodies" }, second.place, first.place);
  if (!first.isAlone) return refuse({ kind: "text-beside-body" }, first.place);
  const body = child(root, "w:body");
  const { element, parent } = first.paragraph;
  if (!body || parent !== body) return refuse({ kind: "other", detail: "body-not-top-level" }, first.place);
  return { ok: true, value: { textWidth: widthAt(body, element.start), place: first.place } };
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
