import { basename, dirname } from "node:path";
import type { Host, OutputFile } from "../host.ts";

/** What a command has written, so that it writes again only what has changed, or is no longer there. */
export class Written {
  private readonly host: Host;
  private readonly bytesOf = new Map<string, Uint8Array>();

  constructor(host: Host) {
    this.host = host;
  }

  async changed(files: readonly OutputFile[]): Promise<readonly OutputFile[]> {
    const isChanged = await Promise.all(
      files.map(async ({ path, bytes }) => {
        const before = this.bytesOf.get(path);
        if (!before || Buffer.compare(before, bytes) !== 0) return true;
        return !(await this.host.list(dirname(path)))?.includes(basename(path));
      }),
    );
    return files.filter((_, index) => isChanged[index]);
  }

  add(files: readonly OutputFile[]): void {
    for (const { path, bytes } of files) this.bytesOf.set(path, bytes);
  }
}
