import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import { type Block, type Document, inlineText } from "../document/document.ts";

/** Every part and section has something under it; headings of levels 3 and 4 may say all that there is to say. */
export function checkStructure({ blocks }: Document): readonly Diagnostic[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== "heading" || block.level > 2 || hasContent(block.level, blocks[index + 1])) return [];
    return [diagnostic("section-empty", block.origin, { heading: block.number + inlineText(block.content) })];
  });
}

function hasContent(level: number, next: Block | undefined): boolean {
  return (
    next?.kind === "paragraph" ||
    next?.kind === "table" ||
    next?.kind === "chart" ||
    (next?.kind === "heading" && next.level > level)
  );
}
