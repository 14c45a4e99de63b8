const opening: Readonly<Record<string, string>> = { "《": "》", "“": "”" };

/** A text with what is quoted blanked out by `□`, letter for letter, marks included, nested ones with what they stand in (GB/T 15834 §4.15); an open mark alone is text. */
export function blankQuoted(text: string): string {
  const letters = text.split("");
  const open: { readonly at: number; readonly close: string }[] = [];
  for (const [at, letter] of text.split("").entries()) {
    const close = opening[letter];
    if (close) open.push({ at, close });
    else if (open.at(-1)?.close === letter) {
      const start = open.pop()?.at ?? at;
      if (open.length === 0) letters.fill("□", start, at + 1);
    }
  }
  return letters.join("");
}
