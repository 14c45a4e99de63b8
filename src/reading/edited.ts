import { type BuildRecord, markOf, pageless } from "../document/record.ts";
import { isAsBuilt } from "./as-built.ts";
import { isIn } from "./changes.ts";
import { openWord, type WordFault, type WordFile } from "./open-word.ts";
import { readRecord } from "./record.ts";
import { walkWord } from "./stories.ts";
import { chains } from "./view.ts";

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
  const { paragraphs: walked } = walkWord(file, nothing);
  const found = chains(walked, "final").flatMap((chain) => {
    const all = chain.flatMap((index) => walked[index] ?? []);
    const text = all
      .flatMap(({ atoms }) => atoms)
      .filter(({ kind, change }) => kind === "words" && isIn(change, "final"))
      .reduce((words, { text }) => words + text, "");
    const story = all[0]?.story ?? "body";
    return text.trim() === "" ? [] : [`${story} ${markOf(pageless(text, story))}`];
  });
  return sorted(found) === sorted(paragraphs.map(({ story, whole }) => `${story} ${whole}`));
}

const nothing = { isBookmark: () => false, isTag: () => false };

/** Headers, footers and notes may have changed places, and are not counted: sections repeat them. */
function sorted(marks: readonly string[]): string {
  const [body, others] = [
    marks.filter((each) => each.startsWith("body")),
    marks.filter((each) => !each.startsWith("body")),
  ];
  return [...body, ...[...new Set(others)].toSorted()].join("\n");
}
