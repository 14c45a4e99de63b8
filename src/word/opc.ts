import { elements, type XmlElement } from "./xml.ts";
import { escapeAttribute } from "./xml-text.ts";

/** Relationships and content types of a package (ECMA-376 part 2 §6.5 and §7.2). */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** Name of the part; null for a target outside the package. */
  readonly part: string | null;
}

/** The name of the part that holds the relationships of a part; of the package itself for "". */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

export function readRelationships(root: XmlElement, source: string): readonly Relationship[] {
  return elements(root).map(({ attributes }) => ({
    id: attributes.get("Id") ?? "",
    type: attributes.get("Type") ?? "",
    part:
      attributes.get("TargetMode") === "External" ? null : resolve(source, attributes.get("Target") ?? ""),
  }));
}

function resolve(source: string, target: string): string {
  const steps = target.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** The part with one more relationship, under an id that none of them has. */
export function addRelationship(text: string, root: XmlElement, type: string, target: string): string {
  const ids = new Set(elements(root).map(({ attributes }) => attributes.get("Id")));
  let number = ids.size + 1;
  while (ids.has(`rId${number}`)) number++;
  const name = root.name.replace(/Relationships$/, "Relationship");
  return append(
    text,
    root,
    `<${name} Id="rId${number}" Type="${type}" Target="${escapeAttribute(target)}"/>`,
  );
}

/** A part's own content type, or that of its extension; null where neither is given. */
export function contentType(root: XmlElement, part: string): string | null {
  const own = override(root, part) ?? byExtension(root, part);
  return own?.attributes.get("ContentType") ?? null;
}

/** The content types with this one for a part, whatever it was before. */
export function setContentType(text: string, root: XmlElement, part: string, type: string): string {
  const old = override(root, part);
  const name = root.name.replace(/Types$/, "Override");
  const element = `<${name} PartName="/${escapeAttribute(part)}" ContentType="${type}"/>`;
  return old ? text.slice(0, old.start) + element + text.slice(old.end) : append(text, root, element);
}

function override(root: XmlElement, part: string): XmlElement | undefined {
  const wanted = `/${part}`.toLowerCase();
  return elements(root).find(({ attributes }) => attributes.get("PartName")?.toLowerCase() === wanted);
}

function byExtension(root: XmlElement, part: string): XmlElement | undefined {
  const wanted = part.slice(part.lastIndexOf(".") + 1).toLowerCase();
  return elements(root).find(({ attributes }) => attributes.get("Extension")?.toLowerCase() === wanted);
}

/** Adds XML as the last child; an element without end tag is given one. */
export function append(text: string, root: XmlElement, xml: string): string {
  if (root.contentEnd !== root.end) return text.slice(0, root.contentEnd) + xml + text.slice(root.contentEnd);
  return `${text.slice(0, root.end - 2)}>${xml}</${root.name}>${text.slice(root.end)}`;
}
