import { linePitch, margins, page as paper } from "../../src/word/gbt9704.ts";
import { output } from "./tools.ts";

/** A line of a page; lengths in points from the page's upper left corner. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  /** Lines in the type area, from above. */
  readonly lines: readonly Line[];
  /** What stands below it. */
  readonly footer: Line | null;
}

export const millimetre: number = 72 / 25.4;
export const pitch: number = linePitch / 20;
export const area: Readonly<Record<"left" | "right" | "top" | "bottom", number>> = {
  left: margins.left / 20,
  right: (paper.width - margins.right) / 20,
  top: margins.top / 20,
  bottom: (paper.height - margins.bottom) / 20,
};

export function pagesOf(pdf: string): readonly Page[] {
  return output("pdftotext", "-bbox-layout", pdf, "-").split("<page ").slice(1).map(toPage);
}

function toPage(xml: string): Page {
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(xml) ?? [];
  const words = [
    ...xml.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g),
  ];
  const lines = words
    .map(([, left, top, right, bottom, text]) => ({
      text: plain(text ?? ""),
      left: Number(left),
      top: Number(top),
      right: Number(right),
      bottom: Number(bottom),
    }))
    .toSorted((a, b) => a.top - b.top || a.left - b.left)
    .reduce<readonly Line[]>(joinLines, []);
  return {
    width: Number(width),
    height: Number(height),
    lines: lines.filter(({ bottom }) => bottom < area.bottom + 2),
    footer: lines.find(({ top }) => top > area.bottom) ?? null,
  };
}

function joinLines(lines: readonly Line[], word: Line): readonly Line[] {
  const last = lines.at(-1);
  if (!last || Math.abs(last.top - word.top) > 2) return [...lines, word];
  const joined = {
    ...last,
    text: last.text + word.text,
    right: word.right,
    bottom: Math.max(last.bottom, word.bottom),
  };
  return [...lines.slice(0, -1), joined];
}

function plain(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

/** On which line of the grid a line stands, from 0; of a body line the letters' foot is where the grid puts it. */
export function gridLine(line: Line): number {
  return Math.round((line.bottom - area.top) / pitch) - 1;
}

/** In characters of the body. */
export function width(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter < "\u0080" ? 0.5 : 1), 0);
}
