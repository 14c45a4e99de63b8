import type { BuildRecord, RecordedParagraph } from "../document/record.ts";
import { isAsBuilt } from "./as-built.ts";
import { openWord, type WordFault, type WordFile } from "./open-word.ts";
import { linesOf } from "./plain-text.ts";
import { readRecord } from "./record.ts";

/** What has become of a Word file that another is to replace. */
export type FileState =
  /** Nothing is lost with it. */
  | { readonly kind: "as-built" }
  /** By its words: others than were built, still those, or already those of the other file. */
  | { readonly kind: "edited"; readonly how: "words" | "saved" | "taken-over" }
  | { readonly kind: "not-built" }
  | { readonly kind: "unreadable"; readonly fault: WordFault };

export function stateOf(bytes: Uint8Array, replacement: Uint8Array): FileState {
  if (bytes.length === 0 || Buffer.compare(bytes, replacement) === 0 || isAsBuilt(bytes))
    return { kind: "as-built" };
  const opened = openWord(bytes);
  if (!opened.ok) return { kind: "unreadable", fault: opened.reason };
  const { file } = opened;
  const record = readRecord(file.parts);
  if (!record) return { kind: "not-built" };
  if (readsAs(file, record)) return { kind: "edited", how: "saved" };
  const next = openWord(replacement);
  const planned = next.ok ? readRecord(next.file.parts) : null;
  return { kind: "edited", how: planned && readsAs(file, planned) ? "taken-over" : "words" };
}

/** Whether a file has the words of a record, however they are set: programs that save it anew move white space and parts. */
function readsAs(file: WordFile, { paragraphs }: BuildRecord): boolean {
  const { body, notes, edges } = linesOf(file);
  const recorded = (stories: readonly string[]): readonly string[] =>
    paragraphs.filter(({ story }) => stories.includes(story)).map(textOf);
  if (letters(body.join("")) !== letters(recorded(["body"]).join(""))) return false;
  if (letters(notes.join("")) !== letters(recorded(["footnote", "endnote"]).join(""))) return false;
  const found = edges.map((line) => letters(line.replace(/^\[\w+\] /, "")));
  const known = recorded(["header", "footer"]).map(letters);
  return (
    found.every((line) => known.some((each) => isSameEdge(line, each))) &&
    known.every((each) => found.some((line) => isSameEdge(line, each)))
  );
}

function textOf({ content }: RecordedParagraph): string {
  return content.map((inline) => (inline.kind === "text" ? inline.text : inline.shown)).join("");
}

/** Without white space, the marks of notes, and symbols that have no letter. */
function letters(text: string): string {
  return text.replace(/\s|\[-?\d{1,9}\]|□/g, "");
}

/** A page number is a mark in the one, and as old as the last printing in the other. */
function isSameEdge(line: string, recorded: string): boolean {
  if (line === recorded) return true;
  return line.includes("#") && line.replace(/[#\d]/g, "") === recorded.replace(/\d/g, "");
}
