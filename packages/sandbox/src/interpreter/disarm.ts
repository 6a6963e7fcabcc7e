import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/** Globals that neither interpreter needs, and code that broke out of one would want. */
const wanted = [
  'process',
  'require',
  'module',
  'fetch',
  'Request',
  'Response',
  'WebSocket',
  'EventSource',
  'BroadcastChannel',
  'MessageChannel',
  'Worker',
  'navigator',
  'global',
];

/**
 * Takes from this process what could reach outside of it, for code that has broken out of its interpreter. Files, programs, threads
 * of others and native modules are refused by Node's own permissions (see `startSandboxProcess`), which know of no network; so
 * all ways of Node's to open a socket or ask for a name end in an error from here on, and the globals go.
 */
export function disarm(): void {
  const refuse = (): never => {
    throw new Error('there is no network here');
  };
  const refuseAll = (owner: object): void => {
    for (const name of Object.keys(owner)) {
      if (typeof Reflect.get(owner, name) === 'function') Reflect.set(owner, name, refuse);
    }
  };
  for (const name of ['connect', 'listen', 'bind', 'send', 'addMembership']) {
    for (const prototype of [net.Socket.prototype, net.Server.prototype, dgram.Socket.prototype]) {
      if (name in prototype) Object.defineProperty(prototype, name, { value: refuse });
    }
  }
  refuseAll(dns.promises);
  for (const owner of [dns, dgram]) refuseAll(owner);
  for (const name of ['connect', 'createConnection', 'createServer']) Reflect.set(net, name, refuse);
  syncBuiltinESMExports();
  for (const name of ['getBuiltinModule', 'binding', 'dlopen', 'kill', 'send', 'chdir', 'setuid']) {
    Reflect.set(process, name, refuse);
  }
  for (const name of wanted) Reflect.deleteProperty(globalThis, name);
}
