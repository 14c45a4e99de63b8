import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The packages of which something stands in the outputs, by their folders. */
function packagesOf({ outputs }) {
  const inputs = Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  const folders = inputs.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(folders)].filter((folder) => folder !== undefined).sort();
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), "utf8").trim());
  if (texts.length === 0) throw new Error(`${folder}: bundled, but has no licence file`);
  return [`${name} ${version} (${license})`, ...texts].join("\n\n");
}

/** Whoever ships the bundle ships the words of those whose code stands in it. */
export function writeNotices(metafile, root, path) {
  const folders = packagesOf(metafile).map((folder) => join(root, folder));
  if (folders.length === 0 || !folders.every(existsSync))
    throw new Error("the bundled packages are not found");
  const head = "The files beside this one hold code of these packages, under their licences.";
  writeFileSync(path, `${[head, ...folders.map(noticeOf)].join(`\n\n${"-".repeat(80)}\n\n`)}\n`);
}
