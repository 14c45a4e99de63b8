import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const cache = fileURLToPath(new URL("../dist/cache", import.meta.url));

const config: ViteUserConfig = defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    include: ["test/rendering/**/*.test.ts"],
    // The program's processes leave the person's own cache alone.
    env: { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache },
    testTimeout: 300_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});

export default config;
