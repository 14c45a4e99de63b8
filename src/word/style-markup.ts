import { characters, type fonts, linePitch } from "./gbt9704.ts";

/** A style of the standard look. Templates are searched for its name: programs rename the ids of Chinese styles. */
export interface StandardStyle {
  readonly name: string;
  readonly id: string;
  readonly type: "paragraph" | "table";
  /** Word has a style of this name of its own. */
  readonly builtIn: boolean;
  /** pPr, rPr, tblPr … in the order of the schema (ECMA-376 part 1 §17.7.4.17). */
  readonly properties: string;
  /** Id of the style of the paragraph that follows. */
  readonly next: string | null;
}

export type Font = (typeof fonts)[keyof typeof fonts];

/** §7.3.3: the first line in by two characters. */
export const firstLine: string = `<w:ind w:firstLineChars="200" w:firstLine="${characters(2)}"/>`;

/** Off the grid: a line height that the grid does not round up. */
export const offGrid = '<w:snapToGrid w:val="0"/>';

export function align(side: "left" | "center" | "right" | "both"): string {
  return `<w:jc w:val="${side}"/>`;
}

/** The hint makes “ ” — … letters of the Chinese font, so that they are as wide as a Hanzi. */
export function font({ name }: Font): string {
  return `<w:rFonts w:hint="eastAsia" w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>`;
}

export function letters(face: Font, halfPoints: number): string {
  return `${font(face)}${sized(halfPoints)}`;
}

/** Without the spacing that puts 28 characters on a line. */
export function sized(halfPoints: number): string {
  return `<w:spacing w:val="0"/><w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
}

/** So many blank lines before and after, as spacing: no empty paragraph that an editor could lose. */
export function blankLines(before: number, after: number): string {
  return lines(linePitch, before * linePitch, after * linePitch);
}

export function lines(height: number, before = 0, after = 0): string {
  return `<w:spacing w:before="${before}" w:after="${after}" w:line="${height}" w:lineRule="exact"/>`;
}

export function properties(pPr: string, rPr = ""): string {
  return `${pPr ? `<w:pPr>${pPr}</w:pPr>` : ""}${rPr ? `<w:rPr>${rPr}</w:rPr>` : ""}`;
}

export function styleXml(style: StandardStyle, base: string | null): string {
  const custom = style.builtIn ? "" : ' w:customStyle="1"';
  return (
    `<w:style w:type="${style.type}"${custom} w:styleId="${style.id}"><w:name w:val="${style.name}"/>` +
    (base === null ? "" : `<w:basedOn w:val="${base}"/>`) +
    (style.next === null ? "" : `<w:next w:val="${style.next}"/>`) +
    `<w:qFormat/>${style.properties}</w:style>`
  );
}
