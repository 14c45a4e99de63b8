import type { ScalarNode } from "./data-node.ts";

const offsetsOf = new WeakMap<ScalarNode, readonly number[]>();

/**
 * The offset in the file of a character of a scalar's value, in every style; of an escaped character, that of its
 * backslash.
 */
export function sourceOffset(node: ScalarNode, index: number): number {
  const known = offsetsOf.get(node) ?? sourceOffsets(node);
  offsetsOf.set(node, known);
  return node.span.start + (known[Math.min(index, known.length - 1)] ?? 0);
}

const backslash = 0x5c;
const apostrophe = 0x27;

/** For each character of the value, where it stands in the scalar's source; 0 from one on that is not found there. */
function sourceOffsets(node: ScalarNode): readonly number[] {
  const source = node.span.file.text.slice(node.span.start, node.span.end);
  const quote = /^["']/.exec(source)?.[0] ?? "";
  const value = String(node.value);
  const special = quote === '"' ? backslash : quote === "'" ? apostrophe : -1;
  let at = /^[|>]/.test(source) ? source.indexOf("\n") + 1 : quote.length;
  const offsets: number[] = [];
  while (offsets.length < value.length) {
    // Most letters stand there just so.
    const letter = source.charCodeAt(at);
    if (letter === value.charCodeAt(offsets.length) && letter !== special) {
      offsets.push(at++);
      continue;
    }
    const found = next(source, at, quote, value.charAt(offsets.length));
    if (!found) return [...offsets, 0];
    for (let unit = 0; unit < found.units; unit++) offsets.push(found.offset);
    at = found.after;
  }
  return offsets;
}

/** Where a character is written, how many UTF-16 units stand there (none: a break that is no part of the value), and what comes after. */
interface Found {
  readonly offset: number;
  readonly units: number;
  readonly after: number;
}

function next(source: string, at: number, quote: string, wanted: string): Found | null {
  const escaped = quote === '"' ? escapeAt(source, at) : null;
  if (escaped) return escaped;
  // A space that folding made of a line break stands where the line ends.
  if (wanted.trim() === "" && source[at] !== wanted)
    return { offset: Math.max(at - 1, 0), units: 1, after: at };
  let offset = at;
  while (source[offset] !== wanted && source.charAt(offset).trim() === "" && offset < source.length) offset++;
  if (quote === '"' && source[offset] === "\\") return escapeAt(source, offset);
  if (source[offset] !== wanted) return null;
  const isDoubled = quote === "'" && wanted === "'";
  return { offset, units: 1, after: offset + (isDoubled ? 2 : 1) };
}

/** An escape of a double-quoted scalar (YAML 1.2 §5.7). */
function escapeAt(source: string, offset: number): Found | null {
  if (source[offset] !== "\\") return null;
  const lineBreak = /\\[ \t]*\r?\n[ \t]*/y;
  lineBreak.lastIndex = offset;
  if (lineBreak.test(source)) return { offset, units: 0, after: lineBreak.lastIndex };
  const digits = { x: 2, u: 4, U: 8 }[source.charAt(offset + 1)] ?? 0;
  const isPair = digits === 8 && Number.parseInt(source.slice(offset + 2, offset + 10), 16) > 0xffff;
  return { offset, units: isPair ? 2 : 1, after: offset + 2 + digits };
}
