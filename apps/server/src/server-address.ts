import { networkInterfaces } from 'node:os';
import type { Configuration } from '@jacquard/runtime';

/** Where people open the server: its public address, else the one that it listens on; of all, the first that other machines reach. */
export function serverAddress({ publicUrls }: Pick<Configuration, 'publicUrls'>, host: string, port: number): string {
  const [known] = publicUrls;
  if (known !== undefined) return known;
  const reached = host === '0.0.0.0' || host === '::' ? (firstAddress() ?? '127.0.0.1') : host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
}

function firstAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flat()
    .find((found) => found?.family === 'IPv4' && !found.internal)?.address;
}
