import type { Document } from "../../document/document.ts";
import { applyEdits, type Edit } from "../../package/edit.ts";
import { addRelationship, setContentType } from "../../package/opc.ts";
import { escapeText, xmlHead } from "../../package/xml-text.ts";
import { coreOf, documentType, type Template } from "../../word-template/package.ts";

type NewPart = readonly [name: string, xml: string];

const coreType = "application/vnd.openxmlformats-package.core-properties+xml";

/** The core properties, announced where the template had none; a .dotx becomes a document. `moreTypes`: what other parts need. */
export function propertyParts(
  document: Document,
  template: Template,
  moreTypes: readonly Edit[],
): readonly NewPart[] {
  const { contentTypes, packageRelationships: links } = template;
  const core = template.coreProperties ?? "docProps/core.xml";
  const types = [
    setContentType(contentTypes.root, template.document.name, documentType),
    setContentType(contentTypes.root, core, coreType),
  ].filter((edit) => edit !== null);
  const newLinks = template.coreProperties === null ? [addRelationship(links.root, coreOf, core)] : [];
  return [
    [core, corePropertiesXml(document)],
    [contentTypes.name, applyEdits(contentTypes.text, [...types, ...moreTypes])],
    [links.name, applyEdits(links.text, newLinks)],
  ];
}

/** Title, author and date of the report; the clock has no part in it (ECMA-376 part 2 §8). */
function corePropertiesXml({ title, office, date }: Document): string {
  const time = (name: string): string =>
    date === null
      ? ""
      : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapeText(date)}T00:00:00Z</dcterms:${name}>`;
  return (
    `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeText(title)}</dc:title><dc:creator>${escapeText(office)}</dc:creator>` +
    `${time("created")}${time("modified")}</cp:coreProperties>`
  );
}
