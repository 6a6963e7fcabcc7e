/**
 * What the code finds around it, in its own language: a function that takes the host's functions, puts `console`, files, timers and
 * `assert` in place, and gives what the host needs to read values and errors. It keeps its own copies of what it uses, so that code
 * that changes `JSON` or a prototype harms nobody but itself.
 */
export const prelude = String.raw`(function (write, readFile, writeFile, listFiles, inputsText, stdin) {
  'use strict';
  const { stringify, parse } = JSON;
  const { isArray } = Array;
  const [global, text] = [globalThis, String];
  const own = (name, value) =>
    Object.defineProperty(global, name, { value, writable: true, configurable: true, enumerable: false });

  function plain(key, value) {
    if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : text(value);
    if (typeof value === 'number' && !Number.isFinite(value)) return null;
    if (typeof value === 'function' || typeof value === 'symbol') return text(value);
    if (value instanceof Map) return Object.fromEntries(value);
    if (value instanceof Set) return [...value];
    if (value instanceof Error) return value.name + ': ' + value.message;
    if (ArrayBuffer.isView(value)) return [...value];
    return value;
  }
  const toJson = (value) => stringify(value, plain);
  function show(value) {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return value.stack ? text(value) + '\n' + value.stack : text(value);
    if (typeof value !== 'object' || value === null) return text(value);
    try {
      return stringify(value, plain);
    } catch {
      return '[object that holds itself]';
    }
  }
  const full = {};
  const print = (stream) => (...values) => {
    if (!full[stream]) full[stream] = write(stream, values.map(show).join(' ') + '\n');
  };
  const [out, err] = [print('stdout'), print('stderr')];
  own('console', { log: out, info: out, debug: out, table: out, dir: out, warn: err, error: err, trace: err, time() {}, timeEnd() {} });
  own('print', out);
  own('inputs', parse(inputsText));
  own('stdin', stdin);
  own('readFile', (name) => readFile(text(name), true));
  own('readBytes', (name) => new Uint8Array(readFile(text(name), false)));
  own('listFiles', () => parse(listFiles()));
  own('writeFile', (name, content) => {
    if (ArrayBuffer.isView(content)) content = content.buffer.slice(content.byteOffset, content.byteOffset + content.byteLength);
    writeFile(text(name), content instanceof ArrayBuffer ? content : typeof content === 'string' ? content : toJson(content));
  });

  let timers = [];
  let lastTimer = 0;
  let now = 0;
  const start = (repeats) => (work, wait = 0, ...given) => {
    lastTimer += 1;
    timers.push({ id: lastTimer, at: now + Math.max(repeats ? 1 : 0, +wait || 0), work, given, repeats, wait: +wait || 0 });
    return lastTimer;
  };
  const stop = (id) => void (timers = timers.filter((timer) => timer.id !== id));
  own('setTimeout', start(false));
  own('setInterval', start(true));
  own('clearTimeout', stop);
  own('clearInterval', stop);
  own('queueMicrotask', (work) => void Promise.resolve().then(() => work()));
  own('structuredClone', (value) => parse(stringify(value)));
  function nextTimer() {
    if (timers.length === 0) return false;
    const timer = timers.reduce((first, other) => (other.at < first.at ? other : first));
    now = timer.at;
    if (timer.repeats) timer.at = now + Math.max(1, timer.wait);
    else stop(timer.id);
    timer.work(...timer.given);
    return true;
  }

  class AssertionError extends Error {
    name = 'AssertionError';
  }
  function same(left, right) {
    if (Object.is(left, right)) return true;
    if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return left == null && right == null ? left === right : left === right;
    if (left instanceof Map || left instanceof Set) return right instanceof left.constructor && same([...left], [...right]);
    if (isArray(left) !== isArray(right)) return false;
    if (left instanceof Date) return right instanceof Date && +left === +right;
    const names = Object.keys(left);
    return names.length === Object.keys(right).length && names.every((name) => Object.hasOwn(right, name) && same(left[name], right[name]));
  }
  const fail = (message, otherwise) => {
    throw new AssertionError(message === undefined ? otherwise : text(message));
  };
  const equal = (left, right, message) => same(left, right) || fail(message, 'expected ' + show(right) + ', got ' + show(left));
  const assert = (holds, message) => void (holds || fail(message, 'it does not hold'));
  Object.assign(assert, {
    ok: assert,
    equal,
    strictEqual: equal,
    deepEqual: equal,
    deepStrictEqual: equal,
    notEqual: (left, right, message) => void (same(left, right) && fail(message, 'both are ' + show(left))),
    throws(work, message) {
      try {
        work();
      } catch {
        return;
      }
      fail(typeof message === 'string' ? message : undefined, 'nothing was thrown');
    },
  });
  own('assert', assert);
  own('assertEquals', equal);

  function explain(error) {
    if (!(error instanceof Error)) return stringify({ name: 'Error', message: 'thrown: ' + show(error) });
    const trace = text(error.stack ?? '');
    const line = /(?:code|test)\.js:(\d+)/.exec(trace);
    return stringify({
      name: text(error.name),
      message: text(error.message),
      trace: trace.split('\n').filter((part) => part.includes('.js:')).join('\n'),
      ...(line && { line: +line[1] }),
    });
  }
  return { toJson, explain, nextTimer };
})`;
