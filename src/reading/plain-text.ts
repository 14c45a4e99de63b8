import { elements, type XmlElement } from "../package/xml.ts";
import { firstBelow, type WordFile } from "./open-word.ts";

/**
 * The words of a Word file, a paragraph a line: stable, for comparing. What is tracked as deleted is left out, what is
 * tracked as inserted stands; page numbers are a mark, since their values are only as old as the last printing.
 * Notes, headers and footers follow the body.
 */
export function plainText(file: WordFile): string {
  const { body, notes, edges } = linesOf(file);
  return [...body, ...notes, ...edges].map((line) => `${line.trimEnd()}\n`).join("");
}

export interface WordLines {
  readonly body: readonly string[];
  readonly notes: readonly string[];
  /** Of headers and footers, each once. */
  readonly edges: readonly string[];
}

export function linesOf({ document, related }: WordFile): WordLines {
  const body = firstBelow(document, "w:body");
  const edges = (["header", "footer"] as const).flatMap((kind) =>
    related(kind).flatMap((root) => blocks(root).map((line) => (line === "" ? "" : `[${kind}] ${line}`))),
  );
  return {
    body: body ? blocks(body) : [],
    notes: (["footnotes", "endnotes"] as const).flatMap((kind) => related(kind).flatMap(noteLines)),
    edges: [...new Set(edges.filter((line) => line !== ""))],
  };
}

function noteLines(root: XmlElement): readonly string[] {
  return elements(root)
    .filter(({ attributes }) => !attributes.has("w:type"))
    .map((note) => `[${note.attributes.get("w:id") ?? ""}] ${blocks(note).join(" ").trim()}`);
}

function blocks(parent: XmlElement): readonly string[] {
  return elements(parent).flatMap((each) => {
    if (each.name === "w:p") return paragraph(each);
    if (each.name === "w:tbl") return tableLines(each);
    return gone.has(each.name) || each.name.endsWith("Pr") ? [] : blocks(each);
  });
}

/** A row a line, cells parted by tabs. */
function tableLines(table: XmlElement): readonly string[] {
  return rowsOf(table, "w:tr").map((row) =>
    rowsOf(row, "w:tc")
      .map((cell) => blocks(cell).join(" ").trim())
      .join("\t"),
  );
}

/** Rows may stand inside content controls and the like. */
function rowsOf(parent: XmlElement, name: string): readonly XmlElement[] {
  return elements(parent).flatMap((each) => {
    if (each.name === name) return [each];
    return each.name === "w:sdt" || each.name === "w:sdtContent" || each.name === "w:ins"
      ? rowsOf(each, name)
      : [];
  });
}

/** Deleted, moved away, or no words at all. */
const gone: ReadonlySet<string> = new Set(["w:del", "w:moveFrom", "w:instrText", "w:delText", "mc:Fallback"]);

interface Line {
  text: string;
  /** Text boxes anchored in the paragraph; they follow it. */
  readonly boxes: string[];
  /** Open complex fields (ECMA-376 §17.16.18): whether each is past its separator, and of a page. */
  readonly fields: { result: boolean; instruction: string }[];
}

function paragraph(element: XmlElement): readonly string[] {
  const line: Line = { text: "", boxes: [], fields: [] };
  for (const each of elements(element)) gather(each, line);
  return [...line.text.split("\n"), ...line.boxes];
}

const pageField = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b/;

function gather(element: XmlElement, line: Line): void {
  const { name, attributes } = element;
  const words = textOf(element);
  if (name === "w:fldChar") fieldMark(attributes.get("w:fldCharType") ?? "", line);
  else if (name === "w:instrText") noteInstruction(element, line);
  else if (gone.has(name) || name === "w:pPr" || name === "w:rPr") return;
  else if (name === "w:txbxContent") line.boxes.push(...blocks(element));
  else if (words === null) for (const each of elements(element)) gather(each, line);
  else if (!isHidden(line)) line.text += words;
}

/** What an element of a run stands for; null for one that holds others. */
function textOf({ name, attributes, children }: XmlElement): string | null {
  if (name === "w:t") return ownText(children).replace(/[\r\n]+/g, " ");
  if (name === "w:footnoteReference" || name === "w:endnoteReference")
    return `[${attributes.get("w:id") ?? ""}]`;
  if (name === "w:fldSimple" && pageField.test(attributes.get("w:instr") ?? "")) return pageMark;
  return marks[name] ?? null;
}

function ownText(children: XmlElement["children"]): string {
  return children.filter((each) => typeof each === "string").join("");
}

const pageMark = "#";

const marks: Readonly<Record<string, string>> = {
  "w:tab": "\t",
  "w:br": "\n",
  "w:cr": "\n",
  "w:noBreakHyphen": "-",
  "w:softHyphen": "",
  "w:sym": "□",
};

/** Inside a field only its result is text, and of a page number not even that. */
function isHidden({ fields }: Line): boolean {
  return fields.some(({ result, instruction }) => !result || pageField.test(instruction));
}

function fieldMark(kind: string, line: Line): void {
  if (kind === "begin") line.fields.push({ result: false, instruction: "" });
  const field = line.fields.at(-1);
  if (kind === "separate" && field) field.result = true;
  if (kind !== "end" || !field) return;
  line.fields.pop();
  if (pageField.test(field.instruction) && !isHidden(line)) line.text += pageMark;
}

function noteInstruction(element: XmlElement, { fields }: Line): void {
  const field = fields.at(-1);
  if (field) field.instruction += ownText(element.children);
}
