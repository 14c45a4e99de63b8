import type { Place } from "./source-map.ts";

/**
 * Whether words can be put in a place without Handlebars taking the letters around for other tags, or for none:
 * a brace or a backslash that touches `{{`, a brace behind `}}`, an escaped `\{{` that loses a letter.
 */
export function keepsTags({ file: { text }, start, end }: Place, words: string): boolean {
  const [before, behind] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)];
  if (/\\\{\{/.test(words) || /\\\{\{/.test(escapeAround(text, start, end))) return false;
  const [left, right] = [before + words, words + behind];
  const last = left.at(-1) ?? "";
  if (before.endsWith("{") && right.startsWith("{")) return false;
  if (before.endsWith("\\") && (words.startsWith("{{") || behind === "{{")) return false;
  if (last === "{" && behind.startsWith("{")) return false;
  if (last === "\\" && (behind === "{{" || behind.startsWith("\\"))) return false;
  return !(before === "}}" && right.startsWith("}"));
}

/** What is replaced, with the letters that an escape before or behind it would have in it. */
function escapeAround(text: string, start: number, end: number): string {
  return start === end
    ? text.slice(Math.max(0, start - 2), end + 1)
    : text.slice(Math.max(0, start - 2), end + 2);
}
