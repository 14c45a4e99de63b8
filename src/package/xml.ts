import { hasForbidden, unescapeXml } from "./xml-text.ts";

/** An element with its place in the text, so that a part can be changed without writing the rest anew. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  readonly start: number;
  readonly end: number;
  /** Where the end tag begins; for an element without one, its end. */
  readonly contentEnd: number;
}

export type XmlNode = XmlElement | string;

export type XmlResult =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly reason: XmlFault };

export type XmlFault = "xml-malformed" | "xml-doctype" | "xml-too-deep";

const deepest = 256;
const openTag = /<([A-Za-z_:\u0080-\uffff][\w:.\-\u0080-\uffff]*)/y;
const attribute = /\s+([A-Za-z_:\u0080-\uffff][\w:.\-\u0080-\uffff]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /\s*(\/?)>/y;
const closeTag = /<\/([A-Za-z_:\u0080-\uffff][\w:.\-\u0080-\uffff]*)\s*>/y;

interface Open extends XmlElement {
  readonly children: XmlNode[];
  end: number;
  contentEnd: number;
}

/**
 * Reads a part of a package: XML 1.0 without DOCTYPE, in time linear in its length.
 * Comments and processing instructions are passed over; prefixes are kept as written.
 */
export function parseXml(text: string): XmlResult {
  if (hasForbidden(text)) return { ok: false, reason: "xml-malformed" };
  const reader = new Reader(text);
  const reason = reader.read();
  if (reason) return { ok: false, reason };
  return reader.root ? { ok: true, root: reader.root } : { ok: false, reason: "xml-malformed" };
}

class Reader {
  root: XmlElement | null = null;
  private readonly text: string;
  private readonly open: Open[] = [];
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  read(): XmlFault | null {
    while (this.at < this.text.length) {
      const fault = this.text[this.at] === "<" ? this.markup() : this.characters();
      if (fault) return fault;
    }
    return this.open.length > 0 ? "xml-malformed" : null;
  }

  private markup(): XmlFault | null {
    const next = this.text[this.at + 1];
    if (next === "/") return this.close();
    if (next === "?") return this.skip("?>");
    if (next !== "!") return this.element();
    if (this.text.startsWith("<!--", this.at)) return this.skip("-->");
    if (this.text.startsWith("<![CDATA[", this.at)) return this.cdata();
    return this.text.startsWith("<!DOCTYPE", this.at) ? "xml-doctype" : "xml-malformed";
  }

  private skip(end: string): XmlFault | null {
    const found = this.text.indexOf(end, this.at + 2);
    this.at = found + end.length;
    return found < 0 ? "xml-malformed" : null;
  }

  private cdata(): XmlFault | null {
    const from = this.at + "<![CDATA[".length;
    const fault = this.skip("]]>");
    return fault ?? this.put(this.text.slice(from, this.at - 3));
  }

  private characters(): XmlFault | null {
    const next = this.text.indexOf("<", this.at);
    const end = next < 0 ? this.text.length : next;
    const plain = unescapeXml(this.text.slice(this.at, end));
    this.at = end;
    if (plain === null) return "xml-malformed";
    if (this.open.length === 0) return /^[\s\ufeff]*$/.test(plain) ? null : "xml-malformed";
    return this.put(plain);
  }

  private put(node: XmlNode): XmlFault | null {
    const parent = this.open.at(-1);
    parent?.children.push(node);
    return parent ? null : "xml-malformed";
  }

  private element(): XmlFault | null {
    const start = this.at;
    const name = this.match(openTag)?.[1];
    const attributes = name ? this.attributes() : null;
    const end = attributes ? this.match(tagEnd) : null;
    if (!name || !attributes || !end) return "xml-malformed";
    const element: Open = { name, attributes, children: [], start, end: this.at, contentEnd: this.at };
    if (this.open.length > 0) this.put(element);
    else if (this.root) return "xml-malformed";
    else this.root = element;
    if (end[1] === "/") return null;
    this.open.push(element);
    return this.open.length > deepest ? "xml-too-deep" : null;
  }

  private attributes(): ReadonlyMap<string, string> | null {
    const attributes = new Map<string, string>();
    for (let found = this.match(attribute); found; found = this.match(attribute)) {
      const name = found[1] ?? "";
      const value = unescapeXml(found[2] ?? found[3] ?? "");
      if (value === null || attributes.has(name)) return null;
      attributes.set(name, value);
    }
    return attributes;
  }

  private close(): XmlFault | null {
    const start = this.at;
    const name = this.match(closeTag)?.[1];
    const element = this.open.pop();
    if (!element || element.name !== name) return "xml-malformed";
    element.contentEnd = start;
    element.end = this.at;
    return null;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }
}

export function elements(parent: XmlElement): readonly XmlElement[] {
  return parent.children.filter((child) => typeof child !== "string");
}

export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent && elements(parent).find((each) => each.name === name);
}

/** The element and all below it, in document order. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const each of element.children) if (typeof each !== "string") yield* descendants(each);
}
