import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '@jacquard/flow';
import type { EngineChoice, EngineName, GraphicsEngine } from './engine-choice.ts';
import { engineVersion, packagesOf, type EnginePackages, type Platform } from './engine-packages.ts';
import { createEngineRecord, type EngineRecord, type RememberedTrial } from './engine-record.ts';

/** The engines that lie in a folder, one of each version and name, and what is remembered of them. */
export interface EngineShelf {
  readonly version: string;
  readonly folder: string;
  readonly record: EngineRecord;
  /** Throws `engine-not-for-machine`. */
  packagesOf(engine: GraphicsEngine): EnginePackages;
  placeOf(engine: GraphicsEngine): string;
  /** Whether it is on the disk, or comes with the program. */
  isHere(engine: GraphicsEngine): boolean;
  /** What came of trying this version; undefined before that. */
  trialOf(engine: GraphicsEngine): RememberedTrial | undefined;
  remember(engine: GraphicsEngine, trial: Omit<RememberedTrial, 'version'> | undefined): void;
  choiceOf(engine: EngineName): EngineChoice;
  remove(engine: GraphicsEngine): Promise<void>;
  /** Engines of another version of the program fit this one no more. */
  removeOtherVersions(): Promise<void>;
}

const deletion = { recursive: true, force: true, maxRetries: 3 } as const;

/** See {@link EngineShelf}. */
export function createEngineShelf(folder: string, platform: Platform): EngineShelf {
  const version = engineVersion();
  const record = createEngineRecord(folder);
  const placeOf = (engine: GraphicsEngine): string => join(folder, version, engine);
  const requirePackages = (engine: GraphicsEngine): EnginePackages => {
    const packages = packagesOf(engine, platform);
    if (packages === undefined) throw new Problem('engine-not-for-machine', { engine });
    return packages;
  };
  return {
    version,
    folder,
    record,
    packagesOf: requirePackages,
    placeOf,
    isHere(engine) {
      const names = packagesOf(engine, platform)?.names;
      return names?.every((name) => existsSync(join(placeOf(engine), 'node_modules', name))) === true;
    },
    trialOf(engine) {
      const trial = record.read().trials[engine];
      return trial?.version === version ? trial : undefined;
    },
    remember(engine, trial) {
      const { [engine]: _before, ...others } = record.read().trials;
      record.change({ trials: trial === undefined ? others : { ...others, [engine]: { version, ...trial } } });
    },
    choiceOf(engine) {
      if (engine === 'cpu' || requirePackages(engine).names.length === 0) return { engine };
      return { engine, folder: join(placeOf(engine), 'node_modules') };
    },
    remove: (engine) => rm(placeOf(engine), deletion),
    async removeOtherVersions() {
      const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
      const others = entries.filter((entry) => entry.isDirectory() && entry.name !== version);
      await Promise.all(others.map(({ name }) => rm(join(folder, name), deletion)));
    },
  };
}
