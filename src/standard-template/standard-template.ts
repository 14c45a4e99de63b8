import { applyEdits } from "../package/edit.ts";
import { relationshipsPart } from "../package/opc.ts";
import { unzip } from "../package/unzip.ts";
import { elements, parseXml, type XmlElement } from "../package/xml.ts";
import { xmlHead } from "../package/xml-text.ts";
import { contentTypesPart, type Parts, zip } from "../package/zip.ts";
import { letterheadBody } from "./letterhead.ts";
import { letterheadStyles, letterheadTitle } from "./letterhead-styles.ts";
import { docxPackage } from "./package.ts";
import { fontsPart, settingsPart } from "./settings-part.ts";
import { stylesPart } from "./styles-part.ts";

/** `templates/standard.docx`: the report and nothing else. */
export function standardTemplate(): Promise<Uint8Array> {
  return templateOf(stylesPart(), null);
}

/** `templates/letterhead.docx`: the report with head and imprint. */
export function letterheadTemplate(): Promise<Uint8Array> {
  return templateOf(stylesPart({ title: letterheadTitle, styles: letterheadStyles }), letterheadBody());
}

const bodyParagraph = '<w:p><w:r><w:t xml:space="preserve">{{body}}</w:t></w:r></w:p>';

/** The same bytes every time: nothing random and no clock. `body`: what stands in the place of the paragraph {{body}}. */
async function templateOf(styles: string, body: string | null): Promise<Uint8Array> {
  const written = partsOf(await docxPackage());
  const text = (name: string): string => new TextDecoder().decode(written.get(name));
  const parts = new Map<string, string>([
    ["docProps/core.xml", emptyCore],
    ["docProps/app.xml", text("docProps/app.xml")],
    ["word/document.xml", withBody(plainRoot(text("word/document.xml")), body ?? bodyParagraph)],
    ["word/styles.xml", styles],
    ["word/settings.xml", settingsPart()],
    ["word/fontTable.xml", fontsPart()],
    ["word/footer1.xml", plainRoot(withResult(text("word/footer1.xml"), "1"))],
    ["word/footer2.xml", plainRoot(withResult(text("word/footer2.xml"), "2"))],
  ]);
  const kept = new Set(parts.keys());
  parts.set(
    contentTypesPart,
    keepOnly(text(contentTypesPart), (each) => isUsedType(each, kept)),
  );
  for (const [source, folder] of [
    ["", ""],
    ["word/document.xml", "word/"],
  ] as const) {
    const name = relationshipsPart(source);
    parts.set(
      name,
      keepOnly(text(name), ({ attributes }) => kept.has(folder + attributes.get("Target"))),
    );
  }
  const encoder = new TextEncoder();
  return zip(new Map([...parts].map(([name, xml]) => [name, encoder.encode(xml)])));
}

/** A package of ours as its parts; a fault in it is a bug. */
export function partsOf(bytes: Uint8Array): Parts {
  const unzipped = unzip(bytes);
  if (!unzipped.ok) throw new Error(`not a package: ${unzipped.reason}`);
  return unzipped.parts;
}

/** Filled when a report is built; a template has no date of its own. */
const emptyCore = `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`;

/** docx writes parts that nothing uses, such as notes and a theme; what names them goes with them. */
function keepOnly(xml: string, keep: (each: XmlElement) => boolean): string {
  const parsed = parseXml(xml);
  if (!parsed.ok) throw new Error(`docx wrote XML that does not parse: ${parsed.reason}`);
  const dropped = elements(parsed.root).filter((each) => !keep(each));
  return applyEdits(
    xml,
    dropped.map(({ start, end }) => ({ start, end, xml: "" })),
  );
}

function isUsedType({ attributes }: XmlElement, kept: ReadonlySet<string>): boolean {
  const part = attributes.get("PartName");
  return part === undefined
    ? /^(rels|xml)$/.test(attributes.get("Extension") ?? "")
    : kept.has(part.slice(1));
}

/** The namespaces in use, in place of the two dozen that docx declares. */
function plainRoot(xml: string): string {
  return xml.replace(
    /<w:(document|ftr) [^>]*>/,
    '<w:$1 xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
      'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
  );
}

function withBody(xml: string, body: string): string {
  if (!xml.includes(bodyParagraph)) throw new Error("docx wrote the paragraph {{body}} in another way");
  return xml.replace(bodyParagraph, () => body);
}

/** A field shows its last result until somebody updates it; docx writes none. */
function withResult(xml: string, shown: string): string {
  const separator = '<w:fldChar w:fldCharType="separate"/></w:r>';
  if (xml.split(separator).length !== 2) throw new Error("docx wrote the page number in another way");
  return xml.replace(separator, `${separator}<w:r><w:t>${shown}</w:t></w:r>`);
}
