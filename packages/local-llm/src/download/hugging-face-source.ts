import type { Fetch } from '@jacquard/node-kit';
import { z } from 'zod';
import type { CatalogModel, FileFact } from '../catalog/catalog.ts';
import type { ModelSource } from './model-source.ts';
import { request } from './request.ts';

const publicEndpoint = 'https://huggingface.co';

const treeSchema = z.array(
  z.object({
    path: z.string(),
    lfs: z.object({ oid: z.string().regex(/^[0-9a-f]{64}$/), size: z.number().int().positive() }).optional(),
  }),
);

/**
 * The model's repository on Hugging Face, or on `HF_ENDPOINT`. Size and SHA-256 come from the repository's own metadata
 * (the LFS object id is the SHA-256 of the file); an endpoint without them must have the file that the catalog knows.
 */
export function huggingFaceSource(
  { huggingFace, size, sha256 }: CatalogModel,
  fetch: Fetch,
  environment: Readonly<Record<string, string | undefined>>,
): ModelSource {
  const endpoint = (environment['HF_ENDPOINT'] ?? publicEndpoint).replace(/\/+$/, '');
  const { repository, file } = huggingFace;
  return {
    id: 'hugging-face',
    async locate(signal) {
      const answer = await request(fetch, `${endpoint}/api/models/${repository}/tree/main`, {
        signal,
        maxBytes: 1_000_000,
      });
      const stated = answer.ok ? factIn(await answer.json().catch(() => undefined), file) : undefined;
      return {
        at: { url: `${endpoint}/${repository}/resolve/main/${encodeURIComponent(file)}` },
        expected: stated ?? { size, sha256 },
      };
    },
  };
}

function factIn(json: unknown, file: string): FileFact | undefined {
  const tree = treeSchema.safeParse(json);
  const lfs = tree.data?.find(({ path }) => path === file)?.lfs;
  return lfs && { size: lfs.size, sha256: lfs.oid };
}
