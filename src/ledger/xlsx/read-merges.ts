import { attributeOf } from "../../package/xml-stream.ts";
import { Merges } from "../merges.ts";
import { columnNumber } from "./sheet.ts";
import type { Sheet, Workbook, WorkbookFault } from "./workbook.ts";

const mostText = 16 * 1024 * 1024;

/**
 * The merged cells of a sheet, which stand behind its rows: found without reading the rows. What is not well-formed
 * is told when the rows are read.
 */
export async function readMerges({ zip }: Workbook, { part }: Sheet): Promise<Merges | WorkbookFault> {
  let [found, tail] = ["", ""];
  const fault = await zip.stream(part, (chunk) => {
    // Names and references are ASCII: other characters need not be decoded, and none is cut that matters.
    const text = tail + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString("latin1");
    const at = found === "" ? text.indexOf("mergeCells") : 0;
    if (at >= 0) found += found === "" ? text.slice(at) : text;
    tail = found === "" ? text.slice(-10) : "";
    return !/<\/(?:\w+:)?mergeCells>/.test(found.slice(-chunk.length - 20)) && found.length < mostText;
  });
  return fault ?? collect(found);
}

function collect(text: string): Merges {
  const merges = new Merges();
  for (const [, attributes = ""] of text.matchAll(/<(?:\w+:)?mergeCell(\s[^<>]*?)\/?>/g)) {
    const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attributeOf(attributes, "ref") ?? "");
    if (!match) continue;
    const [first, last] = [Number(match[2]), Number(match[4])];
    const [from, to] = [columnNumber(match[1] ?? "A"), columnNumber(match[3] ?? "A")];
    if (last > first && to - from < 100)
      for (let column = from; column <= to; column++) merges.add(column, first, last);
  }
  merges.sort();
  return merges;
}
