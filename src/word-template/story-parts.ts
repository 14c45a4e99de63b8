import { readRelationships } from "../package/opc.ts";
import type { WordPlace } from "../source/source-file.ts";
import type { Checked } from "./fault.ts";
import { readWordXml, type Template, type XmlPart } from "./package.ts";

export interface StoryPart {
  readonly part: XmlPart;
  readonly story: WordPlace["story"];
}

const kinds = [
  { type: "/header", root: "w:hdr", story: "header" },
  { type: "/footer", root: "w:ftr", story: "footer" },
  { type: "/footnotes", root: "w:footnotes", story: "footnote" },
  { type: "/endnotes", root: "w:endnotes", story: "endnote" },
] as const;

/** The parts that a reader reads: the document, then its headers, footers and notes. */
export function storyParts({
  parts,
  document,
  documentRelationships,
}: Template): Checked<readonly StoryPart[]> {
  const found: StoryPart[] = [{ part: document, story: "body" }];
  const links = readRelationships(documentRelationships.root, document.name);
  for (const { type, root, story } of kinds) {
    const names = links.flatMap((link) =>
      link.type.endsWith(type) && link.part !== null ? [link.part] : [],
    );
    for (const name of new Set(names)) {
      const part = readWordXml(parts, name, root);
      if (!part.ok) return part;
      found.push({ part: part.value, story });
    }
  }
  return { ok: true, value: found };
}
