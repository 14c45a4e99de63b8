import {
  type BuildRecord,
  isInside,
  type RecordedInline,
  type RecordedParagraph,
  type RecordedSource,
  recordedKinds,
  recordNamespace,
} from "../document/record.ts";
import { elements, parseXml, type XmlElement } from "../package/xml.ts";
import type { Parts } from "../package/zip.ts";

export const mostBytes: number = 16 * 1024 * 1024;
const mostInlines = 500_000;
const mostSources = 1000;
const longestName = 300;
const highestNumber = 10_000_000;

/** What the report was built from, as the file tells it; null where it does not. The file is not trusted. */
export function readRecord(parts: Parts): BuildRecord | null {
  for (const [name, bytes] of parts) {
    if (!isCustomXml(name) || bytes.length > mostBytes) continue;
    const root = rootOf(bytes);
    const record = root && recordIn(root);
    if (record) return record;
  }
  return null;
}

/** Word and others may give the part another number. */
export function isCustomXml(name: string): boolean {
  return /^customXml\/item\d{1,9}\.xml$/i.test(name);
}

function rootOf(bytes: Uint8Array): XmlElement | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!buffer.includes(recordNamespace)) return null;
  try {
    const parsed = parseXml(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return parsed.ok ? parsed.root : null;
  } catch {
    return null;
  }
}

/** A program that writes it anew may give its elements a prefix. */
function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(":") + 1);
}

function recordIn(root: XmlElement): BuildRecord | null {
  const prefix = root.name.slice(0, Math.max(0, root.name.indexOf(":")));
  const namespace = root.attributes.get(prefix === "" ? "xmlns" : `xmlns:${prefix}`);
  const year = wholeNumber(root.attributes.get("year"));
  if (namespace !== recordNamespace || localName(root) !== "record" || year === null || year > 9999)
    return null;
  const inside = elements(root);
  const paths = inside
    .filter((each) => localName(each) === "file")
    .map(({ attributes }) => insidePath(attributes.get("path")));
  let left = mostInlines;
  const paragraphs = inside.flatMap((each): readonly RecordedParagraph[] => {
    if (localName(each) !== "p" || left <= 0) return [];
    const kind = recordedKinds.find((known) => known === each.attributes.get("kind"));
    const story = stories.find((known) => known === (each.attributes.get("in") ?? "body"));
    const words = markIn(each, "w");
    const content = elements(each)
      .slice(0, left)
      .flatMap((inline) => inlineOf(inline, paths));
    left -= content.length + 1;
    return kind && story && words !== null
      ? [{ kind, story, words, whole: markIn(each, "a") ?? words, content }]
      : [];
  });
  return { year, template: insidePath(root.attributes.get("template")), paragraphs };
}

const stories = ["body", "header", "footer", "footnote", "endnote"] as const;

function markIn({ attributes }: XmlElement, name: string): string | null {
  const mark = attributes.get(name) ?? "";
  return /^[\da-z]{1,8}-[\da-z]{1,8}$/.test(mark) ? mark : null;
}

function inlineOf(element: XmlElement, paths: readonly (string | null)[]): readonly RecordedInline[] {
  const { attributes } = element;
  const sources = sourcesOf(attributes.get("s") ?? "", paths);
  if (localName(element) === "t") return [{ kind: "text", sources }];
  const shown = markIn(element, "w");
  const indicator = attributes.get("i") ?? "";
  const bookmark = attributes.get("b") ?? "";
  const isNamed = indicator !== "" && indicator.length <= longestName && bookmark.length <= longestName;
  if (localName(element) !== "n" || !isNamed || shown === null) return [];
  return [{ kind: "figure", shown, indicator, bookmark, source: sources[0] ?? null }];
}

/** `at file line column`, one after the other. */
function sourcesOf(text: string, paths: readonly (string | null)[]): readonly RecordedSource[] {
  if (text === "") return [];
  const numbers = text.split(" ", mostSources * 4).map(wholeNumber);
  const sources: RecordedSource[] = [];
  for (let index = 0; index + 3 < numbers.length; index += 4) {
    const [at, file, line, column] = numbers.slice(index, index + 4);
    const path = paths[file ?? -1];
    if (path && typeof at === "number" && line && column) sources.push({ at, path, line, column });
  }
  return sources;
}

function wholeNumber(text: string | undefined): number | null {
  const number = /^\d{1,9}$/.test(text ?? "") ? Number(text) : null;
  return number !== null && number <= highestNumber ? number : null;
}

/** A path in the workspace; null for one that could lead out of it. */
function insidePath(path: string | undefined): string | null {
  return path !== undefined && isInside(path) ? path : null;
}
