import { basename } from 'node:path';
import type { Resolver } from '@jacquard/executor';
import { Problem, type FileValue } from '@jacquard/flow';
import type { Space, Stores } from '@jacquard/stores';
import type { ProjectFiles } from './project-files.ts';
import type { SecretBook } from './secret-book.ts';

const sha256 = /^[0-9a-f]{64}$/;

export interface ResolverSources {
  readonly space: Space;
  readonly stores: Stores;
  readonly secrets: SecretBook;
  readonly settings: ReadonlyMap<string, string>;
  readonly projectFiles: ProjectFiles | undefined;
}

/** What `{secret}`, `{setting}`, `{file}` and closed sub-flows stand for in a space: the environment's first, then the store's. */
export function createResolver({ space, stores, secrets, settings, projectFiles }: ResolverSources): Resolver {
  return {
    async setting(name) {
      return settings.get(name) ?? (await stores.preferences.get(space, `setting:${name}`));
    },
    async hasSecret(name) {
      return secrets.has(name);
    },
    async file(flowId, reference): Promise<FileValue> {
      const holder = { kind: 'flow', id: flowId } as const;
      if (projectFiles !== undefined && !sha256.test(reference.file)) return projectFiles.read(holder, reference.file);
      const held = await stores.files.list(space, holder);
      const found =
        held.findLast(({ file, name }) => file === reference.file || name === reference.file) ??
        held.findLast(({ name }) => name === basename(reference.file));
      if (found === undefined) throw new Problem('file-not-found', { name: reference.name ?? reference.file });
      return found;
    },
    async flow(id) {
      return (await stores.flows.get(space, id))?.document;
    },
  };
}
