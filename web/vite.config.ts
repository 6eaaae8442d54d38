import react from "@vitejs/plugin-react";
import { cpSync, readdirSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

/** Where the API is while developing: a real server, or `npm run fixture`. */
const server = process.env.ALCHEMIST_URL ?? "http://127.0.0.1:7878";

/** What there is to read goes with the app, as text: the folders of docs/ that help names. */
const docs: Plugin = {
  name: "docs",
  apply: "build",
  closeBundle: () => {
    for (const folder of ["tutorial", "how-to", "reference"]) {
      const from = new URL(`../docs/${folder}/`, import.meta.url);
      for (const page of readdirSync(from)) if (page.endsWith(".md")) cpSync(new URL(page, from), new URL(`dist/docs/${folder}/${page}.txt`, import.meta.url));
    }
  },
};

/**
 * What of three.js the map never uses stays out of what is sent: the sources of its materials' shaders (ours are our own),
 * sessions of headsets, and the tables of its physical materials. Names by file, and what stands for each.
 */
const unused: Record<string, string> = {
  "ShaderChunk.js": "export const ShaderChunk = {};",
  "DFGLUTData.js": "export const getDFGLUT = () => null;",
  "WebXRManager.js": `import { EventDispatcher } from "three/src/core/EventDispatcher.js";
    export class WebXRManager extends EventDispatcher {
      enabled = false;
      isPresenting = false;
      setAnimationLoop() {}
      getEnvironmentBlendMode() { return "opaque"; }
      hasDepthSensing() { return false; }
      dispose() {}
    }`,
};
const lean: Plugin = {
  name: "lean-three",
  apply: "build",
  load: (id) => (/\/three\/src\//.test(id) ? unused[/[^/]*$/.exec(id)![0]] : undefined),
};

export default defineConfig({
  plugins: [react(), docs],
  // A page under `default-src 'self'` may not load modules from data: addresses.
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
  worker: { format: "es", plugins: () => [lean] },
  server: { port: 5173, proxy: { "/api": { target: server, changeOrigin: true } } },
});
