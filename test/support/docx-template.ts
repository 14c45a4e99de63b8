import { readFileSync } from "node:fs";
import { join } from "node:path";
import { zip } from "../../src/package/zip.ts";
import { partsOf } from "./docx-text.ts";
import { root } from "./root.ts";

export const standardDocx: Uint8Array = readFileSync(join(root, "templates", "standard.docx"));

/** A package with one of its parts changed; null takes the part away. */
export function withPart(
  bytes: Uint8Array,
  name: string,
  change: (xml: string) => string | Uint8Array | null,
): Uint8Array {
  const parts = new Map(partsOf(bytes));
  const changed = change(new TextDecoder().decode(parts.get(name)));
  if (changed === null) parts.delete(name);
  else parts.set(name, typeof changed === "string" ? new TextEncoder().encode(changed) : changed);
  return zip(parts);
}

const bodyParagraph = '<w:p><w:r><w:t xml:space="preserve">{{body}}</w:t></w:r></w:p>';

/** The standard template with other XML where its paragraph {{body}} is. */
export function withBody(xml: string): Uint8Array {
  return withPart(standardDocx, "word/document.xml", (text) => {
    if (!text.includes(bodyParagraph)) throw new Error("the standard template has another body");
    return text.replace(bodyParagraph, () => xml);
  });
}
