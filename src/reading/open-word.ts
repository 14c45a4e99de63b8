import { isCompoundFile } from "../package/compound-file.ts";
import { readRelationships, relationshipsPart } from "../package/opc.ts";
import { type PackageFault, unzip } from "../package/unzip.ts";
import { elements, parseXml, type XmlElement, type XmlFault } from "../package/xml.ts";
import type { Parts } from "../package/zip.ts";
import { withUsualPrefixes } from "./prefixes.ts";

/** Why a file is not a Word document that can be read. */
export type WordFault = PackageFault | XmlFault | "not-utf-8" | "not-a-document" | "old-format";

/** A Word file opened for reading: its main part, and the parts that it refers to. */
export interface WordFile {
  readonly parts: Parts;
  readonly document: XmlElement;
  /** The roots of the parts of a kind (`header`, `footnotes`), in the order of the relationships. */
  readonly related: (kind: string) => readonly XmlElement[];
}

export type Opened =
  | { readonly ok: true; readonly file: WordFile }
  | { readonly ok: false; readonly reason: WordFault };

const officeDocument = "/relationships/officeDocument";

/** In tags, of all parts together: a report has a fiftieth of it. Their elements take up to a gigabyte of memory. */
const mostMarkup = 600_000;
const less = 0x3c;
const byteOrderMark = 0xef;

export function openWord(bytes: Uint8Array): Opened {
  if (isCompoundFile(bytes)) return refused("old-format");
  const unzipped = unzip(bytes);
  if (!unzipped.ok) return refused(unzipped.reason);
  const { parts } = unzipped;
  const links = linksOf(parts, "");
  const main = links.find(({ type }) => type.endsWith(officeDocument))?.part ?? null;
  if (main === null) return refused("not-a-document");
  const own = linksOf(parts, main);
  if (markupIn(parts, new Set([main, ...own.flatMap(({ part }) => part ?? [])])) > mostMarkup)
    return refused("too-large");
  const document = readPart(parts, main);
  if (typeof document === "string") return refused(document);
  if (!/(?:^|:)document$/.test(document.name)) return refused("not-a-document");
  const related: WordFile["related"] = (kind) => {
    const names = own.flatMap(({ type, part }) =>
      part !== null && type.endsWith(`/relationships/${kind}`) ? [part] : [],
    );
    return [...new Set(names)].flatMap((name) => {
      const root = readPart(parts, name);
      return typeof root === "string" ? [] : [root];
    });
  };
  return { ok: true, file: { parts, document, related } };
}

/** How many tags begin in these parts, as far as they are XML. */
function markupIn(parts: Parts, names: ReadonlySet<string>): number {
  let count = 0;
  for (const name of names) {
    const bytes = parts.get(name) ?? new Uint8Array();
    if (bytes[0] !== less && bytes[0] !== byteOrderMark) continue;
    for (let at = bytes.indexOf(less); at >= 0; at = bytes.indexOf(less, at + 1)) count++;
  }
  return count;
}

function refused(reason: WordFault): Opened {
  return { ok: false, reason };
}

function linksOf(parts: Parts, source: string): ReturnType<typeof readRelationships> {
  const root = readPart(parts, relationshipsPart(source));
  return typeof root === "string" ? [] : readRelationships(root, source);
}

function readPart(parts: Parts, name: string): XmlElement | WordFault {
  const bytes = parts.get(name);
  if (!bytes) return "not-a-document";
  try {
    const parsed = parseXml(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return parsed.ok ? withUsualPrefixes(parsed.root) : parsed.reason;
  } catch {
    return "not-utf-8";
  }
}

/** The first element of a name below another, however deep. */
export function firstBelow(element: XmlElement, name: string): XmlElement | undefined {
  for (const each of elements(element)) {
    const found = each.name === name ? each : firstBelow(each, name);
    if (found) return found;
  }
  return undefined;
}
