import type { Figure } from "../../aggregate/figure.ts";
import type { Inline } from "../../document/document.ts";
import { escapeAttribute, escapeText } from "../../package/xml-text.ts";
import { controlTitle, type Marks } from "./marks.ts";

/** Letters that Word takes for Western ones unless a hint says otherwise: “ ” ‘ ’ — … · × ℃ … */
const ambiguous = /[\u0080-\u2e7f]/;
const hint = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>';

/** Runs and figures in a paragraph. */
export function inlinesXml(content: readonly Inline[], marks: Marks): string {
  return content.reduce(
    (xml, inline) =>
      xml + (inline.kind === "text" ? runXml(inline.text) : figureXml(inline.figure, inline.shown, marks)),
    "",
  );
}

export function runXml(text: string, rPr: string = ""): string {
  return text === "" ? "" : `<w:r>${hinted(rPr, text)}${runContent(text)}</w:r>`;
}

/** Properties of a run with the hint for what could be Western letters, where they have none. */
export function hinted(rPr: string, text: string): string {
  if (!ambiguous.test(text) || /<w:rFonts[^>]*\sw:hint=/.test(rPr)) return rPr;
  if (!rPr.includes("</w:rPr>")) return hint;
  if (rPr.includes("<w:rFonts")) return rPr.replace("<w:rFonts", '<w:rFonts w:hint="eastAsia"');
  return rPr.replace(
    /^(<w:rPr[^>]*>(?:<w:rStyle[^>]*>)?)/,
    (start: string) => `${start}<w:rFonts w:hint="eastAsia"/>`,
  );
}

/** A text as it stands in a run. */
export function runContent(text: string): string {
  return /[\n\r\t]/.test(text) ? linesXml(text) : textXml(text);
}

function linesXml(text: string): string {
  return text
    .split(/(\r\n|[\n\r\t])/)
    .map((piece) => (piece === "\t" ? "<w:tab/>" : /^[\r\n]/.test(piece) ? "<w:br/>" : textXml(piece)))
    .join("");
}

function textXml(text: string): string {
  if (text === "") return "";
  const space = /^\s|\s$|\s\s/.test(text) ? ' xml:space="preserve"' : "";
  return `<w:t${space}>${escapeText(text)}</w:t>`;
}

/**
 * A figure that can be followed back: a content control inside a bookmark. The control's tag survives Word,
 * the bookmark survives LibreOffice. Plain-text controls are corrupted by LibreOffice, so this one is rich.
 */
export function figureXml({ indicator }: Figure, shown: string, marks: Marks, rPr: string = ""): string {
  const { bookmarkId, bookmarkName, controlId, tag } = marks.next(indicator.id);
  return (
    `<w:bookmarkStart w:id="${bookmarkId}" w:name="${bookmarkName}"/>` +
    `<w:sdt><w:sdtPr><w:alias w:val="${escapeAttribute(controlTitle(indicator.label))}"/>` +
    `<w:tag w:val="${escapeAttribute(tag)}"/><w:id w:val="${controlId}"/><w:lock w:val="sdtLocked"/></w:sdtPr>` +
    `<w:sdtContent>${runXml(shown, rPr)}</w:sdtContent></w:sdt><w:bookmarkEnd w:id="${bookmarkId}"/>`
  );
}

/** A text's width in characters of the body: Western letters and digits are half as wide. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u0020-\u007e]/.test(letter) ? 0.5 : 1), 0);
}
