import { main } from "../../src/main.ts";
import { unzip } from "../../src/package/unzip.ts";
import { zip } from "../../src/package/zip.ts";
import { memoryHost } from "./memory-host.ts";

const document = "word/document.xml";

/**
 * The report of the workspace under /work, built and then edited as a case's `edits.txt` says: a line an edit of the
 * document's XML, `before => after`, or `/before/ => after` for a regular expression wherever it matches; a line that
 * begins with `--` has options of the build.
 */
export async function editedReport(
  files: ReadonlyMap<string, Uint8Array>,
  edits: string,
): Promise<Uint8Array> {
  const host = memoryHost({ files });
  const lines = edits.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const options = lines.filter((line) => line.startsWith("--")).flatMap((line) => line.split(" "));
  const exitCode = await main(["build", "2022", ...options], host);
  const [built] = [...host.files].flatMap(([path, bytes]) =>
    /^\/work\/out\/.*\.docx$/.test(path) ? [bytes] : [],
  );
  const unzipped = built && unzip(built);
  if (exitCode !== 0 || !unzipped?.ok) throw new Error(`not built: ${host.out.stderr}`);
  const parts = new Map(unzipped.parts);
  const xml = lines
    .filter((line) => !line.startsWith("--"))
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
