import { linePitch, margins, page as paper } from "../../src/word/gbt9704.ts";
import { bytes, output } from "./tools.ts";

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

/** A straight line of a page, horizontal or not; in points from the page's upper left corner. */
export interface Stroke {
  readonly thickness: number;
  readonly isRed: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const stroke =
  /stroke-width:([\d.]+);[^"]*?stroke:rgb\((\d+)[\d.]*%,(\d+)[\d.]*%[^"]*" d="M ([\d.-]+) ([\d.-]+) L ([\d.-]+) ([\d.-]+) "(?: transform="matrix\(([^)]*)\)")?/g;

/** The lines drawn on a page, such as borders; its number counts from 1. */
export function strokesOf(pdf: string, page: number): readonly Stroke[] {
  const svg = output("pdftocairo", "-svg", "-f", String(page), "-l", String(page), pdf, "-");
  return [...svg.matchAll(stroke)].map(([, thickness, red, green, ...numbers]) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers.slice(0, 4).map(Number);
    const [a = 1, , , d = 1, e = 0, f = 0] = (numbers[4] ?? "").split(",").map(Number);
    const [xs, ys] = [[x1, x2].map((x) => a * x + e), [y1, y2].map((y) => d * y + f)];
    return {
      thickness: Number(thickness),
      isRed: red === "100" && green === "0",
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    };
  });
}

/** The uppermost stretch of rows with red dots on the first page: the letters of a red head. */
export function redInk(pdf: string): Omit<Line, "text"> {
  const picture = bytes("pdftoppm", "-r", "144", "-f", "1", "-l", "1", pdf);
  const [head = "", across = "0", down = "0"] =
    /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.toString("latin1", 0, 40)) ?? [];
  const [columns, rows] = [Number(across), Number(down)];
  const isRed = (column: number, row: number): boolean => {
    const at = head.length + 3 * (row * columns + column);
    return (picture[at] ?? 0) > 200 && (picture[at + 1] ?? 255) < 80;
  };
  let found = { left: columns, right: 0, top: 0, bottom: 0 };
  for (let row = 0; row < rows; row++) {
    const red = Array.from({ length: columns }, (_, column) => column).filter((column) => isRed(column, row));
    if (red.length === 0 && found.bottom > 0) break;
    if (red.length === 0) continue;
    found = {
      left: Math.min(found.left, red[0] ?? 0),
      right: Math.max(found.right, red.at(-1) ?? 0),
      top: found.bottom > 0 ? found.top : row,
      bottom: row,
    };
  }
  return { left: found.left / 2, right: found.right / 2, top: found.top / 2, bottom: found.bottom / 2 };
}
