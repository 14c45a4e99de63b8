import { createHash } from "node:crypto";
import type { SourceFile } from "./source/source-file.ts";

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

/** A name for what is made from these files alone: from their names and texts, in their order. */
export function nameFor(kind: string, files: readonly SourceFile[]): string {
  const hash = createHash("sha256");
  for (const { path, text } of files) hash.update(JSON.stringify([path, text]));
  return `${kind}-${hash.digest("hex").slice(0, 40)}`;
}
