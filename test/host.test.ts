import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { describe, expect, it } from "vitest";
import type { OutputFile } from "../src/host.ts";
import { nodeHost } from "../src/node-host/node-host.ts";
import { readBytes, readChunks } from "../src/node-host/read-bytes.ts";
import { writeFiles } from "../src/node-host/write-files.ts";
import { root } from "./support/root.ts";
import { temporaryFolders } from "./support/temporary.ts";

const newFolder = temporaryFolders();
const isWindows = process.platform === "win32";

function output(path: string, text: string): OutputFile {
  return { path, bytes: new TextEncoder().encode(text) };
}

function textOf(path: string): string {
  return readFileSync(path, "utf8");
}

/** The names below a folder, our temporary files among them. */
function namesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
}

describe("reading", () => {
  it("gives the bytes of a file up to the limit, and none beyond", async () => {
    const within = newFolder();
    const path = join(within, "年.yaml");
    writeFileSync(path, "12345");
    const read = await readBytes(path, { limit: 5, within });
    expect(read.ok && new TextDecoder().decode(read.bytes)).toBe("12345");
    expect(await readBytes(path, { limit: 4, within })).toEqual({ ok: false, reason: "too-large" });
  });

  it("hands a file on in chunks, ends where it is told to, and refuses what it refuses whole", async () => {
    const within = newFolder();
    const path = join(within, "台账.csv");
    writeFileSync(path, "x".repeat(600_000));
    const sizes: number[] = [];
    const all = (chunk: Uint8Array): boolean => sizes.push(chunk.length) > 0;
    expect(await readChunks(path, { limit: 600_000, within }, all)).toEqual({ ok: true, size: 600_000 });
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(600_000);
    expect(sizes.length).toBeGreaterThan(1);
    const first = await readChunks(path, { limit: 600_000, within }, () => false);
    expect(first.ok && first.size).toBe(sizes[0]);
    const refused = async (name: string, limit: number): Promise<unknown> =>
      readChunks(join(within, name), { limit, within }, () => true);
    expect(await refused("台账.csv", 599_999)).toEqual({ ok: false, reason: "too-large" });
    expect(await refused("nothing", 9)).toEqual({ ok: false, reason: "missing" });
    expect(await refused(".", 9)).toEqual({ ok: false, reason: "not-a-file" });
    expect(await refused(join("..", "..", "etc", "passwd"), 9)).toMatchObject({ ok: false });
  });

  it("names what is missing and what is no file", async () => {
    const within = newFolder();
    mkdirSync(join(within, "folder"));
    writeFileSync(join(within, "file"), "");
    const reason = async (name: string): Promise<unknown> => {
      const read = await readBytes(join(within, name), { limit: 9, within });
      return read.ok ? "read" : read.reason;
    };
    expect(await reason("nothing")).toBe("missing");
    expect(await reason(join("file", "below"))).toBe("missing");
    expect(await reason("folder")).toBe("not-a-file");
    expect(await reason("file")).toBe("read");
  });

  it.skipIf(isWindows)("follows links within the workspace, and none that leads out", async () => {
    const within = join(newFolder(), "workspace");
    mkdirSync(within);
    const elsewhere = newFolder();
    writeFileSync(join(within, "own"), "own");
    writeFileSync(join(elsewhere, "other"), "other");
    symlinkSync(join(within, "own"), join(within, "inner"));
    symlinkSync(join(elsewhere, "other"), join(within, "outer"));
    symlinkSync(elsewhere, join(within, "folder"));
    symlinkSync(join(within, "loop"), join(within, "loop"));
    const limits = { limit: 9, within };
    expect((await readBytes(join(within, "inner"), limits)).ok).toBe(true);
    expect(await readBytes(join(within, "outer"), limits)).toEqual({ ok: false, reason: "outside" });
    expect(await readBytes(join(within, "folder", "other"), limits)).toEqual({
      ok: false,
      reason: "outside",
    });
    expect(await readBytes(`${within}-none`, limits)).toEqual({ ok: false, reason: "missing" });
    expect((await readBytes(join(within, "loop"), limits)).ok).toBe(false);
  });

  it.skipIf(isWindows)("reads a workspace that is itself reached by a link", async () => {
    const real = newFolder();
    const link = join(newFolder(), "link");
    writeFileSync(join(real, "own"), "own");
    symlinkSync(real, link);
    expect((await readBytes(join(link, "own"), { limit: 9, within: link })).ok).toBe(true);
  });

  it.skipIf(isWindows)("refuses a pipe and a device without waiting", { timeout: 2000 }, async () => {
    const within = newFolder();
    execFileSync("mkfifo", [join(within, "pipe")]);
    expect(await readBytes(join(within, "pipe"), { limit: 9, within })).toEqual({
      ok: false,
      reason: "not-a-file",
    });
    expect(await readBytes("/dev/zero", { limit: 9, within: "/dev" })).toEqual({
      ok: false,
      reason: "not-a-file",
    });
  });

  it("lists the names of a folder in one order, and null for what is no folder", async () => {
    const folder = newFolder();
    for (const name of ["b", "a", "字", "B"]) writeFileSync(join(folder, name), "");
    const { list } = nodeHost();
    expect(await list(folder)).toEqual(["B", "a", "b", "字"]);
    expect(await list(join(folder, "a"))).toBeNull();
    expect(await list(join(folder, "nothing"))).toBeNull();
  });
});

