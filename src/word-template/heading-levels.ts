import { child, elements, type XmlElement } from "../package/xml.ts";

/** The level of a heading by the name of its style; null for any other paragraph. */
export function headingLevels(styles: XmlElement): (paragraph: XmlElement) => number | null {
  const levels = new Map<string, number>();
  for (const style of elements(styles)) {
    const name = child(style, "w:name")?.attributes.get("w:val") ?? "";
    const level = /^(?:heading|标题) ?([1-9])$/i.exec(name)?.[1];
    const id = style.attributes.get("w:styleId");
    if (level && id !== undefined) levels.set(id, Number(level));
  }
  return (paragraph) => {
    const style = child(child(paragraph, "w:pPr"), "w:pStyle")?.attributes.get("w:val");
    return levels.get(style ?? "") ?? null;
  };
}
