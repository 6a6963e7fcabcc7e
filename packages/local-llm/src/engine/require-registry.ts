import { Problem } from '@jacquard/flow';
import { createNetworkPolicy } from '@jacquard/guarded-fetch';
import { runNpm, type RunNpmOptions } from './run-npm.ts';

/**
 * Lets npm go out only where the operator lets Jacquard: not under `JACQUARD_NETWORK=none`, and under a list only where the registry
 * that npm is configured with is on it. Throws `engine-network-off`.
 */
export async function requireRegistry(options: RunNpmOptions): Promise<void> {
  const network = options.environment['JACQUARD_NETWORK'] ?? '';
  if (network === '' || network === 'all') return;
  if (network === 'none') throw new Problem('engine-network-off', {}, { kind: 'operational' });
  const named = await runNpm(['config', 'get', '@node-llama-cpp:registry', 'registry'], options);
  const registry = registryIn(named);
  const origins = registry === null ? [] : [registry.origin];
  const rules = { network: network.split(',').map((host) => host.trim()), allowedHosts: [], exemptOrigins: origins };
  try {
    if (registry !== null) createNetworkPolicy(rules).checkUrl(registry);
  } catch (cause) {
    const host = registry?.host ?? '';
    throw new Problem('engine-network-off', { host }, { kind: 'operational', cause });
  }
}

/** The registry of the packages' scope, or the general one: `npm config get` prints `KEY=VALUE` for several keys. */
function registryIn(printed: string): URL | null {
  const values = new Map(
    printed.split('\n').map((line) => {
      const at = line.indexOf('registry=') + 'registry'.length;
      return [line.slice(0, at), line.slice(at + 1).trim()];
    }),
  );
  const scoped = values.get('@node-llama-cpp:registry');
  const url = URL.parse(scoped === undefined || scoped === 'undefined' ? (values.get('registry') ?? '') : scoped);
  if (url) [url.username, url.password] = ['', ''];
  return url;
}
