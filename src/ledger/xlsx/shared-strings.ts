import { unescapeCell } from "./cell-text.ts";
import { streamPart } from "./stream-part.ts";
import type { Workbook, WorkbookFault } from "./workbook.ts";

/** Characters of all texts together. */
const mostText = 64 * 1024 * 1024;
const mostStrings = 2_000_000;

/** The texts that cells share: runs put together, the readings above them (furigana, pinyin) left out. */
export async function readSharedStrings({
  zip,
  strings: part,
}: Workbook): Promise<readonly string[] | WorkbookFault | "too-many-strings"> {
  if (part === null) return [];
  const strings: string[] = [];
  let [text, inText, inReading, total] = ["", false, 0, 0];
  const handler = {
    open: (name: string) => {
      if (name === "si") text = "";
      else if (name === "rPh") inReading++;
      inText = name === "t" && inReading === 0;
    },
    text: (more: string) => {
      if (inText) text += more;
    },
    close: (name: string) => {
      if (name === "t") inText = false;
      else if (name === "rPh") inReading--;
      else if (name === "si") {
        strings.push(unescapeCell(text));
        total += text.length;
      }
    },
  };
  const within = (): boolean => total <= mostText && strings.length <= mostStrings;
  const fault = await streamPart(zip, part, handler, within);
  return fault ?? (within() ? strings : "too-many-strings");
}
