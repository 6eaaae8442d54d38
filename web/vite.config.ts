import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where the API is while developing: a real server, or `npm run fixture`. */
const server = process.env.ALCHEMIST_URL ?? "http://127.0.0.1:7878";

export default defineConfig({
  plugins: [react()],
  // A page under `default-src 'self'` may not load modules from data: addresses.
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
  worker: { format: "es" },
  server: { port: 5173, proxy: { "/api": { target: server, changeOrigin: true } } },
});
