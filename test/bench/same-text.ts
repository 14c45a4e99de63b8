import { openWord } from "../../src/reading/open-word.ts";
import { plainText } from "../../src/reading/plain-text.ts";

/** What a Word file says otherwise than these lines; null where it says the same. Headers and footers are left out. */
export function differenceOf(bytes: Uint8Array, expected: readonly string[]): string | null {
  const opened = openWord(bytes);
  if (!opened.ok) return `cannot be opened: ${opened.reason}`;
  const lines = plainText(opened.file)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^\[(?:header|footer)\] /.test(line));
  const at = expected.findIndex((line, index) => line !== lines[index]);
  if (at < 0 && lines.length === expected.length) return null;
  if (at < 0)
    return `${lines.length - expected.length} lines too many, the first “${cut(lines[expected.length])}”`;
  return `line ${at + 1} is “${cut(lines[at])}”, not “${cut(expected[at])}”`;
}

function cut(line: string | undefined): string {
  return line === undefined ? "" : line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
