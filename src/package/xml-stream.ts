import type { XmlFault } from "./xml.ts";
import { hasForbidden, unescapeXml } from "./xml-text.ts";

/** What a part says, one thing after the other. Names are without their prefix. */
export interface XmlHandler {
  /** `attributes` is what stands behind the name in the tag, unread: see `attributeOf`. */
  readonly open: (name: string, attributes: string) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

const deepest = 256;
/** No tag and no text of a workbook is longer: a cell holds 32,767 characters. */
const longest = 4 * 1024 * 1024;
const greater = 0x3e;
const doubleQuote = 0x22;
const singleQuote = 0x27;
const tag =
  /^([A-Za-z_:\u0080-\uffff][\w:.\-\u0080-\uffff]*)((?:\s+[A-Za-z_:\u0080-\uffff][\w:.\-\u0080-\uffff]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*$/;

/**
 * Reads a part of a package as it comes: XML 1.0 without DOCTYPE, in time linear in its length and in memory for one
 * tag or one text. Comments and processing instructions are passed over.
 */
export class XmlStream {
  private rest = "";
  private readonly open: string[] = [];
  private rooted = false;
  private readonly handler: XmlHandler;

  constructor(handler: XmlHandler) {
    this.handler = handler;
  }

  push(text: string): XmlFault | null {
    if (hasForbidden(text)) return "xml-malformed";
    const all = this.rest + text;
    let at = 0;
    while (at < all.length) {
      const end = all[at] === "<" ? markupEnd(all, at) : all.indexOf("<", at);
      if (end < 0) break;
      const fault = all[at] === "<" ? this.markup(all.slice(at, end)) : this.characters(all.slice(at, end));
      if (fault) return fault;
      at = end;
    }
    this.rest = all.slice(at);
    return this.rest.length > longest ? "xml-malformed" : null;
  }

  end(): XmlFault | null {
    const left = this.rest.trim() === "" || this.open.length > 0 ? null : "xml-malformed";
    return left ?? (this.open.length > 0 || !this.rooted ? "xml-malformed" : null);
  }

  private markup(text: string): XmlFault | null {
    const next = text[1];
    if (next === "/") return this.closeTag(text.slice(2, -1).trimEnd());
    if (next === "?") return null;
    if (next !== "!") return this.openTag(text);
    if (text.startsWith("<!--")) return null;
    if (text.startsWith("<![CDATA[")) return this.put(text.slice(9, -3));
    return text.startsWith("<!DOCTYPE") ? "xml-doctype" : "xml-malformed";
  }

  private openTag(text: string): XmlFault | null {
    const empty = text.endsWith("/>");
    const match = tag.exec(text.slice(1, empty ? -2 : -1));
    if (!match?.[1] || (this.open.length === 0 && this.rooted)) return "xml-malformed";
    this.rooted = true;
    const name = localName(match[1]);
    this.handler.open(name, match[2] ?? "");
    if (empty) {
      this.handler.close(name);
      return null;
    }
    this.open.push(match[1]);
    return this.open.length > deepest ? "xml-too-deep" : null;
  }

  private closeTag(name: string): XmlFault | null {
    if (this.open.pop() !== name) return "xml-malformed";
    this.handler.close(localName(name));
    return null;
  }

  private characters(text: string): XmlFault | null {
    const plain = unescapeXml(text);
    if (plain === null) return "xml-malformed";
    if (this.open.length === 0) return /^[\s\ufeff]*$/.test(plain) ? null : "xml-malformed";
    return this.put(plain);
  }

  private put(text: string): XmlFault | null {
    if (this.open.length === 0) return "xml-malformed";
    this.handler.text(text);
    return null;
  }
}

/** Behind the markup that begins here; -1 where the end has not come yet. */
function markupEnd(text: string, at: number): number {
  if (text.startsWith("<!--", at)) return behind(text, "-->", at + 4);
  if (text.startsWith("<![CDATA[", at)) return behind(text, "]]>", at + 9);
  if (text.startsWith("<?", at)) return behind(text, "?>", at + 2);
  const isCut = text.length - at < 9 && "<![CDATA[".startsWith(text.slice(at));
  return isCut && text.length - at > 1 ? -1 : tagEnd(text, at);
}

function behind(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from);
  return found < 0 ? -1 : found + end.length;
}

/** Behind the first `>` that no attribute's value holds. */
function tagEnd(text: string, at: number): number {
  for (let index = at; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === greater) return index + 1;
    if (code !== doubleQuote && code !== singleQuote) continue;
    index = text.indexOf(code === doubleQuote ? '"' : "'", index + 1);
    if (index < 0) return -1;
  }
  return -1;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

const attribute = /\s+(?:[^\s:=]+:)?([^\s:=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/** The value of an attribute of a tag, without regard to a prefix of its name; null where it is not given. */
export function attributeOf(attributes: string, name: string): string | null {
  if (!attributes.includes(name)) return null;
  attribute.lastIndex = 0;
  for (let found = attribute.exec(attributes); found; found = attribute.exec(attributes))
    if (found[1] === name) return unescapeXml(found[2] ?? found[3] ?? "");
  return null;
}
