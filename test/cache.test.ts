import { spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { CacheFolder } from "../src/node-host/cache-folder.ts";
import { NodeCache } from "../src/node-host/node-cache.ts";
import { decode } from "../src/parse/decode.ts";
import { compileSchema } from "../src/validate/compile-schema.ts";
import { casesFolder } from "./support/case.ts";
import { MemoryCache } from "./support/memory-cache.ts";
import { buildProgram, program } from "./support/program.ts";
import { root } from "./support/root.ts";
import { temporaryFolders } from "./support/temporary.ts";

const newFolder = temporaryFolders();
const isWindows = process.platform === "win32";
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A cache in a folder of its own, and the folder that it makes there. */
function open(base: string = newFolder()): { readonly cache: CacheFolder; readonly path: string } {
  const cache = CacheFolder.open({ XDG_CACHE_HOME: base, LOCALAPPDATA: base });
  if (!cache) throw new Error("no cache");
  return { cache, path: join(base, "report") };
}

describe("the folder of what is kept", () => {
  it("gives back what was written, and nothing for what was not", () => {
    const { cache, path } = open();
    expect(cache.read("a")).toBeNull();
    cache.write("a", bytesOf("甲"));
    cache.write("b", bytesOf(""));
    expect(cache.read("a")?.toString()).toBe("甲");
    expect(cache.read("b")?.toString()).toBe("");
    cache.write("a", bytesOf("乙"));
    expect(open(join(path, "..")).cache.read("a")?.toString()).toBe("乙");
    expect(readdirSync(path).sort()).toEqual(["a", "b"]);
  });

  it("has nothing where a single bit is another, or the end is missing", () => {
    const { cache, path } = open();
    cache.write("a", bytesOf("function () {}"));
    const whole = readFileSync(join(path, "a"));
    for (const [index, byte] of whole.entries()) {
      const broken = Buffer.from(whole);
      broken[index] = byte ^ 4;
      writeFileSync(join(path, "a"), broken);
      expect([index, cache.read("a")]).toEqual([index, null]);
      writeFileSync(join(path, "a"), whole.subarray(0, index));
      expect([index, cache.read("a")]).toEqual([index, null]);
    }
    cache.write("a", bytesOf("again"));
    expect(cache.read("a")?.toString()).toBe("again");
  });

  it.skipIf(isWindows)("is not used where others can write, nor through links", () => {
    const { cache, path } = open();
    cache.write("a", bytesOf("甲"));
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(statSync(join(path, "a")).mode & 0o777).toBe(0o600);
    for (const open of [0o770, 0o707]) {
      chmodSync(path, open);
      expect(cache.read("a")).toBeNull();
      cache.write("b", bytesOf("乙"));
      expect(readdirSync(path)).toEqual(["a"]);
    }
    chmodSync(path, 0o700);
    chmodSync(join(path, "a"), 0o666);
    expect(cache.read("a")).toBeNull();
    chmodSync(join(path, "a"), 0o600);
    expect(cache.read("a")).not.toBeNull();
    renameSync(join(path, "a"), join(path, "..", "elsewhere"));
    symlinkSync(join(path, "..", "elsewhere"), join(path, "a"));
    expect(cache.read("a")).toBeNull();
    const base = newFolder();
    symlinkSync(path, join(base, "report"));
    linkSync(join(path, "..", "elsewhere"), join(path, "c"));
    expect(cache.read("c")).not.toBeNull();
    expect(open(base).cache.read("c")).toBeNull();
  });

  it("is done without where it cannot be made", () => {
    const base = newFolder();
    writeFileSync(join(base, "report"), "a file of somebody's");
    const { cache } = open(base);
    cache.write("a", bytesOf("甲"));
    expect(cache.read("a")).toBeNull();
    expect(readdirSync(base)).toEqual(["report"]);
    const { cache: below } = open(join(base, "report"));
    below.write("a", bytesOf("甲"));
    expect(below.read("a")).toBeNull();
    if (process.platform === "linux") open("/proc/nothing").cache.write("a", bytesOf("甲"));
    // As the specification of these folders has it, a path that is not absolute counts as none.
    expect(CacheFolder.open({ XDG_CACHE_HOME: "cache", HOME: base })).not.toBeNull();
    expect(existsSync("cache")).toBe(false);
  });

  it("stays small: what was written longest ago goes, and what was never finished", () => {
    const { cache, path } = open();
    cache.write("old", bytesOf("甲"));
    const longAgo = new Date(Date.UTC(2020, 0, 1));
    for (const name of ["left~123", "old"]) {
      if (name !== "old") writeFileSync(join(path, name), "half");
      utimesSync(join(path, name), longAgo, longAgo);
    }
    cache.write("new", bytesOf("乙"));
    expect(readdirSync(path).sort()).toEqual(["new", "old"]);
    for (let count = 0; count < 519; count++) writeFileSync(join(path, `n${count}`), "丙");
    cache.write("n519", bytesOf("丙"));
    const names = readdirSync(path);
    expect(names.length).toBe(512);
    expect(names).not.toContain("old");
    expect(names).toContain("n519");
    for (const big of ["big1", "big2"]) cache.write(big, new Uint8Array(20_000_000));
    expect(readdirSync(path)).toEqual(["big2"]);
  });
});

describe("what is kept", () => {
  it("is another program's where the program is another", () => {
    const { cache: folder } = open();
    const cacheOf = (program: string): NodeCache => new NodeCache({ program, shipped: newFolder(), folder });
    cacheOf("one").write("x", () => "(function () { return 1; })");
    expect(cacheOf("one").read("x")).toBe("(function () { return 1; })");
    expect(cacheOf("one").evaluate("x")).toBeTypeOf("function");
    expect(cacheOf("other").read("x")).toBeNull();
    expect(cacheOf("other").evaluate("x")).toBeNull();
    cacheOf("one").write("x", () => "(function () {");
    expect(cacheOf("one").evaluate("x")).toBeNull();
  });

  it("is not asked to be made where nothing is kept, and what is shipped is there all the same", () => {
    const shipped = newFolder();
    writeFileSync(join(shipped, "x"), "(2)");
    const cache = new NodeCache({ program: "one", shipped, folder: null });
    cache.write("y", () => {
      throw new Error("made in vain");
    });
    expect([cache.evaluate("x"), cache.read("y")]).toEqual([2, null]);
  });
});

interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly report: Buffer;
}

