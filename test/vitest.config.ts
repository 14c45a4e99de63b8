import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const cache = fileURLToPath(new URL("../dist/cache", import.meta.url));

const config: ViteUserConfig = defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    include: ["test/**/*.test.ts"],
    exclude: ["test/rendering/**", "test/mutation/**", "**/node_modules/**"],
    maxWorkers: "100%",
    // Loading the sources anew for each file takes a third of the time; a file that replaces a module loads it itself.
    isolate: false,
    // The program's processes leave the person's own cache alone.
    env: { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache },
    // A busy machine is slow; nothing here measures time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

export default config;
