import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { Edit } from "../package/edit.ts";
import { contentType, relationshipsPart } from "../package/opc.ts";
import { descendants, elements, type XmlElement } from "../package/xml.ts";
import { contentTypesPart, type Parts } from "../package/zip.ts";
import type { OtherFault, TemplateFault } from "./fault.ts";
import { readXml, type Template } from "./package.ts";

const attachedTemplate = "/attachedTemplate";

/** What a link makes of a file that nobody has looked at; hyperlinks are followed by people only. */
function linkFault(type: string, isExternal: boolean): OtherFault | null {
  const kind = type.slice(type.lastIndexOf("/"));
  if (/^\/vbaProject|^\/wordVbaData|^\/keyMapCustomizations/.test(kind)) return "macros";
  if (/^\/(?:control|activeXControl|oleObject)/.test(kind)) return "active-content";
  if (kind === "/aFChunk") return "alt-chunk";
  return isExternal && kind !== "/hyperlink" && kind !== attachedTemplate ? "external-content" : null;
}

/** Why a package that opens is not one to fill: what would run, or fetch something, in whoever opens the report. */
export function contentFault({ parts, contentTypes }: Template): TemplateFault | null {
  for (const [name, bytes] of parts) {
    const fault = partFault(name, bytes, contentType(contentTypes.root, name) ?? "", parts);
    if (fault) return { kind: "other", detail: fault };
  }
  return null;
}

function partFault(name: string, bytes: Uint8Array, type: string, parts: Parts): OtherFault | null {
  if (/macroEnabled|vbaProject|vbaData/i.test(type) || /vbaProject|vbaData/i.test(name)) return "macros";
  if (/activeX|oleObject/i.test(type) || /\/activeX\//i.test(name)) return "active-content";
  if (!/\.(?:xml|rels|vml)$/i.test(name)) return null;
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe))
    return "not-utf-8";
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes("<!DOCTYPE")) return "xml-doctype";
  return name.endsWith(".rels") ? linksFault(name, parts) : null;
}

function linksFault(name: string, parts: Parts): OtherFault | null {
  const part = readXml(parts, name);
  if (!part.ok) return part.reason.kind === "other" ? part.reason.detail : "xml-malformed";
  for (const { attributes } of elements(part.value.root)) {
    const fault = linkFault(attributes.get("Type") ?? "", attributes.get("TargetMode") === "External");
    if (fault) return fault;
  }
  return null;
}

interface AttachedLink {
  readonly source: string;
  readonly links: string;
  readonly element: XmlElement;
}

/** The template that a file is attached to: Word fetches it when the file is opened. */
function attached({ parts }: Template): readonly AttachedLink[] {
  return [...parts.keys()]
    .filter((source) => source !== contentTypesPart && parts.has(relationshipsPart(source)))
    .flatMap((source) => {
      const links = relationshipsPart(source);
      const part = readXml(parts, links);
      const found = part.ok
        ? elements(part.value.root).filter(({ attributes }) =>
            attributes.get("Type")?.endsWith(attachedTemplate),
          )
        : [];
      return found.map((element) => ({ source, links, element }));
    });
}

export function linkWarnings(path: string, template: Template): readonly Diagnostic[] {
  return attached(template).map(({ element }) =>
    diagnostic("word-template-link", null, { path, target: element.attributes.get("Target") ?? "" }),
  );
}

/** Parts without the link to the template that the file is attached to. */
export function detachedParts(template: Template): ReadonlyMap<string, readonly Edit[]> {
  const edits = new Map<string, Edit[]>();
  const cut = (name: string, { start, end }: XmlElement): void =>
    void edits.set(name, [...(edits.get(name) ?? []), { start, end, xml: "" }]);
  for (const { source, links, element } of attached(template)) {
    cut(links, element);
    const part = readXml(template.parts, source);
    if (!part.ok) continue;
    for (const each of descendants(part.value.root))
      if (each.name === "w:attachedTemplate") cut(source, each);
  }
  return edits;
}
