import { hash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createExecutor, type Executor, type NodeRegistry, type Resolver, type RunLog } from '@jacquard/executor';
import { createGuardedFetch, type GuardedFetch } from '@jacquard/guarded-fetch';
import type { LocalModels } from '@jacquard/local-llm';
import type { ProviderService, SandboxService } from '@jacquard/node-kit';
import type { Space, Stores } from '@jacquard/stores';
import type { AccessDesk } from './access/access-desk.ts';
import { CallBook } from './calls/call-book.ts';
import { CallDesk } from './calls/call-desk.ts';
import { carryTrace } from './calls/carry-trace.ts';
import { ModelCallDesk } from './calls/model-calls.ts';
import { CodeDesk } from './code-export/code-desk.ts';
import type { Configuration } from './configuration.ts';
import { BundleDesk, type BundleDeskSources } from './bundle/bundle-desk.ts';
import { FileDesk } from './file-desk.ts';
import { FlowDesk } from './flow-desk.ts';
import type { FlowTestDesk } from './flow-tests/flow-test-desk.ts';
import { openFlowTests } from './flow-tests/open-flow-tests.ts';
import type { LogLine } from './log-line.ts';
import type { KnowledgeDesk } from './knowledge/knowledge-desk.ts';
import { openKnowledge, type OpenKnowledge } from './knowledge/open-knowledge.ts';
import { createModelDesk, type ModelDesk } from './model-desk.ts';
import { createModelShelf, type ModelShelf } from './model-shelf.ts';
import { PinDesk } from './pin-desk.ts';
import { PublishDesk } from './publishing/publish-desk.ts';
import { ProjectFiles } from './project-files.ts';
import { createRecordingShelf } from './recordings/recording-shelf.ts';
import { createResolver } from './resolver.ts';
import { RunFeed } from './run-feed.ts';
import { createRunLog } from './run-log.ts';
import { createRunServices } from './run-services.ts';
import { RunService } from './run-service.ts';
import { createRunValues } from './run-values.ts';
import { SecretBook } from './secret-book.ts';
import { VersionDesk } from './version-desk.ts';
import { openWebhooks } from './webhooks/open-webhooks.ts';
import type { WebhookDesk } from './webhooks/webhook-desk.ts';

/** Everything of one space: what a request may see and do. */
export interface SpaceRuntime {
  readonly space: Space;
  readonly stores: Pick<Stores, 'flows' | 'sessions' | 'preferences'>;
  readonly flows: FlowDesk;
  readonly versions: VersionDesk;
  readonly publishing: PublishDesk;
  readonly files: FileDesk;
  readonly pins: PinDesk;
  readonly tests: FlowTestDesk;
  readonly knowledge: KnowledgeDesk;
  readonly bundles: BundleDesk;
  readonly code: CodeDesk;
  readonly runs: RunService;
  readonly calls: CallDesk;
  readonly callBook: CallBook;
  readonly webhooks: WebhookDesk;
  readonly modelCalls: ModelCallDesk;
  readonly models: ModelShelf;
  readonly modelDesk: ModelDesk;
  readonly secrets: SecretBook;
  /** Deletes a flow and lets go of its files; throws `flow-changed` when it isn't at the revision `expected` any more. */
  deleteFlow(id: string, expected: string): Promise<void>;
  /** See `RunService.close`. */
  close(grace: number): Promise<void>;
  /** Of this process, as the leases of its runs name it. */
  readonly owner: string;
}

export interface SpaceSources {
  readonly space: Space;
  readonly configuration: Configuration;
  readonly stores: Stores;
  readonly registry: NodeRegistry;
  readonly local: LocalModels;
  /** Where code of nodes runs, for all spaces. */
  readonly sandbox: SandboxService;
  readonly access: AccessDesk;
  readonly log: LogLine;
}

