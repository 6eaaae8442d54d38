// Makes target/web/ out of what Maven compiled into target/teavm/: the module, the runtime that it needs, and
// the functions that the web app calls. TeaVM's runtime makes functions out of strings, which the page's content
// security policy forbids; here those few functions are written out. A runtime of another version, in which they
// are not found, fails the build.
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
export const web = here("target/web");

/** How large the module may be, as brotli. What it has to do grows; what is only dragged along is to be found. */
export const budgetBytes = 138_000;

/** Functions of the runtime by the text that they begin with, and what stands in their place. */
const written = {
  "function getGlobalName(name) {": `{
  return name.split(".").reduce((owner, part) => owner[part], globalThis);
}`,
  "function setGlobalName(name, value) {": `{
  globalThis[name] = value;
}`,
  "function defineFunction(fn, vararg) {": `{
    return function(...args) {
      try {
        return fn(...(vararg ? gathered(args, fn.length) : args));
      } catch (e) {
        rethrowJavaAsJs(e);
      }
    };
  }
  function gathered(args, count) {
    return [...args.slice(0, count - 1), args.slice(count - 1)];
  }`,
  "function renameConstructor(name, c) {": `{
    const renamed = function(marker, javaObject) {
      return c.call(this, marker, javaObject);
    };
    return Object.defineProperty(renamed, "name", { value: name });
  }`,
  "defineMethod(cls, name, fn, vararg) {": `{
      cls.prototype[name] = function(...args) {
        try {
          return fn(this, ...(vararg ? gathered(args, fn.length - 1) : args));
        } catch (e) {
          rethrowJavaAsJs(e);
        }
      };
    }`,
  "for (let i = 0; i < 32; ++i) {": `{
    imports.teavmJso["createFunction" + i] = (...paramsAndBody) => functionOf(paramsAndBody);
    imports.teavmJso["bindFunction" + i] = (f, ...bindArgs) => f.bind(null, ...bindArgs);
    imports.teavmJso["callFunction" + i] = (fn, ...args) => wrapCallFromJavaToJs(() => fn(...args));
    imports.teavmJso["callMethod" + i] = (instance, method, ...args) =>
      wrapCallFromJavaToJs(() => instance !== null ? instance[method](...args) : getGlobalName(method)(...args));
    imports.teavmJso["construct" + i] = (constructor, ...args) => wrapCallFromJavaToJs(() => new constructor(...args));
    imports.teavmJso["arrayOf" + i] = (...args) => args;
  }
  // The bodies that our module asks for return one of their parameters.
  function functionOf(paramsAndBody) {
    const body = paramsAndBody.pop();
    const index = paramsAndBody.indexOf(/^return (\\w+);$/.exec(body.trim())?.[1]);
    if (index < 0) {
      throw new Error("no function is written out for '" + body + "': add it to scripts/build.mjs");
    }
    return (...args) => args[index];
  }`,
};

/** The end of the block that opens with the brace at a place. */
function endOfBlock(source, open) {
  for (let at = open, depth = 0; at < source.length; at++) {
    if (source[at] === "{") depth++;
    if (source[at] === "}" && --depth === 0) return at + 1;
  }
  throw new Error("a block of the runtime does not end");
}

/** The runtime without functions made of strings. */
export function withoutEval(runtime) {
  let source = runtime;
  for (const [head, block] of Object.entries(written)) {
    const parts = source.split(head);
    if (parts.length !== 2) throw new Error(`'${head}' stands ${parts.length - 1} times in TeaVM's runtime, not once`);
    const open = parts[0].length + head.length - 1;
    source = source.slice(0, open) + block + source.slice(endOfBlock(source, open));
  }
  const left = /.*(new Function|\beval\b|\bFunction\().*/.exec(source);
  if (left) throw new Error(`TeaVM's runtime still makes functions of strings: ${left[0].trim()}`);
  return source.replace("// src/main/js/wasm-gc-runtime/runtime.ts", "// TeaVM's runtime (Apache License 2.0), without functions made of strings.");
}

/** How large the module is as brotli, as it is served. */
export function compressedBytes() {
  return brotliCompressSync(readFileSync(`${web}/alchemist.wasm`), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** Writes target/web/, and says how large the module is. */
export function build() {
  mkdirSync(web, { recursive: true });
  writeFileSync(`${web}/runtime.js`, withoutEval(readFileSync(here("target/teavm/runtime.js"), "utf8")));
  copyFileSync(here("target/teavm/alchemist.wasm"), `${web}/alchemist.wasm`);
  copyFileSync(here("src/main/js/alchemist.js"), `${web}/alchemist.js`);
  console.log(`alchemist.wasm: ${statSync(`${web}/alchemist.wasm`).size} bytes, ${compressedBytes()} as brotli`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) build();
