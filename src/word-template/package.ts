import { isCompoundFile } from "../package/compound-file.ts";
import { contentType, type Relationship, readRelationships, relationshipsPart } from "../package/opc.ts";
import { unzip } from "../package/unzip.ts";
import { parseXml, type XmlElement } from "../package/xml.ts";
import { contentTypesPart, type Parts } from "../package/zip.ts";
import { type Checked, refused } from "./fault.ts";

export interface XmlPart {
  readonly name: string;
  readonly text: string;
  readonly root: XmlElement;
}

/** A Word file opened as far as filling it needs. */
export interface Template {
  readonly parts: Parts;
  readonly contentTypes: XmlPart;
  readonly packageRelationships: XmlPart;
  readonly document: XmlPart;
  readonly documentRelationships: XmlPart;
  readonly styles: XmlPart;
  /** Name of the part of the core properties; null where it has none. */
  readonly coreProperties: string | null;
}

const officeDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
const stylesOf = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles";
export const coreOf: string =
  "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const wordprocessing = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const documentType: string =
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const templateType = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";

const known = new WeakMap<Uint8Array, Checked<Template>>();

/** Opened once as long as its bytes are held: all reports of a run fill the same. */
export function openTemplate(bytes: Uint8Array): Checked<Template> {
  const template = known.get(bytes) ?? open(bytes);
  known.set(bytes, template);
  return template;
}

function open(bytes: Uint8Array): Checked<Template> {
  if (isCompoundFile(bytes)) return refused("old-format");
  const unzipped = unzip(bytes);
  if (!unzipped.ok) return { ok: false, reason: { kind: "not-a-package", detail: unzipped.reason } };
  const { parts } = unzipped;
  const contentTypes = readXml(parts, contentTypesPart);
  if (!contentTypes.ok) return contentTypes;
  const packageRelationships = readXml(parts, relationshipsPart(""));
  if (!packageRelationships.ok) return packageRelationships;
  const links = readRelationships(packageRelationships.value.root, "");
  const main = targetOf(links, officeDocument);
  if (main === null) return refused("not-a-document");
  const type = contentType(contentTypes.value.root, main);
  if (/macroEnabled/i.test(type ?? "")) return refused("macros");
  if (type !== documentType && type !== templateType) return refused("not-a-document");
  const words = readWords(parts, main);
  if (!words.ok) return words;
  return {
    ok: true,
    value: {
      parts,
      contentTypes: contentTypes.value,
      packageRelationships: packageRelationships.value,
      ...words.value,
      coreProperties: targetOf(links, coreOf),
    },
  };
}

/** The document with its relationships, and its styles. */
function readWords(
  parts: Parts,
  main: string,
): Checked<Pick<Template, "document" | "documentRelationships" | "styles">> {
  const document = readWordXml(parts, main, "w:document");
  if (!document.ok) return document;
  const relationships = readXml(parts, relationshipsPart(main));
  if (!relationships.ok) return relationships;
  const name = targetOf(readRelationships(relationships.value.root, main), stylesOf);
  if (name === null) return { ok: false, reason: { kind: "part-missing", part: "word/styles.xml" } };
  const styles = readWordXml(parts, name, "w:styles");
  if (!styles.ok) return styles;
  const value = {
    document: document.value,
    documentRelationships: relationships.value,
    styles: styles.value,
  };
  return { ok: true, value };
}

function targetOf(links: readonly Relationship[], type: string): string | null {
  return links.find((link) => link.type === type)?.part ?? null;
}

export function readWordXml(parts: Parts, name: string, root: string): Checked<XmlPart> {
  const part = readXml(parts, name);
  if (!part.ok) return part;
  const { name: found, attributes } = part.value.root;
  return found === root && attributes.get("xmlns:w") === wordprocessing ? part : refused("not-transitional");
}

export function readXml(parts: Parts, name: string): Checked<XmlPart> {
  const bytes = parts.get(name);
  if (!bytes) return { ok: false, reason: { kind: "part-missing", part: name } };
  const text = decode(bytes);
  if (text === null) return refused("not-utf-8");
  const parsed = parseXml(text);
  return parsed.ok ? { ok: true, value: { name, text, root: parsed.root } } : refused(parsed.reason);
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
