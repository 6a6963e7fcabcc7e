import { basename, join } from 'node:path';
import type { Descriptors } from '@jacquard/flow';
import { createGuardedFetch } from '@jacquard/guarded-fetch';
import { createLocalModels, type LocalModels } from '@jacquard/local-llm';
import { openStores, type Stores } from '@jacquard/stores';
import { AccessDesk } from './access/access-desk.ts';
import type { Configuration } from './configuration.ts';
import { collectOld } from './collect-old.ts';
import { HomePresence } from './home-presence.ts';
import { createNodeRegistry } from './node-registry.ts';
import { openSandbox } from './open-sandbox.ts';
import { resumeRuns } from './resume-runs.ts';
import { silenceTracing } from './silence-tracing.ts';
import type { LogLine } from './log-line.ts';
import { openSpace, type SpaceRuntime } from './space.ts';
import { version } from './version.ts';

/** Milliseconds between two looks for runs that another process left. */
const resumeInterval = 10_000;
const collectInterval = 3_600_000;

/** A process's Jacquard without a surface: what the server serves and the command line drives. */
export interface Runtime {
  readonly version: string;
  readonly configuration: Configuration;
  readonly descriptors: Descriptors;
  /** The project folder's name, when flows are files. */
  readonly project: string | undefined;
  /** This start is the first of this home. */
  readonly firstStart: boolean;
  readonly log: LogLine;
  /** Who may come in. */
  readonly access: AccessDesk;
  /** The one space until rooms and users come: `main`. */
  readonly main: SpaceRuntime;
  /** Stops taking runs, waits `grace` milliseconds for those that go on, leaves the rest to be resumed, closes the stores. */
  close(grace?: number): Promise<void>;
}

export interface RuntimeOptions {
  readonly log?: LogLine | undefined;
  /** Takes up runs that an earlier process left, and collects old ones. The server does. */
  readonly keepsHouse?: boolean | undefined;
  /** Where the models lie, instead of `models` in the home. */
  readonly modelsFolder?: string | undefined;
}

/**
 * Opens the stores, gathers the node types and takes up what an earlier process left. Nothing that a flow might not need is
 * loaded: no LangChain, no model engine. Throws the stores' problems (`database-…`) when they can't be opened.
 */
export async function createRuntime(configuration: Configuration, options: RuntimeOptions = {}): Promise<Runtime> {
  silenceTracing(process.env);
  const log = options.log ?? ((): void => undefined);
  const { home, projectFolder, durability } = configuration;
  const stores = await openStores({ home, projectFolder, durability });
  const presence = new HomePresence(home);
  const registry = createNodeRegistry();
  const { local, downloads } = openLocalModels(configuration, options.modelsFolder ?? join(home, 'models'), log);
  const sandbox = openSandbox(join(home, 'sandbox'));
  const access = new AccessDesk({ space: 'main', store: stores.access, configuration, log });
  const main = await openSpace({
    space: 'main',
    configuration,
    stores,
    registry,
    local,
    sandbox: sandbox.service,
    access,
    log,
  });
  const house = await keepHouse({ stores, access, main, presence, log, isOn: options.keepsHouse === true });
  return {
    version,
    configuration,
    descriptors: registry.descriptors,
    project: projectFolder === undefined ? undefined : basename(projectFolder),
    firstStart: options.keepsHouse === true && (await isFirstStart(stores)),
    log,
    access,
    main,
    async close(grace = 0) {
      house.stop();
      await main.close(grace);
      await sandbox.close();
      await local.close();
      await downloads.close();
      await stores.close();
      presence.close();
    },
  };
}

/** Local models whose downloads follow the operator's policy, with no secret but the one for Hugging Face. */
function openLocalModels(configuration: Configuration, folder: string, log: LogLine) {
  const { network, allowedHosts, operatorOrigins, environment, secrets } = configuration;
  const downloads = createGuardedFetch({
    network,
    allowedHosts,
    exemptOrigins: () => [...operatorOrigins, ...local.downloadOrigins()],
    environment,
    revealSecret: (name) => Promise.resolve(name === 'hf-token' ? secrets.get(name) : undefined),
  });
  const local: LocalModels = createLocalModels({
    folder,
    enginesFolder: join(configuration.home, 'engines'),
    fetch: downloads,
    environment,
    log: {
      info: (fields, text) => log('info', text, { ...fields }),
      warn: (fields, text) => log('warn', text, { ...fields }),
    },
  });
  return { local, downloads };
}

async function isFirstStart({ preferences }: Stores): Promise<boolean> {
  const started = await preferences.get('main', 'started');
  if (started === undefined) await preferences.set('main', 'started', true);
  return started === undefined;
}

interface House {
  readonly stores: Stores;
  readonly access: AccessDesk;
  readonly main: SpaceRuntime;
  readonly presence: HomePresence;
  readonly log: LogLine;
  readonly isOn: boolean;
}

async function keepHouse({ stores, access, main, presence, log, isOn }: House): Promise<{ stop(): void }> {
  const { space, runs, owner } = main;
  const resume = (alone: boolean): Promise<void> =>
    resumeRuns({ space, stores, runs, owner, log }, alone).then(
      (count) => void (count > 0 && log('info', 'runs resumed', { count })),
      (error: unknown) => log('error', 'runs could not be resumed', { error }),
    );
  await presence.enter((alone) => (isOn ? resume(alone) : Promise.resolve()));
  if (!isOn) return { stop: () => undefined };
  main.webhooks.open();
  const collect = (): void =>
    void Promise.all([collectOld(stores, space), access.collect()]).catch((error: unknown) =>
      log('error', 'old runs could not be collected', { error }),
    );
  const timers = [
    setInterval(() => void resume(false), resumeInterval),
    setInterval(collect, collectInterval),
    setTimeout(collect, 60_000),
  ];
  for (const timer of timers) timer.unref();
  return { stop: () => timers.forEach((timer) => clearInterval(timer)) };
}