/** Binds executor, stores and services to one space. */
export async function openSpace(sources: SpaceSources): Promise<SpaceRuntime> {
  const { space, configuration, stores, log } = sources;
  const owner = randomUUID();
  const secrets = await new SecretBook(configuration.secrets, stores.secrets, space).open();
  const desks = desksOf(sources, secrets);
  const { flows, files, pins } = desks;
  const models = modelsOf(sources, () => runs.activeRuns > 0);
  const feed: RunFeed = feedOf(sources, (runId) => executor.snapshot(runId));
  const runLog = createRunLog(stores.runs, space, owner);
  const fetch = carryTrace(guardedFetchOf(configuration, secrets));
  const webhooks = openWebhooks(sources, secrets);
  const knowledge = openKnowledge({ ...sources, fetch });
  const resolver = resolverOf(sources, secrets);
  const executor = executorOf(sources, {
    resolver,
    runLog,
    fetch,
    secrets,
    feed,
    models,
    knowledge,
    defaultOf: (id) => runs.defaultModelOf(id),
  });
  const runs: RunService = new RunService({
    space,
    stores,
    executor,
    log: runLog,
    feed,
    files,
    owner,
    maxRuns: configuration.maxRuns,
    defaultModel: () => models.defaultModel(),
    say: log,
    secrets: () => secrets.texts(),
  });
  const publishing = publishingOf(sources, secrets, { ...desks, resolver });
  const tests = openFlowTests({ ...sources, ...desks, ...knowledge, runs, resolver, models });
  return {
    space,
    stores,
    ...desks,
    tests,
    knowledge: knowledge.desk,
    publishing,
    code: new CodeDesk({ space, flows, files: stores.files, resolver, registry: sources.registry }),
    bundles: bundlesOf(sources, { flows, knowledge: knowledge.desk, resolver }),
    runs,
    callBook: new CallBook(stores.callKeys, space),
    webhooks: webhooks.desk,
    calls: callsOf(sources, { flows, publishing, runs }),
    modelCalls: modelCallsOf(models, knowledge, sources.access),
    models,
    modelDesk: createModelDesk(sources, secrets, fetch),
    secrets,
    owner,
    deleteFlow: deletion(sources, pins, tests),
    close: closing([models, tests], runs, [webhooks, knowledge, fetch]),
  };
}

/** Closes what works by itself, then the runs, then what they stood on. */
function closing(
  before: readonly { close(): void }[],
  runs: RunService,
  after: readonly { close(): Promise<void> }[],
): SpaceRuntime['close'] {
  return async (grace) => {
    for (const part of before) part.close();
    await runs.close(grace);
    for (const part of after) await part.close();
  };
}

function modelsOf({ local, stores, space, configuration }: SpaceSources, isBusy: () => boolean): ModelShelf {
  const { preferences } = stores;
  return createModelShelf({ local, preferences, space, configured: configuration.model, isBusy });
}

function callsOf(
  { registry, access }: SpaceSources,
  parts: { readonly flows: FlowDesk; readonly publishing: PublishDesk; readonly runs: RunService },
): CallDesk {
  return new CallDesk({ ...parts, descriptors: registry.descriptors, ledger: access.ledger });
}

/** Models that are asked without a flow: counted against the caller's limits as runs are. */
function modelCallsOf(
  models: ModelShelf,
  { embeddings }: OpenKnowledge,
  { ledger }: Pick<AccessDesk, 'ledger'>,
): ModelCallDesk {
  return new ModelCallDesk({ models, embeddings, ledger });
}

function feedOf(
  { space, stores, log }: SpaceSources,
  snapshot: (runId: string) => ReturnType<Executor['snapshot']>,
): RunFeed {
  return new RunFeed({
    events: (runId, after, limit) => stores.runs.events(space, runId, after, limit),
    snapshot,
    failed: (runId, error) => log('error', 'watch failed', { runId, error }),
  });
}

