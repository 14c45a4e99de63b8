import { distance } from "fastest-levenshtein";

/** The nearest of the known names, or null where none is near. */
export function suggest(name: string, known: readonly string[]): string | null {
  const short = name.slice(0, 100).toLowerCase();
  const most = Math.max(1, Math.floor(short.length * 0.4));
  let best: string | null = null;
  let least = most + 1;
  for (const candidate of known) {
    const length = distance(short, candidate.toLowerCase());
    if (length < least) [best, least] = [candidate, length];
  }
  return best;
}