describe("writing", () => {
  it("makes the folders, and replaces what was there", async () => {
    const folder = newFolder();
    const path = join(folder, "out", "下", "报告.txt");
    expect(await writeFiles([output(path, "old")])).toBeNull();
    expect(await writeFiles([output(path, "new"), output(join(folder, "x.md"), "x")])).toBeNull();
    expect(textOf(path)).toBe("new");
    expect(namesBelow(folder)).toEqual(["out", join("out", "下"), join("out", "下", "报告.txt"), "x.md"]);
  });

  it("fails where a folder is a file, and touches nothing", async () => {
    const folder = newFolder();
    const other = join(folder, "other.txt");
    writeFileSync(other, "old");
    writeFileSync(join(folder, "out"), "I am a file");
    const failure = await writeFiles([output(other, "new"), output(join(folder, "out", "报告.txt"), "new")]);
    expect(failure).toMatchObject({ path: join(folder, "out", "报告.txt"), reason: "not-a-folder" });
    expect(textOf(other)).toBe("old");
    expect(namesBelow(folder)).toEqual(["other.txt", "out"]);
  });

  it.skipIf(process.platform !== "linux")(
    "ends where no folder can be made, whatever it is called",
    async () => {
      const path = "/proc/nothing/here/报告.txt";
      expect(await writeFiles([output(path, "new")])).toMatchObject({
        path,
        reason: "other",
        detail: "ENOENT",
      });
    },
  );

  it.skipIf(isWindows)("says so where a name is too long", async () => {
    const path = join(newFolder(), "长".repeat(100), "报告.txt");
    expect(await writeFiles([output(path, "new")])).toMatchObject({ path, reason: "too-long" });
  });

  it("makes the same folders at the same time as others", async () => {
    const folder = join(newFolder(), "a", "b", "c");
    const outputs = Array.from({ length: 20 }, (_, index) =>
      output(join(folder, `${index}`, "a.txt"), "new"),
    );
    const failures = await Promise.all(outputs.map((each) => writeFiles([each])));
    expect(failures.filter((each) => each !== null)).toEqual([]);
  });

  it("takes the first file back where the second cannot be put in its place", async () => {
    const folder = newFolder();
    const [old, fresh, blocked] = ["old.txt", "fresh.txt", "blocked.txt"].map((name) => join(folder, name));
    if (!old || !fresh || !blocked) throw new Error("no paths");
    writeFileSync(old, "old");
    mkdirSync(join(blocked, "in the way"), { recursive: true });
    const before = namesBelow(folder);
    const failure = await writeFiles([output(old, "new"), output(fresh, "new"), output(blocked, "new")]);
    expect(failure?.path).toBe(blocked);
    expect(textOf(old)).toBe("old");
    expect(existsSync(fresh)).toBe(false);
    expect(namesBelow(folder)).toEqual(before);
  });

  it.skipIf(isWindows)("replaces a link, and does not write through it", async () => {
    const folder = newFolder();
    const outside = join(newFolder(), "precious");
    writeFileSync(outside, "precious");
    const path = join(folder, "报告.txt");
    symlinkSync(outside, path);
    expect(await writeFiles([output(path, "new")])).toBeNull();
    expect(textOf(outside)).toBe("precious");
    expect(lstatSync(path).isSymbolicLink()).toBe(false);
    expect(textOf(path)).toBe("new");
  });

  it("sweeps what dead processes left, and leaves what living ones write", async () => {
    const folder = newFolder();
    const living = `.report-${process.ppid}-0.tmp`;
    const kept = [living, ".report-x-0.tmp", "report-999999999-0.tmp", ".report-999999999-0.txt"];
    const swept = [".report-999999999-0.tmp", ".report-999999999-12.old", `.report-${process.pid}-7.tmp`];
    for (const name of [...kept, ...swept]) writeFileSync(join(folder, name), "left");
    expect(await writeFiles([output(join(folder, "报告.txt"), "new")])).toBeNull();
    expect(namesBelow(folder)).toEqual([...kept, "报告.txt"].toSorted());
  });

  it("writes nothing where there is nothing to write", async () => {
    expect(await writeFiles([])).toBeNull();
  });
});

/** Writes two files over and over, all of one letter, until it is killed. */
const writer = `
  import { writeFiles } from ${JSON.stringify(join(root, "src/node-host/write-files.ts"))};
  const [one, two] = process.argv.slice(2);
  const run = async () => {
    for (let round = 0; ; round++) {
      const bytes = Buffer.alloc(200_000, "AB"[round % 2]);
      const failure = await writeFiles([{ path: one, bytes }, { path: two, bytes }]);
      if (failure) process.stderr.write(JSON.stringify(failure));
      if (round === 1) process.stdout.write("ready");
    }
  };
  run();
`;

describe("kill -9", () => {
  it("leaves either the old file or the new one, whole", { timeout: 30_000 }, async () => {
    const folder = newFolder();
    const script = join(newFolder(), "writer.cjs");
    buildSync({
      stdin: { contents: writer, resolveDir: root, loader: "ts" },
      bundle: true,
      platform: "node",
      format: "cjs",
      outfile: script,
    });
    const paths = [join(folder, "one.txt"), join(folder, "two.txt")];
    let left = 0;
    for (let round = 0; round < 20; round++) {
      const child = spawn(process.execPath, [script, ...paths], { stdio: ["ignore", "pipe", "inherit"] });
      const exited = once(child, "exit");
      await once(child.stdout, "data");
      await new Promise((resolve) => setTimeout(resolve, (round * 7) % 40));
      child.kill("SIGKILL");
      await exited;
      for (const path of paths) expect(textOf(path)).toMatch(/^(?:A{200000}|B{200000})$/);
      left += namesBelow(folder).length - paths.length;
    }
    expect(left, "some were killed while they were writing").toBeGreaterThan(0);
    expect(await writeFiles(paths.map((path) => output(path, "last")))).toBeNull();
    expect(namesBelow(folder)).toEqual(["one.txt", "two.txt"]);
  });
});
