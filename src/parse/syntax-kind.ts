import type { ErrorCode } from "yaml";
import type { SyntaxKind } from "../diagnostic/words/yaml.ts";

const kinds: Readonly<Partial<Record<ErrorCode, SyntaxKind>>> = {
  BAD_INDENT: "indent",
  TAB_AS_INDENT: "tab",
  BAD_DQ_ESCAPE: "escape",
  BAD_SCALAR_START: "reserved",
  BLOCK_AS_IMPLICIT_KEY: "indent",
  BLOCK_IN_FLOW: "bracket",
  MULTILINE_IMPLICIT_KEY: "colon",
  KEY_OVER_1024_CHARS: "key",
  NON_STRING_KEY: "key",
};

/** The library's code and message as a reason that a clerk can act on. */
export function syntaxKind(code: ErrorCode, message: string, line: string): SyntaxKind {
  if (/^\s*[\w-]+：/.test(line)) return "full-width-colon";
  if (code === "MISSING_CHAR" || code === "UNEXPECTED_TOKEN") return missing(message);
  return kinds[code] ?? "other";
}

function missing(message: string): SyntaxKind {
  if (/quote/.test(message)) return "quote";
  if (/flow|\]|\}|comma|bracket/i.test(message)) return "bracket";
  if (/implicit map key|: /.test(message)) return "colon";
  return "other";
}
