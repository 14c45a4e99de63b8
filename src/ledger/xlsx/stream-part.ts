import type { OpenPackage } from "../../package/open-zip.ts";
import { type XmlHandler, XmlStream } from "../../package/xml-stream.ts";
import { StrictDecoder } from "../encoding.ts";
import type { WorkbookFault } from "./workbook.ts";

/** Has a part's XML told to a handler as it comes; `goesOn` ends it early. */
export async function streamPart(
  zip: OpenPackage,
  part: string,
  handler: XmlHandler,
  goesOn: () => boolean,
): Promise<WorkbookFault | null> {
  const decoder = new StrictDecoder("utf-8");
  const xml = new XmlStream(handler);
  let fault: WorkbookFault | null = null;
  let ended = false;
  const unread = await zip.stream(part, (chunk) => {
    const text = decoder.push(chunk);
    fault = text === null ? "not-utf-8" : xml.push(text);
    ended = fault !== null || !goesOn();
    return !ended;
  });
  if (unread || fault || ended) return unread ?? fault;
  return decoder.end() === null ? "not-utf-8" : xml.end();
}