let workspace: string;
beforeAll(() => {
  workspace = newFolder();
  cpSync(join(casesFolder, "base"), workspace, { recursive: true });
  cpSync(join(root, "templates", "standard.docx"), join(workspace, "templates", "standard.docx"));
});

/** Builds the report of the base workspace, whose schema is not the shipped one, with a cache in this folder. */
function build(base: string, ...options: readonly string[]): Promise<Ran> {
  const out = join(newFolder(), "report.docx");
  const args = [program, "build", "2022", "-C", workspace, "--out", out, "--format", "docx", ...options];
  const env = { ...process.env, XDG_CACHE_HOME: base, LOCALAPPDATA: base };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { env });
    const said = { stdout: "", stderr: "" };
    child.stdout.on("data", (bytes: Buffer) => {
      said.stdout += bytes.toString().replaceAll(out, "report.docx");
    });
    child.stderr.on("data", (bytes: Buffer) => {
      said.stderr += bytes.toString();
    });
    child.on("close", (exitCode) => {
      resolve({ exitCode, ...said, report: existsSync(out) ? readFileSync(out) : Buffer.alloc(0) });
    });
  });
}

describe("the program", () => {
  beforeAll(buildProgram, 60_000);

  it("holds the validators of the shipped schema, as its sources make them", () => {
    const path = "schemas/year.schema.json";
    const { value: file } = decode(path, readFileSync(join(root, path)));
    const cache = new MemoryCache();
    if (file) compileSchema(file, [], cache);
    const compiled = join(root, "dist", "compiled");
    const shipped = readdirSync(compiled).map((name) => [name, readFileSync(join(compiled, name), "utf8")]);
    expect(shipped.map(([name = ""]) => name.replace(/-.*/, ""))).toEqual(["schema", "templates"]);
    expect(shipped[0]).toEqual([...cache.kept][0]);
  });

  it("says and writes the same whatever is kept", async () => {
    const base = newFolder();
    const kept = join(base, "report");
    const slow = await build(base, "--no-cache");
    expect(readdirSync(base)).toEqual([]);
    expect(slow.exitCode).toBe(0);
    expect(slow.report.length).toBeGreaterThan(5000);

    const both = await Promise.all([build(base), build(base)]);
    expect(both).toEqual([slow, slow]);
    const kinds = (): readonly string[] => readdirSync(kept).map((name) => name.split("-")[2] ?? name);
    expect(new Set(kinds())).toEqual(new Set(["build", "schema", "templates"]));
    expect(await build(base)).toEqual(slow);
    expect(kinds().toSorted()).toEqual(["build", "schema", "schema", "templates"]);
    const written = new Map(readdirSync(kept).map((name) => [name, statSync(join(kept, name)).mtimeMs]));

    expect(await build(base)).toEqual(slow);
    expect(new Map(readdirSync(kept).map((name) => [name, statSync(join(kept, name)).mtimeMs]))).toEqual(
      written,
    );

    for (const name of readdirSync(kept)) {
      const bytes = readFileSync(join(kept, name));
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      writeFileSync(join(kept, name), bytes);
    }
    expect(await build(base)).toEqual(slow);
    expect(await build(base)).toEqual(slow);

    rmSync(kept, { recursive: true });
    writeFileSync(kept, "");
    expect(await build(base)).toEqual(slow);
    expect(readdirSync(base)).toEqual(["report"]);
  }, 60_000);

  it.skipIf(isWindows || process.getuid?.() === 0)("works on a disk that is read only", async () => {
    const base = newFolder();
    await build(base);
    const slow = await build(base, "--no-cache");
    chmodSync(join(base, "report"), 0o500);
    expect(await build(base)).toEqual(slow);
    rmSync(join(base, "report"), { recursive: true });
    chmodSync(base, 0o500);
    expect(await build(base)).toEqual(slow);
    expect(readdirSync(base)).toEqual([]);
    chmodSync(base, 0o700);
  });

  it("changes nothing in its own folder", async () => {
    const installed = join(newFolder(), "dist");
    mkdirSync(installed);
    for (const name of ["report.cjs", "program.cjs", "compiled"])
      cpSync(join(root, "dist", name), join(installed, name), { recursive: true });
    const before = readdirSync(installed, { recursive: true });
    const base = newFolder();
    const env = { ...process.env, XDG_CACHE_HOME: base, LOCALAPPDATA: base };
    const child = spawn(process.execPath, [join(installed, "report.cjs"), "check", "-C", workspace], { env });
    await new Promise((resolve) => child.on("close", resolve));
    expect(readdirSync(installed, { recursive: true })).toEqual(before);
    expect(readdirSync(join(base, "report")).length).toBeGreaterThan(2);
  });
});
