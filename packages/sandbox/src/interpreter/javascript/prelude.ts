/**
 * What the code finds around it, in its own language: a function that takes the host's functions, puts `console`, files, timers and
 * `assert` in place, and gives what the host needs to read values and errors. What compares, asserts and explains keeps its own copies of
 * what it uses, so that code that changes `JSON`, `Object` or a prototype changes nothing of what is said of its tests.
 */
export const prelude = String.raw`(function (write, readFile, writeFile, listFiles, inputsText, stdin) {
  'use strict';
  const { stringify, parse } = JSON;
  const { isArray } = Array;
  const { is, keys, hasOwn, freeze, defineProperty, getPrototypeOf } = Object;
  const { apply } = Reflect;
  const [global, text, Thrown, internalError] = [globalThis, String, Error, InternalError.prototype];
  const own = (name, value) =>
    defineProperty(global, name, { value, writable: true, configurable: true, enumerable: false });

  function plain(key, value) {
    if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : text(value);
    if (typeof value === 'number' && !Number.isFinite(value)) return null;
    if (typeof value === 'function' || typeof value === 'symbol') return text(value);
    if (value instanceof Map) return Object.fromEntries(value);
    if (value instanceof Set) return [...value];
    if (value instanceof Thrown) return value.name + ': ' + value.message;
    if (ArrayBuffer.isView(value)) return [...value];
    return value;
  }
  const toJson = (value) => stringify(value, plain);
  function show(value) {
    if (typeof value === 'string') return value;
    if (value instanceof Thrown) return value.stack ? text(value) + '\n' + value.stack : text(value);
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
  const asks = (work, given) => (value) => {
    try {
      apply(work, value, given);
      return true;
    } catch {
      return false;
    }
  };
  const [eachOfMap, eachOfSet, timeOf] = [Map.prototype.forEach, Set.prototype.forEach, Date.prototype.getTime];
  const [isMap, isSet, isDate] = [asks(eachOfMap, [() => {}]), asks(eachOfSet, [() => {}]), asks(timeOf, [])];
  function itemsOf(value, each) {
    const items = [];
    apply(each, value, [(item, key) => void (items[items.length] = each === eachOfMap ? [key, item] : item)]);
    return items;
  }
  function same(left, right) {
    if (is(left, right) || left === right) return true;
    if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
    if (isMap(left)) return isMap(right) && same(itemsOf(left, eachOfMap), itemsOf(right, eachOfMap));
    if (isSet(left)) return isSet(right) && same(itemsOf(left, eachOfSet), itemsOf(right, eachOfSet));
    if (isArray(left) !== isArray(right)) return false;
    if (isDate(left)) return isDate(right) && is(apply(timeOf, left, []), apply(timeOf, right, []));
    const names = keys(left);
    if (names.length !== keys(right).length) return false;
    for (let at = 0; at < names.length; at++) {
      if (!hasOwn(right, names[at]) || !same(left[names[at]], right[names[at]])) return false;
    }
    return true;
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
  freeze(assert);
  own('assert', assert);
  own('assertEquals', equal);
  // Under a name that code can't know, so that what tests are given is this, whatever the code calls its own.
  const giveTests = (name) =>
    void defineProperty(global, name, { value: freeze({ __proto__: null, assert, assertEquals: equal }) });

  function explain(error) {
    try {
      const isError = error instanceof Thrown;
      const told = { __proto__: null, name: 'Error', message: '' };
      if (isError) told.name = text(error.name);
      told.message = isError ? text(error.message) : 'thrown: ' + show(error);
      if (isError) told.stack = text(error.stack ?? '');
      return stringify(told);
    } catch (problem) {
      if (typeof problem === 'object' && problem !== null && getPrototypeOf(problem) === internalError) throw problem;
      return '{"name":"Error","message":"it could not be read"}';
    }
  }
  return { toJson, explain, nextTimer, giveTests };
})`;
