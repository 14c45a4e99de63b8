/** XML 1.0 §2.2 Char: what no escape can bring into a file. Surrogates are forbidden where they stand alone. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What most texts have none of, and is found faster. */
const suspect = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

export function hasForbidden(text: string): boolean {
  return suspect.test(text) && forbidden.test(text);
}

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "\r": "&#13;",
};

/** A carriage return would be read as a line feed (XML 1.0 §2.11). */
export function escapeText(text: string): string {
  if (!/[&<>\r]/.test(text)) return text;
  return text.replace(/[&<>\r]/g, (character) => references[character] ?? "");
}

/** For an attribute in double quotes; white space is kept from attribute-value normalisation (XML 1.0 §3.3.3). */
export function escapeAttribute(text: string): string {
  if (!/[&<>\r"\t\n]/.test(text)) return text;
  return escapeText(text)
    .replaceAll('"', "&quot;")
    .replace(/[\t\n]/g, (space) => `&#${space.charCodeAt(0)};`);
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text behind references; null where one is unknown. There are no others without a DOCTYPE. */
export function unescapeXml(text: string): string | null {
  if (!text.includes("&")) return text;
  let sound = true;
  const plain = text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(\w+));|&/g, (_, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : null;
    const character =
      code === null ? named[name ?? ""] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (character === undefined || hasForbidden(character)) sound = false;
    return character ?? "";
  });
  return sound ? plain : null;
}
