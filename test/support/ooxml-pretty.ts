import type { XmlElement } from "../../src/package/xml.ts";
import { escapeAttribute, escapeText } from "../../src/package/xml-text.ts";

/** An element a line, indented, its attributes as written: the tree of a part in a form that can be reviewed. */
export function pretty(element: XmlElement, indent = ""): string {
  const attributes = [...element.attributes].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  const open = `${indent}<${element.name}${attributes.join("")}`;
  if (element.children.length === 0) return `${open}/>\n`;
  if (element.children.every((each) => typeof each === "string"))
    return `${open}>${escapeText(element.children.join(""))}</${element.name}>\n`;
  const inside = element.children
    .map((each) => (typeof each === "string" ? words(each, indent) : pretty(each, `${indent}  `)))
    .join("");
  return `${open}>\n${inside}${indent}</${element.name}>\n`;
}

function words(text: string, indent: string): string {
  return text.trim() === "" ? "" : `${indent}  ${escapeText(text)}\n`;
}
