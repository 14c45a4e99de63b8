/**
 * Text from data, names and keys made safe for a terminal: C0, DEL, C1 and bidi controls are shown as
 * code points, so that nothing raw moves the cursor or turns the direction of the line. So are halves of surrogate
 * pairs and U+FFFE, U+FFFF, which no XML, UTF-8 or URI can hold.
 */
export function printable(text: string): string {
  return text.replace(
    /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\p{Cs}]/gu,
    (character) => `\\u{${character.charCodeAt(0).toString(16).toUpperCase()}}`,
  );
}
