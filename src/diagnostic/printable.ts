/**
 * Text from data, names and keys made safe for a terminal: C0, DEL, C1, bidi controls and what is invisible are shown as
 * code points, so that nothing raw moves the cursor or turns the direction of the line. So are halves of surrogate
 * pairs and U+FFFE, U+FFFF, which no XML, UTF-8 or URI can hold.
 */
export function printable(text: string): string {
  return text.replace(
    /[\0-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\p{Surrogate}\u{e0000}-\u{e007f}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
}
