import {
  type BuildRecord,
  type RecordedInline,
  type RecordedSource,
  recordHead,
  recordNamespace,
} from "../../document/record.ts";
import type { Edit } from "../../package/edit.ts";
import { fingerprint } from "../../package/fingerprint.ts";
import { addRelationships, readRelationships, relationshipsPart, setContentType } from "../../package/opc.ts";
import { escapeAttribute, xmlHead } from "../../package/xml-text.ts";
import { checksum, type Parts } from "../../package/zip.ts";
import type { Template } from "../../word-template/package.ts";

const office = "http://schemas.openxmlformats.org/officeDocument/2006";
const recordOf = `${office}/relationships/customXml`;
const propertiesOf = `${office}/relationships/customXmlProps`;
const propertiesType = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
/** The same in every report: a file has one record. */
const itemId = "{6E1B0A5C-3D0E-4C57-9B0F-52C0A6D1E7A1}";

/** Where a template takes the record of what is built with it. */
export interface RecordPlace {
  /** The name of its part. */
  readonly name: string;
  /** What stands beside it, and announces it. */
  readonly parts: readonly (readonly [name: string, xml: string])[];
  readonly types: readonly Edit[];
  /** In the relationships of the document. */
  readonly links: readonly Edit[];
}

const places = new WeakMap<Template, RecordPlace>();

export function recordPlace(template: Template): RecordPlace {
  const place = places.get(template) ?? oldPlace(template) ?? newPlace(template);
  places.set(template, place);
  return place;
}

/** A built report may become a template: then its record is replaced. */
function oldPlace({ parts, document, documentRelationships: links }: Template): RecordPlace | null {
  for (const { type, part } of readRelationships(links.root, document.name)) {
    const bytes = type === recordOf && part !== null ? parts.get(part) : undefined;
    if (part !== null && bytes && Buffer.from(bytes).includes(recordNamespace))
      return { name: part, parts: [], types: [], links: [] };
  }
  return null;
}

function newPlace({ parts, contentTypes, document, documentRelationships: links }: Template): RecordPlace {
  const taken = new Set([...parts.keys()].map((name) => name.toLowerCase()));
  let number = 1;
  while (taken.has(`customxml/item${number}.xml`) || taken.has(`customxml/itemprops${number}.xml`)) number++;
  const [name, properties] = [`customXml/item${number}.xml`, `customXml/itemProps${number}.xml`];
  const up = "../".repeat(document.name.split("/").length - 1);
  const link =
    `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
    `<Relationship Id="rId1" Type="${propertiesOf}" Target="itemProps${number}.xml"/></Relationships>`;
  const item =
    `${xmlHead}<ds:datastoreItem ds:itemID="${itemId}" xmlns:ds="${office}/customXml">` +
    `<ds:schemaRefs><ds:schemaRef ds:uri="${recordNamespace}"/></ds:schemaRefs></ds:datastoreItem>`;
  const types = [
    setContentType(contentTypes.root, name, "application/xml"),
    setContentType(contentTypes.root, properties, propertiesType),
  ];
  return {
    name,
    parts: [
      [relationshipsPart(name), link],
      [properties, item],
    ],
    types: types.flatMap((edit) => edit ?? []),
    links: [addRelationships(links.root, recordOf, [up + name], "rIdRecord").edit],
  };
}

/** The record of a file whose other parts these are. */
export function recordXml(record: BuildRecord, parts: Parts, own: string): string {
  const rest = recordRest(record);
  const listed = [...parts]
    .filter(([name]) => name !== own)
    .map(([name, data]) => ({ name, size: data.length, crc: checksum(data) }));
  return recordHead + fingerprint(listed, rest) + rest;
}

/** All that stands behind the fingerprint. */
function recordRest({ year, template, paragraphs }: BuildRecord): string {
  const files = new Map<string, number>();
  let xml = "";
  for (const { kind, story, words, whole, content } of paragraphs) {
    const place = story === "body" ? "" : ` in="${story}"`;
    xml += `<p kind="${kind}"${place} w="${words}"${whole === words ? "" : ` a="${whole}"`}>`;
    for (const inline of content) xml += inlineXml(inline, files);
    xml += "</p>";
  }
  const paths = [...files.keys()].map((path) => `<file path="${escapeAttribute(path)}"/>`);
  const filled = template === null ? "" : ` template="${escapeAttribute(template)}"`;
  return `" year="${year}"${filled}>${paths.join("")}${xml}</record>`;
}

function inlineXml(inline: RecordedInline, files: Map<string, number>): string {
  if (inline.kind === "text") return `<t${sourcesXml(inline.sources, files)}/>`;
  const { shown, indicator, bookmark, source } = inline;
  const sources = sourcesXml(source ? [source] : [], files);
  return `<n w="${shown}" i="${escapeAttribute(indicator)}" b="${bookmark}"${sources}/>`;
}

function sourcesXml(sources: readonly RecordedSource[], files: Map<string, number>): string {
  if (sources.length === 0) return "";
  const numbers = sources.map(({ at, path, line, column }) => {
    const file = files.get(path) ?? files.size;
    files.set(path, file);
    return `${at} ${file} ${line} ${column}`;
  });
  return ` s="${numbers.join(" ")}"`;
}
