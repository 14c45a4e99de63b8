import { unzip } from "../../src/package/unzip.ts";
import { escapeText } from "../../src/package/xml-text.ts";
import { zip } from "../../src/package/zip.ts";
import { type StyleKey, standardStyles } from "../../src/word/standard-styles.ts";
import { type ComposedReport, cells } from "./peers/composed-report.ts";

/** How a peer writes its tags. A path is what a list is reached by from the root, such as chapters, sections. */
interface Tags {
  /** Of a value at the top, or of an item of the innermost list. */
  readonly value: (path: readonly string[], name: string) => string;
  /** A paragraph of its own, or a row of its own, before what is repeated; null where none is needed. */
  readonly open: (path: readonly string[]) => string | null;
  readonly close: (path: readonly string[]) => string | null;
  /** Whether open and close of a row stand in its first and last cell. */
  readonly marksInCells: boolean;
  /** What is repeated is written a second time, with this path, which ends it. */
  readonly second: ((path: readonly string[], name: string) => string) | null;
}

const last = (path: readonly string[]): string => path.at(-1) ?? "";

const mustache: Tags = {
  value: (_, name) => `{${name}}`,
  open: (path) => `{#${last(path)}}`,
  close: (path) => `{/${last(path)}}`,
  marksInCells: true,
  second: null,
};

const commands: Tags = {
  value: (path, name) => `+++INS ${path.length > 0 ? `$${variable(path)}.` : ""}${name}+++`,
  open: (path) => {
    const parent = path.slice(0, -1);
    return `+++FOR ${variable(path)} IN ${parent.length > 0 ? `$${variable(parent)}.` : ""}${last(path)}+++`;
  },
  close: (path) => `+++END-FOR ${variable(path)}+++`,
  marksInCells: false,
  second: null,
};

function variable(path: readonly string[]): string {
  return path.join("_");
}

const indexed: Tags = {
  value: (path, name) => `{d${path.map((each) => `.${each}[i]`).join("")}.${name}}`,
  open: () => null,
  close: () => null,
  marksInCells: false,
  second: (path, name) =>
    `{d${path.map((each, index) => `.${each}[${index === path.length - 1 ? "i+1" : "i"}]`).join("")}.${name}}`,
};

/** By the peer's name; those that need no template of their own are not here. */
export const tagsOfPeers: Readonly<Record<string, Tags>> = {
  docxtemplater: mustache,
  "easy-template-x": mustache,
  "docx-templates": commands,
  "docx-templates-no-sandbox": commands,
  carbone: indexed,
};

/** The standard template with a peer's tags for a composed report in its body. */
export function wordTemplate(standard: Uint8Array, tags: Tags, report: ComposedReport): Uint8Array {
  const unzipped = unzip(standard);
  const document = unzipped.ok ? unzipped.parts.get("word/document.xml") : undefined;
  if (!unzipped.ok || !document) throw new Error("the standard template cannot be opened");
  const text = new TextDecoder()
    .decode(document)
    .replace(/<w:p>.*?\{\{body\}\}.*?<\/w:p>/s, () => bodyOf(tags, report));
  return zip(new Map([...unzipped.parts, ["word/document.xml", Buffer.from(text)]]));
}

function bodyOf(tags: Tags, report: ComposedReport): string {
  const value = (name: string): string => tags.value([], name);
  const texts = (...path: readonly string[]): string => repeated(tags, path, "text", "body", "");
  const inSection = texts("chapters", "sections", "paragraphs");
  const sections = repeated(tags, ["chapters", "sections"], "heading", "heading2", inSection);
  const inChapter = texts("chapters", "paragraphs") + sections;
  return [
    paragraph("title", value("title")),
    texts("opening"),
    repeated(tags, ["chapters"], "heading", "heading1", inChapter),
    paragraph("annexNote", value("annexNote")),
    paragraph("annexLabel", value("annexLabel")),
    paragraph("annexTitle", value("annexTitle")),
    table(tags, report.columns),
  ].join("");
}

/** A list of things that begin with a paragraph of their own. */
function repeated(
  tags: Tags,
  path: readonly string[],
  name: string,
  style: StyleKey,
  content: string,
): string {
  const [open, close] = [tags.open(path), tags.close(path)].map((mark) =>
    mark === null ? "" : paragraph("body", mark),
  );
  const again = tags.second ? paragraph(style, tags.second(path, name)) : "";
  return `${open}${paragraph(style, tags.value(path, name))}${content}${again}${close}`;
}

function table(tags: Tags, columns: readonly string[]): string {
  const path = ["rows"];
  const open = tags.open(path) ?? "";
  const close = tags.close(path) ?? "";
  const values = cells.map((cell) => tags.value(path, cell));
  const marked = values.map((value, index) =>
    index === 0 ? open + value : index === cells.length - 1 ? value + close : value,
  );
  const { second } = tags;
  const rows = second
    ? [
        row("tableText", values),
        row(
          "tableText",
          cells.map((cell) => second(path, cell)),
        ),
      ]
    : tags.marksInCells
      ? [row("tableText", marked)]
      : [open, values, close].map((each) =>
          row(
            "tableText",
            typeof each === "string" ? cells.map((_, index) => (index === 0 ? each : "")) : each,
          ),
        );
  const properties = `<w:tblPr><w:tblStyle w:val="${standardStyles.table.id}"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr>`;
  const grid = `<w:tblGrid>${columns.map(() => '<w:gridCol w:w="1474"/>').join("")}</w:tblGrid>`;
  return `<w:tbl>${properties}${grid}${row("tableHeader", columns)}${rows.join("")}</w:tbl>`;
}

function row(style: StyleKey, values: readonly string[]): string {
  const tableCells = values.map((value) => `<w:tc><w:tcPr/>${paragraph(style, value)}</w:tc>`);
  return `<w:tr>${tableCells.join("")}</w:tr>`;
}

function paragraph(style: StyleKey, text: string): string {
  const run = `<w:r><w:t xml:space="preserve">${escapeText(text)}</w:t></w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="${standardStyles[style].id}"/></w:pPr>${run}</w:p>`;
}
