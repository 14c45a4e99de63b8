/** A pattern of a schema as a tree. Each atom takes one code point; what it takes, the engine's own RegExp says. */
export type PatternNode =
  | { readonly kind: "atom"; readonly source: string }
  | { readonly kind: "edge"; readonly which: Edge }
  | { readonly kind: "sequence"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "repeat"; readonly part: PatternNode; readonly least: number; readonly most: number };

export type Edge = "^" | "$" | "\\b" | "\\B";

export type PatternFault = "syntax" | "look-around" | "back-reference" | "size";

export class UnusablePattern extends Error {
  readonly pattern: string;
  readonly fault: PatternFault;

  constructor(pattern: string, fault: PatternFault) {
    super(`pattern: ${fault}`);
    this.pattern = pattern;
    this.fault = fault;
  }
}

const deepest = 50;

const token =
  /\(\?(?:<(?![=!])[^>]*>|:)|\(\?|[()|^$]|(?:[*+?]|\{\d+(?:,\d*)?\})\??|\[(?:\\.|[^\]\\])*\]|\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u\{[\da-fA-F]+\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\[pP]\{[^}]*\}|\\c[A-Za-z]|\\.|./gsu;

/** Reads a pattern of ECMA-262 (flag u); throws `UnusablePattern` for what cannot be matched in linear time. */
export function parsePattern(pattern: string): PatternNode {
  try {
    new RegExp(pattern, "u");
  } catch {
    throw new UnusablePattern(pattern, "syntax");
  }
  const reader = new Reader(pattern);
  return reader.choice(0);
}

class Reader {
  private readonly pattern: string;
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(pattern: string) {
    this.pattern = pattern;
    this.tokens = pattern.match(token) ?? [];
  }

  choice(depth: number): PatternNode {
    if (depth > deepest) throw new UnusablePattern(this.pattern, "size");
    const parts = [this.sequence(depth)];
    while (this.tokens[this.at] === "|") {
      this.at++;
      parts.push(this.sequence(depth));
    }
    return { kind: "choice", parts };
  }

  private sequence(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    for (let next = this.tokens[this.at]; next !== undefined && !/^[|)]$/.test(next); ) {
      this.at++;
      parts.push(this.repeated(this.part(next, depth)));
      next = this.tokens[this.at];
    }
    return { kind: "sequence", parts };
  }

  private part(next: string, depth: number): PatternNode {
    if (next === "(?") throw new UnusablePattern(this.pattern, "look-around");
    if (/^\\[1-9k]$/.test(next)) throw new UnusablePattern(this.pattern, "back-reference");
    if (next === "^" || next === "$" || next === "\\b" || next === "\\B")
      return { kind: "edge", which: next };
    if (!next.startsWith("(")) return { kind: "atom", source: next };
    const inner = this.choice(depth + 1);
    this.at++;
    return inner;
  }

  /** Greedy or not makes no difference to whether a text matches. */
  private repeated(part: PatternNode): PatternNode {
    const sign = this.tokens[this.at];
    const bounds = sign === undefined ? null : boundsOf(sign);
    if (!bounds) return part;
    this.at++;
    return { kind: "repeat", part, ...bounds };
  }
}

function boundsOf(sign: string): { readonly least: number; readonly most: number } | null {
  if (/^\*\??$/.test(sign)) return { least: 0, most: Number.POSITIVE_INFINITY };
  if (/^\+\??$/.test(sign)) return { least: 1, most: Number.POSITIVE_INFINITY };
  if (/^\?\??$/.test(sign)) return { least: 0, most: 1 };
  const counted = /^\{(\d+)(,?)(\d*)\}\??$/.exec(sign);
  if (!counted) return null;
  const least = Number(counted[1]);
  const open = counted[2] === "," && counted[3] === "";
  return { least, most: open ? Number.POSITIVE_INFINITY : Number(counted[3] || least) };
}
