import { readFileSync } from "node:fs";
import { join } from "node:path";
import { casesFolder } from "./case.ts";
import { withPart } from "./docx-template.ts";
import { baseData, fill } from "./fill-word.ts";
import { root } from "./root.ts";

export const letterheadDocx: Uint8Array = readFileSync(join(root, "templates", "letterhead.docx"));

/** The invented office's year with everything that a letterhead can show. */
export const fullLetterhead: string = readFileSync(
  join(casesFolder, "letterhead", "all", "data", "2022.yaml"),
  "utf8",
);

/** The invented office's year with lines of its own under `issued`. */
export function issued(...lines: readonly string[]): string {
  const group = ["issued:", "  date: 2023-02-20", ...lines.map((line) => `  ${line}`), "indicators:\n"];
  return baseData.replace("indicators:\n", group.join("\n"));
}

/** A report under the shipped letterhead, with so many lines between its annex and its imprint. */
export function withLetterhead(data: string, lines: number = 0): Uint8Array {
  const template = withPart(letterheadDocx, "word/document.xml", (xml) =>
    xml.replace(
      /\{\{body\}\}<\/w:t><\/w:r><\/w:p>/,
      (body) => body + "<w:p><w:r><w:t>行</w:t></w:r></w:p>".repeat(lines),
    ),
  );
  const { bytes, diagnostics } = fill(template, data);
  if (!bytes) throw new Error(`the letterhead is not filled: ${diagnostics.map(({ code }) => code).join()}`);
  return bytes;
}
