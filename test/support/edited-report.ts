import { main } from "../../src/main.ts";
import { unzip } from "../../src/package/unzip.ts";
import { zip } from "../../src/package/zip.ts";
import { memoryHost } from "./memory-host.ts";

const document = "word/document.xml";

/**
 * The report of the workspace under /work, built and then edited as a case's `edits.txt` says: a line an edit of the
 * document's XML, `before => after`, or `/before/ => after` for a regular expression wherever it matches.
 */
export async function editedReport(
  files: ReadonlyMap<string, Uint8Array>,
  edits: string,
): Promise<Uint8Array> {
  const host = memoryHost({ files });
  const exitCode = await main(["build", "2022"], host);
  const [built] = [...host.files].flatMap(([path, bytes]) =>
    /^\/work\/out\/.*\.docx$/.test(path) ? [bytes] : [],
  );
  const unzipped = built && unzip(built);
  if (exitCode !== 0 || !unzipped?.ok) throw new Error(`not built: ${host.out.stderr}`);
  const parts = new Map(unzipped.parts);
  const xml = edits
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .reduce(edit, new TextDecoder().decode(parts.get(document)));
  return zip(parts.set(document, new TextEncoder().encode(xml)));
}

function edit(xml: string, line: string): string {
  const [before = "", after = ""] = line.split(" => ");
  const pattern = /^\/(.*)\/$/.exec(before)?.[1];
  const edited =
    pattern === undefined ? xml.replace(before, () => after) : xml.replace(new RegExp(pattern, "g"), after);
  if (edited === xml) throw new Error(`nothing to edit: ${line}`);
  return edited;
}
