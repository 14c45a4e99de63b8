const opening: Readonly<Record<string, string>> = { "《": "》", "“": "”" };
const marks = /[《》“”]/g;

/** A text with what is quoted blanked out by `□`, letter for letter, marks included, nested ones with what they stand in (GB/T 15834 §4.15); an open mark alone is text. */
export function blankQuoted(text: string): string {
  if (text.search(marks) < 0) return text;
  const open: { readonly at: number; readonly close: string }[] = [];
  let blanked = "";
  let from = 0;
  for (const { 0: mark, index: at } of text.matchAll(marks)) {
    const close = opening[mark];
    if (close) open.push({ at, close });
    else if (open.at(-1)?.close === mark) {
      const start = open.pop()?.at ?? at;
      if (open.length > 0) continue;
      blanked += text.slice(from, start) + "□".repeat(at + 1 - start);
      from = at + 1;
    }
  }
  return blanked + text.slice(from);
}
