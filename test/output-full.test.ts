import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { buildProgram, program } from "./support/program.ts";

beforeAll(buildProgram, 60_000);

it.skipIf(!existsSync("/dev/full"))("says that its output could not be written", async () => {
  const full = openSync("/dev/full", "w");
  const child = spawn(process.execPath, [program, "explain"], { stdio: ["ignore", full, "pipe"] });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  const [exitCode] = await once(child, "close");
  closeSync(full);
  const words = "report: 无法写出结果（ENOSPC）\nreport: cannot write the output (ENOSPC)\n";
  expect([exitCode, said]).toEqual([1, words]);
});
