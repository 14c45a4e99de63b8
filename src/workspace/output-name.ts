/** Names that Windows keeps for devices, with or without an ending. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;
const longest = 80;

/**
 * A title as a file name on every system: without characters that Windows forbids, leading or trailing dots
 * and spaces, and device names; short enough for a path (80 characters, three bytes each, stay below 255).
 */
export function outputName(title: string): string {
  const plain = title
    .normalize("NFC")
    .replace(/[<>:"/\\|?*\0-\x1f\x7f-\x9f]/g, "")
    .replace(/\s+/g, " ");
  const short = [...plain]
    .slice(0, longest)
    .join("")
    .replace(/^[. ]+|[. ]+$/g, "");
  const stem = short.split(".", 1)[0] ?? "";
  return short === "" || devices.test(stem.trim()) ? `report-${short}`.replace(/-$/, "") : short;
}
