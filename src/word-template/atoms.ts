import { child, descendants, elements, type XmlElement } from "../package/xml.ts";

/** How a run looks: its properties as they are written. One object a run. */
export interface Look {
  readonly rPr: string;
}

/** What a paragraph is made of, one after the other. */
export type Atom = Character | Opaque;

interface Character {
  readonly kind: "character";
  readonly text: string;
  readonly look: Look;
  readonly level: string;
}

/** What is no letter: kept as it is written. */
export interface Opaque {
  /** `run`: what stands in a run. `box`: what holds paragraphs of its own. */
  readonly kind: "xml" | "run" | "box";
  readonly xml: string;
  /** Of a box. */
  readonly element: XmlElement;
  readonly look: Look;
  /** What it counts for inside a tag, where it is dropped: a break is a space; null: it is kept. */
  readonly asText: string | null;
  /** Whether nothing is lost with it. */
  readonly isHarmless: boolean;
  readonly level: string;
}

const noLook: Look = { rPr: "" };

/** The atoms of a paragraph without its properties. */
export function atomsOf(paragraph: XmlElement, xml: string): readonly Atom[] {
  const reader = new AtomReader(xml);
  for (const each of elements(paragraph))
    if (each.name !== "w:pPr") reader.inline(each, String(paragraph.start));
  return reader.atoms;
}

/** Passed through: what is in them is text as any other. A tracked insertion only where it holds braces. */
const transparent: ReadonlySet<string> = new Set(["w:smartTag", "w:ins", "w:moveTo"]);
const dropped: ReadonlySet<string> = new Set(["w:proofErr", "w:lastRenderedPageBreak", "w:smartTagPr"]);
const bookmarks: ReadonlySet<string> = new Set([
  "w:bookmarkStart",
  "w:bookmarkEnd",
  "w:commentRangeStart",
  "w:commentRangeEnd",
]);
const wrappers: ReadonlySet<string> = new Set([
  "w:ins",
  "w:moveTo",
  "w:hyperlink",
  "w:sdt",
  "w:sdtContent",
  "w:fldSimple",
  "w:dir",
  "w:bdo",
  "w:customXml",
]);

/** Whether the letters inside an element of a paragraph are read as its text. */
export function isReadThrough(name: string): boolean {
  return name === "w:r" || wrappers.has(name) || transparent.has(name);
}

const asText: Readonly<Record<string, string>> = {
  "w:tab": "\t",
  "w:br": " ",
  "w:cr": " ",
  "w:noBreakHyphen": "-",
  "w:softHyphen": "",
};

class AtomReader {
  readonly atoms: Atom[] = [];
  private readonly xml: string;
  private readonly fields: string[] = [];

  constructor(xml: string) {
    this.xml = xml;
  }

  inline(element: XmlElement, wrapper: string): void {
    const { name, start, end } = element;
    if (dropped.has(name)) return;
    if (name === "w:r") this.run(element, wrapper);
    else if (transparent.has(name) && (name === "w:smartTag" || /[{}]/.test(wordsOf(element))))
      for (const each of elements(element)) this.inline(each, wrapper);
    else if (wrappers.has(name)) this.wrapped(element, wrapper);
    else if (name === "w:sdtPr")
      this.opaque("xml", element, unbound(this.xml.slice(start, end)), noLook, wrapper, false);
    else this.opaque("xml", element, this.xml.slice(start, end), noLook, wrapper, bookmarks.has(name));
  }

  private wrapped(element: XmlElement, around: string): void {
    const inside = elements(element);
    const contentStart = inside[0]?.start ?? element.contentEnd;
    this.opaque("xml", element, this.xml.slice(element.start, contentStart), noLook, around, false);
    for (const each of inside) this.inline(each, String(element.start));
    this.opaque("xml", element, this.xml.slice(element.contentEnd, element.end), noLook, around, false);
  }

  private run(run: XmlElement, wrapper: string): void {
    const properties = child(run, "w:rPr");
    const look = { rPr: properties ? this.xml.slice(properties.start, properties.end) : "" };
    for (const each of elements(run)) {
      const { name, start, end } = each;
      if (name === "w:rPr" || dropped.has(name)) continue;
      if (name === "w:t") this.characters(each, look, wrapper);
      else if (name === "w:fldChar") this.field(each, look, wrapper);
      else {
        const isBox = [...descendants(each)].some((inner) => inner.name === "w:p");
        const isHarmless = name === "w:commentReference" || name === "w:softHyphen";
        this.opaque(isBox ? "box" : "run", each, this.xml.slice(start, end), look, wrapper, isHarmless);
      }
    }
  }

  private characters(text: XmlElement, look: Look, wrapper: string): void {
    const level = this.level(wrapper);
    for (const character of textOf(text).split(""))
      this.atoms.push({ kind: "character", text: character, look, level });
  }

  /** A block cannot begin inside a field and end outside: its parts are levels of their own. */
  private field(mark: XmlElement, look: Look, wrapper: string): void {
    const type = mark.attributes.get("w:fldCharType");
    if (type !== "begin") this.fields.pop();
    this.opaque("run", mark, this.xml.slice(mark.start, mark.end), look, wrapper, false);
    if (type !== "end") this.fields.push(String(mark.start));
  }

  private opaque(
    kind: Opaque["kind"],
    element: XmlElement,
    xml: string,
    look: Look,
    wrapper: string,
    isHarmless: boolean,
  ): void {
    const plain = kind === "run" && !element.attributes.has("w:type") ? (asText[element.name] ?? null) : null;
    this.atoms.push({ kind, xml, element, look, asText: plain, isHarmless, level: this.level(wrapper) });
  }

  private level(wrapper: string): string {
    return [wrapper, ...this.fields].join("/");
  }
}

/**
 * A control that holds tags is no field for one plain text, shows no prompt, and is bound to no property, which would
 * take its place when the file is opened (ECMA-376 part 1 §17.5.2.6, §17.5.2.39, §17.5.2.44).
 */
export function unbound(properties: string): string {
  return properties.replace(/<(?:w:text|w:showingPlcHdr|w15:dataBinding|w:dataBinding)\b[^>]*\/>/g, "");
}

/** Without `xml:space` the spaces at its ends are none (ECMA-376 part 1 §17.3.3.31). */
export function textOf(text: XmlElement): string {
  const all = text.children.filter((each) => typeof each === "string").join("");
  return (text.attributes.get("xml:space") === "preserve" ? all : trimmed(all)).replace(/[\t\r\n]/g, " ");
}

/** Of the white space of XML only: an ideographic space is a letter. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

/** The words of a paragraph without those of paragraphs inside it (text boxes), breaks as spaces. */
export function wordsOf(element: XmlElement): string {
  return elements(element)
    .map((each) => {
      if (each.name === "w:t") return textOf(each);
      return asText[each.name] ?? (isReadThrough(each.name) ? wordsOf(each) : "");
    })
    .join("");
}
