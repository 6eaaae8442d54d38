import { defineConfig } from "vitest/config";

export default defineConfig({
  // Whether a test passes is not decided by how busy the machine is.
  test: { include: ["src/**/*.test.ts"], environment: "node", testTimeout: 120_000 },
});
