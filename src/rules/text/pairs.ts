import type { Passage } from "../passage.ts";

/** Marks that open and close, each with its partner. `(` counts as `（`: its width is a matter of another rule. */
const partners: Readonly<Record<string, string>> = {
  "《": "》",
  "〈": "〉",
  "“": "”",
  "‘": "’",
  "（": "）",
  "〔": "〕",
  "【": "】",
  "「": "」",
  "『": "』",
};
const closing: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(partners).map(([open, close]) => [close, open]),
);

export interface Pair {
  readonly open: string;
  readonly start: number;
  readonly end: number;
  /** The pair that it stands in directly, by the place where that opens. */
  readonly outer: { readonly open: string; readonly start: number } | null;
}

export interface PairFault {
  readonly kind: "opened" | "closed" | "crossed";
  readonly mark: string;
  readonly partner: string;
  readonly at: number;
}

interface Open {
  readonly open: string;
  readonly start: number;
}

export interface Pairs {
  readonly pairs: readonly Pair[];
  readonly faults: readonly PairFault[];
}

const known = new WeakMap<Passage, Pairs>();

/** Which marks of a passage belong together; two rules ask. */
export function pairsOf(passage: Passage): Pairs {
  const pairs = known.get(passage) ?? findPairs(passage.text);
  known.set(passage, pairs);
  return pairs;
}

/** In one walk over the text. */
function findPairs(text: string): Pairs {
  const walk = new Walk();
  for (const { 0: found, index } of text.matchAll(/[《》〈〉“”‘’（）()〔〕【】「」『』]/g)) {
    const mark = wide(found);
    const open = closing[mark];
    if (open === undefined) walk.open(mark, index);
    else if (walk.isOpen(open)) walk.close(open, index);
    else if (!walk.cross(open, mark) && !isOrdinal(text, mark, index) && !isApostrophe(text, mark, index))
      walk.faults.push({ kind: "closed", mark, partner: open, at: index });
  }
  return { pairs: walk.pairs, faults: [...walk.faults, ...walk.neverClosed()] };
}

class Walk {
  readonly pairs: Pair[] = [];
  readonly faults: PairFault[] = [];
  readonly #stack: Open[] = [];
  /** How many of a kind are on the stack, so that no mark searches it in vain. */
  readonly #open = new Map<string, number>();
  /** Those over which an outer pair has closed, by kind. */
  readonly #left = new Map<string, number[]>();

  isOpen(open: string): boolean {
    return (this.#open.get(open) ?? 0) > 0;
  }

  open(open: string, start: number): void {
    this.#stack.push({ open, start });
    this.#open.set(open, (this.#open.get(open) ?? 0) + 1);
  }

  close(open: string, at: number): void {
    for (let top = this.#stack.pop(); top; top = this.#stack.pop()) {
      this.#open.set(top.open, (this.#open.get(top.open) ?? 0) - 1);
      if (top.open === open) {
        this.pairs.push({ open, start: top.start, end: at + 1, outer: this.#stack.at(-1) ?? null });
        return;
      }
      const left = this.#left.get(top.open);
      if (left) left.push(top.start);
      else this.#left.set(top.open, [top.start]);
    }
  }

  /** Whether the mark closes one over which an outer pair has closed: 《“》”. */
  cross(open: string, mark: string): boolean {
    const at = this.#left.get(open)?.pop();
    if (at === undefined) return false;
    this.faults.push({ kind: "crossed", mark: open, partner: mark, at });
    return true;
  }

  neverClosed(): readonly PairFault[] {
    const left = [...this.#left].flatMap(([open, starts]) => starts.map((start) => ({ open, start })));
    return [...left, ...this.#stack].map(({ open, start }) => ({
      kind: "opened",
      mark: open,
      partner: partners[open] ?? "",
      at: start,
    }));
  }
}

function wide(mark: string): string {
  return mark === "(" ? "（" : mark === ")" ? "）" : mark;
}

/** 1） and a) number a point without an opening bracket. */
function isOrdinal(text: string, mark: string, at: number): boolean {
  if (mark !== "）") return false;
  return /(?:^|[，。；：、！？\s])[\da-zA-Z一二三四五六七八九十]{1,3}$/.test(
    text.slice(Math.max(0, at - 4), at),
  );
}

function isApostrophe(text: string, mark: string, at: number): boolean {
  return mark === "’" && /[\dA-Za-z]/.test(text.charAt(at - 1));
}
