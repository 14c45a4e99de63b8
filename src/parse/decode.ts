import { type Diagnostic, diagnostic, failed, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";

/** Bytes as text: UTF-8 only, a BOM taken off, nothing replaced silently. */
export function decode(path: string, bytes: Uint8Array): Outcome<SourceFile> {
  const text = strictUtf8(bytes);
  if (text === null) return failed(wrongEncoding(path, bytes));
  const file = { path, text: text.startsWith("\uFEFF") ? text.slice(1) : text };
  const start = { file, start: 0, end: 0 };
  if (file.text.trim() === "") return failed(diagnostic("file-empty", start, { path }));
  const warnings: Diagnostic[] = text === file.text ? [] : [diagnostic("byte-order-mark", start, {})];
  return outcome(file, [...warnings, ...mixedLineEnds(file), ...forbiddenCharacters(file)]);
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const encodings = { GB18030: "gb18030", "UTF-16": "utf-16le", "UTF-8": "utf-8" } as const;

/** Shown as what it looks like, so that the clerk sees the words; the place is the first that is not ASCII. */
function wrongEncoding(path: string, bytes: Uint8Array): Diagnostic {
  const looksLike = guess(bytes);
  const encoding = looksLike === "UTF-16" && bytes[0] === 0xfe ? "utf-16be" : encodings[looksLike ?? "UTF-8"];
  const file = { path, text: new TextDecoder(encoding).decode(bytes) };
  const at = Math.max(0, file.text.search(looksLike ? /[^\0-\x7f]/ : /\ufffd/));
  return diagnostic("file-encoding", { file, start: at, end: at + 1 }, { looksLike });
}

function guess(bytes: Uint8Array): "GB18030" | "UTF-16" | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return "UTF-16";
  try {
    const text = new TextDecoder("gb18030", { fatal: true }).decode(bytes);
    return /\p{Script=Han}/u.test(text) ? "GB18030" : null;
  } catch {
    return null;
  }
}

function mixedLineEnds(file: SourceFile): readonly Diagnostic[] {
  if (!file.text.includes("\r\n")) return [];
  const crlf = file.text.match(/\r\n/g)?.length ?? 0;
  const lf = (file.text.match(/\n/g)?.length ?? 0) - crlf;
  if (crlf === 0 || lf === 0) return [];
  const at = crlf < lf ? file.text.indexOf("\r\n") : file.text.search(/(?<!\r)\n/);
  return [diagnostic("line-endings-mixed", { file, start: at, end: at }, { lf, crlf })];
}

/**
 * Characters that XML 1.0 §2.2 forbids, and those that would deceive a reader or our own marks:
 * C0, DEL and C1 controls, a CR of its own, bidi controls, what is invisible (soft hyphen, zero-width space, tags),
 * separators of lines and paragraphs, lone surrogates, private use, U+FFFD, noncharacters.
 */
const forbidden =
  /\r(?!\n)|[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\p{Surrogate}\p{Private_Use}\p{Noncharacter_Code_Point}\ufeff\ufff9-\ufffd\u{e0000}-\u{e007f}]/gu;

/** Every one of them is or begins with one of these units; most texts have none, and that is found faster. */
const suspect =
  /[\0-\x08\v\f\r\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\uffff]/;

export function findForbidden(
  text: string,
): readonly { readonly index: number; readonly character: string }[] {
  if (!suspect.test(text)) return [];
  return [...text.matchAll(forbidden)].map((match) => ({
    index: match.index,
    character: codePoint(match[0]),
  }));
}

function forbiddenCharacters(file: SourceFile): readonly Diagnostic[] {
  const found = findForbidden(file.text);
  // Where lines end with CR alone, once is enough.
  const firstCr = found.find(({ character }) => character === "U+000D");
  return found
    .filter((each) => each === firstCr || each.character !== "U+000D")
    .slice(0, 20)
    .map(({ index, character }) =>
      diagnostic("character-forbidden", { file, start: index, end: index + 1 }, { character }),
    );
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
