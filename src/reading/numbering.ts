import { child, elements, type XmlElement } from "../package/xml.ts";
import { chineseNumber } from "../quantity/chinese-number.ts";

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1、`: the numbers of levels, from 1, between other letters. */
  readonly text: string;
}

interface List {
  /** The definition that counts: lists of the same go on counting. */
  readonly counter: string;
  readonly levels: ReadonlyMap<number, Level>;
}

const highestLevel = 8;
/** Of what a person writes around the numbers. */
const longestText = 100;

/** The numbers of automatic lists, which no run holds: Word and WPS make them of 一、 as it is typed. */
export class Numbering {
  private readonly lists = new Map<string, List>();
  /** What a style says of its paragraphs' numbers. */
  private readonly styles = new Map<string, XmlElement>();
  private readonly counts = new Map<string, (number | undefined)[]>();

  constructor(numbering: XmlElement | undefined, styles: XmlElement | undefined) {
    const all = numbering ? elements(numbering) : [];
    const abstract = new Map(
      all.flatMap((each): readonly [string, ReadonlyMap<number, Level>][] =>
        each.name === "w:abstractNum"
          ? [[each.attributes.get("w:abstractNumId") ?? "", levelsIn(elements(each))]]
          : [],
      ),
    );
    for (const each of all) {
      if (each.name !== "w:num") continue;
      const counter = val(child(each, "w:abstractNumId"));
      const levels = abstract.get(counter);
      if (levels) this.lists.set(each.attributes.get("w:numId") ?? "", { counter, levels });
    }
    for (const style of styles ? elements(styles) : []) {
      const properties = child(child(style, "w:pPr"), "w:numPr");
      if (properties) this.styles.set(style.attributes.get("w:styleId") ?? "", properties);
    }
  }

  /** The number of the next paragraph; null where it has none, or one that is no number (a bullet). */
  next(paragraph: XmlElement): string | null {
    const properties = child(paragraph, "w:pPr");
    const ofStyle = this.styles.get(val(child(properties, "w:pStyle")));
    const own = child(properties, "w:numPr");
    const id = val(child(own, "w:numId") ?? child(ofStyle, "w:numId"));
    const level = Number(val(child(own, "w:ilvl") ?? child(ofStyle, "w:ilvl")));
    const list = this.lists.get(id);
    const given = list?.levels.get(level);
    if (!list || !given) return null;
    const counts = (this.counts.get(list.counter) ?? []).slice(0, level + 1);
    counts[level] = (counts[level] ?? given.start - 1) + 1;
    this.counts.set(list.counter, counts);
    return textOf(given, list, counts);
  }
}

function textOf(
  { text, format }: Level,
  { levels }: List,
  counts: readonly (number | undefined)[],
): string | null {
  if (format === "bullet" || format === "none") return null;
  let isKnown = true;
  const shown = text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const level = levels.get(at);
    const number = written(counts[at] ?? level?.start ?? 1, level?.format ?? "");
    if (number === null) isKnown = false;
    return number ?? "";
  });
  return isKnown ? shown : null;
}

/** ECMA-376 part 1 §17.18.59; null for a way of writing that is not known here. */
function written(number: number, format: string): string | null {
  if (format === "decimal") return String(number);
  if (format === "decimalZero") return String(number).padStart(2, "0");
  if (/^(?:chineseCounting|chineseCountingThousand|japaneseCounting|taiwaneseCountingThousand)$/.test(format))
    return number >= 1 && number <= 9999 ? chineseNumber(number) : null;
  if (/^decimalEnclosedCircle(?:Chinese)?$/.test(format))
    return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : null;
  if (format === "decimalFullWidth")
    return String(number).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
  return null;
}

function levelsIn(all: readonly XmlElement[]): ReadonlyMap<number, Level> {
  const levels = new Map<number, Level>();
  for (const each of all) {
    const at = Number(each.attributes.get("w:ilvl") ?? "");
    if (each.name !== "w:lvl" || !Number.isInteger(at) || at < 0 || at > highestLevel) continue;
    const start = Number(val(child(each, "w:start")) || "1");
    levels.set(at, {
      start: Number.isSafeInteger(start) ? start : 1,
      format: val(child(each, "w:numFmt")) || "decimal",
      text: val(child(each, "w:lvlText")).slice(0, longestText),
    });
  }
  return levels;
}

function val(element: XmlElement | undefined): string {
  return element?.attributes.get("w:val") ?? "";
}
