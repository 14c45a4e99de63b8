/** Names that Windows keeps for devices, with or without an ending. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;
/** File systems allow 255 bytes; the ending, and the prefix of a device's name, need some. */
const mostBytes = 240;

/**
 * A title as a file name on every system: without characters that Windows forbids, leading or trailing dots
 * and spaces, and device names; cut where it is too long.
 */
export function outputName(title: string): string {
  const plain = title
    .normalize("NFC")
    .replace(/[<>:"/\\|?*\0-\x1f\x7f-\x9f]/g, "")
    .replace(/\s+/g, " ");
  const short = cut(plain).replace(/^[. ]+|[. ]+$/g, "");
  const stem = short.split(".", 1)[0] ?? "";
  return short === "" || devices.test(stem.trim()) ? `report-${short}`.replace(/-$/, "") : short;
}

function cut(name: string): string {
  let bytes = 0;
  let kept = "";
  for (const character of name) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > mostBytes) break;
    kept += character;
  }
  return kept;
}
