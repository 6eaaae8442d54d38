// The rules of a workspace, and the layout, in the browser: the server's own Java, as WebAssembly.
// For a worker: every call runs to its end. After a WebAssembly.RuntimeError the replica must be thrown away.
import { load as loadModule } from "./runtime.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Bytes as Java has them. */
const signed = (bytes) => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const unsigned = (bytes) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Loads a new replica, which is empty.
 * @param {string} [url] where alchemist.wasm is
 */
export async function load(url = new URL("./alchemist.wasm", import.meta.url).href) {
  const { exports } = await loadModule(url);
  return {
    /** @returns {number} the number of events that are folded */
    position: () => exports.position(),

    /**
     * Decides a command as the server would, and folds what it is accepted with.
     * @param {object} command as the HTTP API takes it: type, data, and any fields of the envelope
     * @returns {{position: number, events: object[]} | {code: string, reason: string}}
     * @throws {Error} for what is no command
     */
    submit: (command) => JSON.parse(decoder.decode(exports.submit(signed(encoder.encode(JSON.stringify(command)))))),

    /**
     * Decides a command a line, and answers a line each, with the stored bytes of events in base64.
     * @param {Uint8Array} ndjson
     * @returns {Uint8Array}
     */
    replay: (ndjson) => unsigned(exports.replay(signed(ndjson))),

    /**
     * Folds events as the log has them, each behind its length.
     * @param {Uint8Array} events
     */
    fold: (events) => exports.fold(signed(events)),

    /** @returns {Uint8Array} the state */
    save: () => unsigned(exports.save()),

    /**
     * Takes a state that the same version saved, here or on the server.
     * @param {Uint8Array} saved
     */
    restore: (saved) => exports.load(signed(saved)),

    /**
     * Places a graph: of every item its group (-1: none) and radius, of every edge its ends and weight.
     * @param {{parent: Int32Array, from: Int32Array, to: Int32Array, weight: Float32Array, size: Float32Array}} graph
     * @param {LayoutOptions} [options]
     */
    place: (graph, options) => exports.place(...arrays(graph), ...values(options)),

    /**
     * Places a graph that changed, and leaves in place what can stay.
     * @param {object} before what place or refine returned
     * @param {Int32Array} itemOf for each item before, the item that it is now, or -1
     */
    refine: (graph, before, itemOf, options) => exports.refine(...arrays(graph), before, itemOf, ...values(options)),
  };
}

const arrays = ({ parent, from, to, weight, size }) => [parent, from, to, weight, size];

/** @typedef {{seed?: number, maxGroupSize?: number, iterations?: number, padding?: number}} LayoutOptions */
const values = ({ seed = 1, maxGroupSize = 60, iterations = 60, padding = 1 } = {}) => [seed, maxGroupSize, iterations, padding];