/** What a space's flows are read, kept and given by. */
function desksOf({ space, configuration, stores, registry, log }: SpaceSources, secrets: SecretBook) {
  const flows = new FlowDesk({
    space,
    flows: stores.flows,
    knowledge: stores.knowledge,
    registry,
    secrets: () => secrets.names(),
    providerOrigins: new Map([['models.openai', new URL(configuration.openaiBaseUrl).origin]]),
  });
  const versions = new VersionDesk({ space, flows: stores.flows, versions: stores.versions, desk: flows, log });
  const files = new FileDesk(stores, space, configuration.projectFolder);
  const pins = new PinDesk({ space, stores, files });
  return { flows, versions, files, pins };
}

function deletion({ space, stores }: SpaceSources, pins: PinDesk, tests: FlowTestDesk): SpaceRuntime['deleteFlow'] {
  return async (id, expected) => {
    await stores.flows.delete(space, id, expected);
    await stores.files.release(space, { kind: 'flow', id });
    await pins.clear(id);
    await tests.deleteAll(id);
  };
}

function publishingOf(
  { space, stores, registry, configuration }: SpaceSources,
  secrets: SecretBook,
  { flows, versions, files, resolver }: ReturnType<typeof desksOf> & { readonly resolver: Resolver },
): PublishDesk {
  return new PublishDesk({
    space,
    publications: stores.publications,
    store: stores.versions,
    desk: flows,
    versions,
    files,
    resolver,
    descriptors: registry.descriptors,
    secrets: () => secrets.names(),
    isProject: configuration.projectFolder !== undefined,
  });
}

function bundlesOf(
  { space, stores, registry, configuration }: SpaceSources,
  parts: Pick<BundleDeskSources, 'flows' | 'knowledge' | 'resolver'>,
): BundleDesk {
  const { home, projectFolder } = configuration;
  const { descriptors } = registry;
  return new BundleDesk({ space, stores, descriptors, projectFolder, folder: join(home, 'incoming'), ...parts });
}

interface ExecutorParts {
  readonly resolver: Resolver;
  readonly runLog: RunLog;
  readonly fetch: GuardedFetch;
  readonly secrets: SecretBook;
  readonly feed: RunFeed;
  readonly models: ModelShelf;
  readonly knowledge: OpenKnowledge;
  defaultOf(runId: string): string | undefined;
}

function executorOf({ space, configuration, stores, registry, sandbox }: SpaceSources, parts: ExecutorParts): Executor {
  const { resolver, runLog, fetch, secrets, feed, models, knowledge, defaultOf } = parts;
  const providers: ProviderService = {
    find: () => ({
      baseUrl: configuration.openaiBaseUrl,
      secret: secrets.has('openai-api-key') ? { secret: 'openai-api-key' } : undefined,
    }),
  };
  return createExecutor({
    registry,
    log: runLog,
    values: createRunValues(stores.values, space),
    resolver,
    services: createRunServices({
      space,
      stores,
      fetch,
      models,
      providers,
      defaultOf,
      sandbox,
      recordings: createRecordingShelf(
        configuration.projectFolder ?? join(configuration.home, 'recordings', space),
        () => secrets.texts(),
      ),
      ...knowledge,
    }),
    listener: feed,
    hash: (text) => hash('sha256', text),
  });
}

function resolverOf({ space, configuration, stores }: SpaceSources, secrets: SecretBook): Resolver {
  const { projectFolder, settings } = configuration;
  const projectFiles = projectFolder === undefined ? undefined : new ProjectFiles(projectFolder, stores.files, space);
  return createResolver({ space, stores, secrets, settings, projectFiles });
}

/** The way out of a space's steps: the operator's policy, and this space's secrets. */
function guardedFetchOf(configuration: Configuration, secrets: SecretBook): GuardedFetch {
  const { network, allowedHosts, operatorOrigins, environment } = configuration;
  const revealSecret = (name: string) => secrets.reveal(name);
  return createGuardedFetch({ network, allowedHosts, exemptOrigins: operatorOrigins, environment, revealSecret });
}
