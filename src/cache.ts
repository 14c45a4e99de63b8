import { createHash } from "node:crypto";

/**
 * What this very program made in earlier runs, by what it was made from. It may be gone at any time, and nobody but
 * the person who runs the program can have written it. It never changes what is said, only when.
 */
export interface Cache {
  /** Null where nothing is kept, or where it is not whole. */
  read(name: string): string | null;
  /** Calls `make` only where it can be kept. */
  write(name: string, make: () => string): void;
  /** The value of a kept expression of JavaScript that this program generated; null as above. */
  evaluate(name: string): unknown;
}

/** A name for what is made from these texts alone, in their order. */
export function nameFor(kind: string, texts: readonly string[]): string {
  const hash = createHash("sha256").update(JSON.stringify(texts));
  return `${kind}-${hash.digest("hex").slice(0, 40)}`;
}
