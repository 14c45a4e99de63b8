import { unzip } from "../../src/package/unzip.ts";
import { child, elements, parseXml, type XmlElement } from "../../src/package/xml.ts";

export function partsOf(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const unzipped = unzip(bytes);
  if (!unzipped.ok) throw new Error(unzipped.reason);
  return unzipped.parts;
}

export function partText(bytes: Uint8Array, name: string): string {
  const part = partsOf(bytes).get(name);
  if (!part) throw new Error(`no part ${name}`);
  return new TextDecoder().decode(part);
}

export function partRoot(bytes: Uint8Array, name: string): XmlElement {
  const parsed = parseXml(partText(bytes, name));
  if (!parsed.ok) throw new Error(`${name}: ${parsed.reason}`);
  return parsed.root;
}

/** The words of a docx as a reader meets them: a paragraph a line, cells parted by tabs, blank lines left out. */
export function extractText(bytes: Uint8Array): string {
  const body = child(partRoot(bytes, "word/document.xml"), "w:body");
  const lines = body ? elements(body).flatMap(linesOf) : [];
  return lines
    .filter((line) => line !== "")
    .map((line) => `${line}\n`)
    .join("");
}

function linesOf(block: XmlElement): readonly string[] {
  if (block.name === "w:p") return [textOf(block)];
  const rows = elements(block).filter(({ name }) => name === "w:tr");
  return rows.map((row) =>
    elements(row)
      .filter(({ name }) => name === "w:tc")
      .map((cell) => elements(cell).map(textOf).join(""))
      .join("\t"),
  );
}

function textOf(element: XmlElement): string {
  if (element.name === "w:br") return "\n";
  if (element.name === "w:tab") return "\t";
  return element.children
    .map((each) => (typeof each !== "string" ? textOf(each) : element.name === "w:t" ? each : ""))
    .join("");
}
