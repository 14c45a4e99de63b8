import { appendTo, type Edit } from "./edit.ts";
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

/** One more relationship, under an id that none of them has. */
export function addRelationship(root: XmlElement, type: string, target: string): Edit {
  return addRelationships(root, type, [target]).edit;
}

/** More of one type, each under an id that none has. */
export function addRelationships(
  root: XmlElement,
  type: string,
  targets: readonly string[],
  stem: string = "rId",
): { readonly edit: Edit; readonly ids: readonly string[] } {
  const taken = new Set(elements(root).map(({ attributes }) => attributes.get("Id")));
  const name = root.name.replace(/Relationships$/, "Relationship");
  let number = taken.size + 1;
  const ids = targets.map(() => {
    while (taken.has(`${stem}${number}`)) number++;
    return `${stem}${number++}`;
  });
  const xml = targets.map(
    (target, index) => `<${name} Id="${ids[index]}" Type="${type}" Target="${escapeAttribute(target)}"/>`,
  );
  return { edit: appendTo(root, xml.join("")), ids };
}

/** A part's own content type, or that of its extension; null where neither is given. */
export function contentType(root: XmlElement, part: string): string | null {
  const own = override(root, part) ?? byExtension(root, part);
  return own?.attributes.get("ContentType") ?? null;
}

/** This content type for a part; null where it has it. */
export function setContentType(root: XmlElement, part: string, type: string): Edit | null {
  if (contentType(root, part) === type) return null;
  const name = root.name.replace(/Types$/, "Override");
  const xml = `<${name} PartName="/${escapeAttribute(part)}" ContentType="${type}"/>`;
  const old = override(root, part);
  return old ? { start: old.start, end: old.end, xml } : appendTo(root, xml);
}

function override(root: XmlElement, part: string): XmlElement | undefined {
  const wanted = `/${part}`.toLowerCase();
  return elements(root).find(({ attributes }) => attributes.get("PartName")?.toLowerCase() === wanted);
}

function byExtension(root: XmlElement, part: string): XmlElement | undefined {
  const wanted = part.slice(part.lastIndexOf(".") + 1).toLowerCase();
  return elements(root).find(({ attributes }) => attributes.get("Extension")?.toLowerCase() === wanted);
}
