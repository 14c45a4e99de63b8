import type { XmlElement } from "../package/xml.ts";

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** The prefixes that Word writes, and nearly all that write for it. Strict files have names of their own. */
const usual: ReadonlyMap<string, string> = new Map([
  [word, "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["http://schemas.microsoft.com/office/word/2010/wordml", "w14"],
  ["http://schemas.microsoft.com/office/word/2012/wordml", "w15"],
]);

/** A part with these prefixes, where a program has written it anew with others. */
export function withUsualPrefixes(root: XmlElement): XmlElement {
  const prefixes = new Map<string, string>();
  for (const [name, value] of root.attributes) {
    const own = name === "xmlns" ? "" : name.startsWith("xmlns:") ? name.slice("xmlns:".length) : null;
    const prefix = usual.get(value);
    if (own !== null && prefix !== undefined && prefix !== own) prefixes.set(own, prefix);
  }
  return prefixes.size > 0 ? renamed(root, prefixes) : root;
}

function renamed(element: XmlElement, prefixes: ReadonlyMap<string, string>): XmlElement {
  const attributes = [...element.attributes].map(
    ([name, value]) =>
      [
        // Without a prefix an attribute is in no namespace (Namespaces in XML 1.0 §6.2).
        name.includes(":") && !name.startsWith("xml") ? nameOf(name, prefixes) : name,
        value,
      ] as const,
  );
  return {
    ...element,
    name: nameOf(element.name, prefixes),
    attributes: new Map(attributes),
    children: element.children.map((each) => (typeof each === "string" ? each : renamed(each, prefixes))),
  };
}

function nameOf(name: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(":");
  const prefix = prefixes.get(name.slice(0, Math.max(0, colon)));
  return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
}
