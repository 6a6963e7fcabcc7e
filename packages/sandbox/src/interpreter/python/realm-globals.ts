/**
 * What Pyodide finds in its realm beside the language itself: clocks, texts, random bytes, timers; each a function of the realm's own
 * that calls one of the host's with plain values. No object of the host's is ever reachable from here, nor any of Node's: not even an
 * error, which a host function throws where the stack ends within it. Pyodide takes the realm for a bare JavaScript shell (`read`,
 * `load`, `os.system` are the signs of one).
 */
export const realmGlobals = String.raw`'use strict';
(function (files, ...host) {
  const guard = (work) => (...given) => {
    try {
      return work(...given);
    } catch {
      throw new RangeError('it could not be done');
    }
  };
  const [now, randomBase64, decode, encodeInto, startTimer, stopTimer, note] = host.map(guard);
  const refuse = () => {
    throw new Error('there is none here');
  };
  const global = globalThis;
  global.importNothing = async () => refuse();
  global.read = refuse;
  global.load = refuse;
  global.readbuffer = (name) => files[name] ?? refuse();
  global.performance = { now: () => now(), timeOrigin: 0 };
  const print = (...values) => note(values.map(String).join(' '));
  global.console = { log: print, info: print, debug: print, warn: print, error: print, trace: print };
  global.os = { system: (_shell, given) => randomBase64(+/head -c(\d+)/.exec(given[1])[1]) };
  let timers = new Map();
  global.setTimeout = (work, wait) => {
    const id = startTimer((+wait || 0), () => {
      const entry = timers.get(id);
      timers.delete(id);
      entry?.();
    });
    timers.set(id, work);
    return id;
  };
  global.clearTimeout = (id) => {
    timers.delete(id);
    stopTimer(id);
  };
  global.TextDecoder = class {
    constructor(label = 'utf-8', { fatal = false, ignoreBOM = false } = {}) {
      Object.assign(this, { label: String(label), fatal, ignoreBOM });
    }
    decode(bytes) {
      if (bytes === undefined) return '';
      const text = decode(this.label, this.fatal, this.ignoreBOM, bytes);
      if (text === undefined) throw new TypeError('these bytes are no ' + this.label);
      return text;
    }
  };
  global.TextEncoder = class {
    encode(text) {
      const bytes = new Uint8Array(String(text).length * 3);
      return bytes.slice(0, encodeInto(String(text), bytes));
    }
    encodeInto(text, bytes) {
      return { read: String(text).length, written: encodeInto(String(text), bytes) };
    }
  };
  global.AbortController = class {
    signal = { aborted: false, addEventListener() {}, removeEventListener() {} };
    abort() {
      this.signal.aborted = true;
    }
  };
})`;

/** Memory that the interpreter can't take: its own way to grow ends at the limit, which the host sets before the code runs. */
export const realmLimits = String.raw`(function () {
  'use strict';
  const { Memory } = WebAssembly;
  const grow = Memory.prototype.grow;
  const page = 65536;
  let most = Infinity;
  Object.defineProperty(Memory.prototype, 'grow', {
    configurable: false,
    writable: false,
    value(pages) {
      if (this.buffer.byteLength + pages * page > most) throw new RangeError('no more memory');
      return Reflect.apply(grow, this, [pages]);
    },
  });
  return (bytes) => {
    most = bytes;
  };
})`;

/** Holds files to their limits: those of Pyodide's lie in memory of the host's, which the interpreter's own limit doesn't count. */
export const realmFiles = String.raw`(function (pyodide) {
  'use strict';
  const { FS } = pyodide;
  const { MEMFS } = FS.filesystems;
  const expand = MEMFS.expandFileStorage;
  const resize = MEMFS.resizeFileStorage;
  const create = MEMFS.createNode;
  const full = 51;
  let room = Infinity;
  let nodes = Infinity;
  const take = (bytes) => {
    if (bytes > room) throw new FS.ErrnoError(full);
    room -= bytes;
  };
  MEMFS.expandFileStorage = (node, capacity) => {
    const before = node.contents?.length ?? 0;
    // As Pyodide reckons it: small files double, larger ones grow by an eighth.
    const after = Math.max(capacity, Math.ceil(before * (before < 1024 ** 2 ? 2 : 1.125)));
    if (before < capacity) take(after - before);
    return Reflect.apply(expand, MEMFS, [node, capacity]);
  };
  MEMFS.resizeFileStorage = (node, size) => {
    take(Math.max(0, size - (node.contents?.length ?? 0)));
    return Reflect.apply(resize, MEMFS, [node, size]);
  };
  MEMFS.createNode = (...given) => {
    if (nodes <= 0) throw new FS.ErrnoError(full);
    nodes -= 1;
    return Reflect.apply(create, MEMFS, given);
  };
  return (bytes, files) => {
    room = bytes;
    nodes = files;
  };
})`;
