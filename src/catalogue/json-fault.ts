import type { JsonFault } from "../diagnostic/words/json-fault.ts";

export interface FoundJsonFault {
  readonly kind: JsonFault;
  readonly offset: number;
}

type Expecting = "value" | "first-value" | "key" | "first-key" | "colon" | "next" | "nothing";

const deepest = 10_000;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;

/** The first thing that cannot stand where it stands (RFC 8259), without recursion; null where the text is JSON. */
export function jsonFault(text: string): FoundJsonFault | null {
  const open: string[] = [];
  let expecting: Expecting = "value";
  let offset = 0;
  for (;;) {
    offset = endOf(/[ \t\n\r]*/y, text, offset) ?? offset;
    const sign = text[offset];
    if (sign === undefined) return expecting === "nothing" ? null : { kind: "end", offset };
    const next = mark(sign, expecting, open);
    if (open.length > deepest) return { kind: "depth", offset };
    if (next) {
      offset++;
      expecting = next;
      continue;
    }
    const end = wordFrom(text, offset, expecting);
    if (typeof end !== "number") return end;
    offset = end;
    expecting = isValue(expecting) ? behind(open) : "colon";
  }
}

function isValue(expecting: Expecting): boolean {
  return expecting === "value" || expecting === "first-value";
}

function behind(open: readonly string[]): Expecting {
  return open.length === 0 ? "nothing" : "next";
}

/** What is expected behind a bracket, colon or comma that may stand here; null where it is none, or may not. */
function mark(sign: string, expecting: Expecting, open: string[]): Expecting | null {
  if ((sign === "]" || sign === "}") && mayClose(expecting, sign, open.at(-1))) {
    open.pop();
    return behind(open);
  }
  if ((sign === "{" || sign === "[") && isValue(expecting)) {
    open.push(sign);
    return sign === "{" ? "first-key" : "first-value";
  }
  if (sign === ":" && expecting === "colon") return "value";
  if (sign === "," && expecting === "next") return open.at(-1) === "{" ? "key" : "value";
  return null;
}

/** Behind a key, text, number or word; or what is wrong. */
function wordFrom(text: string, offset: number, expecting: Expecting): number | FoundJsonFault {
  const isKey = expecting === "key" || expecting === "first-key";
  if (text[offset] === '"' && (isKey || isValue(expecting))) return endOfText(text, offset);
  const end = isValue(expecting) ? (endOf(number, text, offset) ?? endOf(word, text, offset)) : null;
  return end === null || /[\w.+-]/.test(text[end] ?? "") ? faultAt(text, offset, expecting) : end;
}

function mayClose(expecting: Expecting, sign: string, open: string | undefined): boolean {
  if (sign === "]") return open === "[" && (expecting === "next" || expecting === "first-value");
  return open === "{" && (expecting === "next" || expecting === "first-key");
}

function endOf(what: RegExp, text: string, offset: number): number | null {
  what.lastIndex = offset;
  return what.test(text) ? what.lastIndex : null;
}

/** Behind a text that begins at an offset, or what is wrong inside it. */
function endOfText(text: string, offset: number): number | FoundJsonFault {
  for (let at = offset + 1; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"') return at + 1;
    if (sign === "\n" || sign === "\r") return { kind: "quote-open", offset };
    if (sign < " ") return { kind: "control", offset: at };
    if (sign !== "\\") continue;
    const end = endOf(/\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y, text, at);
    if (end === null) return { kind: "escape", offset: at };
    at = end - 1;
  }
  return { kind: "quote-open", offset };
}

function faultAt(text: string, offset: number, expecting: Expecting): FoundJsonFault {
  const sign = text.charAt(offset);
  if (sign === "/" || sign === "#") return { kind: "comment", offset };
  if (sign === "'") return { kind: "quote-single", offset };
  if (/[，：“”｛｝［］]/.test(sign)) return { kind: "full-width", offset };
  if ((sign === "}" || sign === "]") && /^(?:key|value)$/.test(expecting)) {
    const before = text.slice(0, offset).trimEnd();
    if (before.endsWith(",")) return { kind: "comma-extra", offset: before.length - 1 };
  }
  if (expecting === "nothing") return { kind: "excess", offset };
  if (expecting === "next") return { kind: "comma", offset };
  if (expecting === "colon") return { kind: "colon", offset };
  if (expecting === "key" || expecting === "first-key") return { kind: "key", offset };
  return { kind: /[-+.\d]/.test(sign) ? "number" : "value", offset };
}
