import { Problem } from '@jacquard/flow';
import type { Fetch } from '@jacquard/node-kit';
import { z } from 'zod';
import type { LocatedFile, RemotePlace } from '../download/model-source.ts';
import { probeAddress } from '../download/probe-address.ts';
import { request } from '../download/request.ts';
import type { HubPlace } from '../fetchable-model.ts';
import { allParts } from '../gguf/split-name.ts';

const publicEndpoint = 'https://huggingface.co';

/** A file of a repository, and what its metadata says of it: the LFS object id is the file's SHA-256. */
export interface HubFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** Hugging Face, or the endpoint that stands for it (`HF_ENDPOINT`). */
export interface Hub {
  /**
   * The GGUF files of a repository, within `timeout` milliseconds; undefined where the endpoint keeps no metadata (a plain mirror). Throws
   * `model-repository-unknown`, `model-gated`, `model-token-refused`, and what `request` throws.
   */
  files(place: HubPlace, signal: AbortSignal, timeout?: number): Promise<HubFile[] | undefined>;
  /** A file and its other parts, where nothing lists them: what the addresses themselves say. */
  probe(place: HubPlace, file: string, signal: AbortSignal): Promise<LocatedFile[]>;
  /** Where a file is fetched from. `HF_TOKEN` goes along to this endpoint, and nowhere else. */
  place(place: HubPlace, file: string): RemotePlace;
  /** What a refused answer means: that terms must be accepted, a token is missing, or there is no such repository. */
  explain(place: HubPlace, answer: Response): Problem | undefined;
  /** The page that people read. */
  page(repository: string): string;
  readonly host: string;
}

const treeSchema = z.array(
  z.object({
    path: z.string(),
    lfs: z.object({ oid: z.string().regex(/^[0-9a-f]{64}$/), size: z.number().int().positive() }).optional(),
  }),
);
const longestTree = 4_000_000;

/** Reads the endpoint and whether there is a token off the environment. The token itself stays with the guarded client. */
export function createHub(fetch: Fetch, environment: Readonly<Record<string, string | undefined>>): Hub {
  const endpoint = (environment['HF_ENDPOINT'] || publicEndpoint).replace(/\/+$/, '');
  const hasToken = Boolean(environment['HF_TOKEN'] || environment['HF_TOKEN_FILE']);
  const at = (url: string): RemotePlace => ({ url, ...(hasToken && { secret: 'hf-token' }) });
  const hub: Hub = {
    host: new URL(endpoint).host,
    page: (repository) => `${endpoint}/${repository}`,
    place: ({ repository, revision = 'main' }, file) =>
      at(`${endpoint}/${repository}/resolve/${encodeURIComponent(revision)}/${encodePath(file)}`),
    explain: ({ repository }, { status, headers }) => {
      const code = headers.get('x-error-code');
      if (code === 'RepoNotFound' || code === 'RevisionNotFound') {
        return new Problem('model-repository-unknown', { repository, host: hub.host });
      }
      if (code === 'EntryNotFound') return new Problem('model-source-absent', { reason: repository });
      if (code !== 'GatedRepo' && status !== 401 && status !== 403) return undefined;
      const params = { repository, page: hub.page(repository) };
      return new Problem(hasToken ? 'model-token-refused' : 'model-gated', params);
    },
    probe: (place, file, signal) =>
      Promise.all(
        allParts(file).map(async (part): Promise<LocatedFile> => {
          const explain = (answer: Response): Problem | undefined => hub.explain(place, answer);
          const remote = hub.place(place, part);
          return { at: remote, expected: await probeAddress(fetch, remote, signal, explain), explain };
        }),
      ),
    async files(place, signal, timeout) {
      const { repository, revision = 'main' } = place;
      const url = `${endpoint}/api/models/${repository}/tree/${encodeURIComponent(revision)}?recursive=true`;
      const answer = await request(fetch, at(url), { signal, maxBytes: longestTree }, timeout);
      if (!answer.ok) {
        await answer.body?.cancel();
        const problem = hub.explain(place, answer);
        if (problem) throw problem;
        return undefined;
      }
      const tree = treeSchema.safeParse(await answer.json().catch(() => undefined)).data;
      return tree?.flatMap(({ path, lfs }) =>
        lfs && /\.gguf$/i.test(path) ? [{ path, size: lfs.size, sha256: lfs.oid }] : [],
      );
    },
  };
  return hub;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
