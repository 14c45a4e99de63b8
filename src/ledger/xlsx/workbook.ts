import { readRelationships, relationshipsPart } from "../../package/opc.ts";
import { type OpenPackage, openZip } from "../../package/open-zip.ts";
import type { PackageFault } from "../../package/unzip.ts";
import { elements, parseXml, type XmlElement, type XmlFault } from "../../package/xml.ts";
import { cellStyles, listOf, type NumberKind } from "./number-format.ts";

export interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

export interface Workbook {
  readonly zip: OpenPackage;
  readonly sheets: readonly Sheet[];
  readonly styles: readonly NumberKind[];
  /** The part with the texts that cells share; null where the workbook has none. */
  readonly strings: string | null;
  /** Days count from 1904 (old Macs) instead of from 1900. */
  readonly date1904: boolean;
}

export type WorkbookFault = PackageFault | XmlFault | "not-utf-8" | "not-a-workbook";

const limits = { entries: 5000, bytes: 1024 * 1024 * 1024 };

/** Opens an .xlsx file, also one of the strict kind. */
export function openWorkbook(bytes: Uint8Array): Workbook | WorkbookFault {
  const zip = openZip(bytes, limits);
  if (typeof zip === "string") return zip;
  const main = linksOf(zip, "").find(({ type }) => type.endsWith("/officeDocument"))?.part;
  const root = main === undefined || main === null ? "not-a-workbook" : readPart(zip, main);
  if (typeof root === "string") return root;
  if (main === undefined || main === null || localName(root) !== "workbook") return "not-a-workbook";
  const links = linksOf(zip, main);
  const stylesPart = links.find(({ type }) => type.endsWith("/styles"))?.part ?? null;
  const styles = stylesPart === null ? null : readPart(zip, stylesPart);
  if (typeof styles === "string") return styles;
  return {
    zip,
    sheets: sheetsOf(root, links),
    styles: styles ? cellStyles(styles) : [],
    strings: links.find(({ type }) => type.endsWith("/sharedStrings"))?.part ?? null,
    date1904: isDate1904(root),
  };
}

function sheetsOf(root: XmlElement, links: ReturnType<typeof readRelationships>): readonly Sheet[] {
  const parts = new Map(
    links.filter(({ type }) => type.endsWith("/worksheet")).map(({ id, part }) => [id, part]),
  );
  return listOf(root, "sheets").flatMap(({ attributes }) => {
    const id = [...attributes].find(([name]) => /(?:^|:)id$/.test(name))?.[1];
    const part = parts.get(id ?? "");
    const state = attributes.get("state") ?? "visible";
    return part ? [{ name: attributes.get("name") ?? "", part, hidden: state !== "visible" }] : [];
  });
}

function isDate1904(root: XmlElement): boolean {
  const properties = elements(root).find((each) => localName(each) === "workbookPr");
  return /^(?:1|true|on)$/.test(properties?.attributes.get("date1904") ?? "");
}

function linksOf(zip: OpenPackage, part: string): ReturnType<typeof readRelationships> {
  const root = readPart(zip, relationshipsPart(part));
  return typeof root === "string" ? [] : readRelationships(root, part);
}

function readPart(zip: OpenPackage, name: string): XmlElement | WorkbookFault {
  const bytes = zip.read(name);
  if (bytes === null) return "not-a-workbook";
  if (typeof bytes === "string") return bytes;
  try {
    const parsed = parseXml(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return parsed.ok ? parsed.root : parsed.reason;
  } catch {
    return "not-utf-8";
  }
}

function localName({ name }: XmlElement): string {
  return name.replace(/^.*:/, "");
}
