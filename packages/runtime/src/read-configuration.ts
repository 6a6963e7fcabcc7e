import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { Problem } from '@jacquard/flow';
import { z } from 'zod';
import { logLevels, type Configuration, type Environment } from './configuration.ts';
import { readEnvironmentSecrets, readEnvironmentSettings } from './environment-secrets.ts';
import { readVariableOrFile } from './read-variable-or-file.ts';

/** What the command line sets over the environment. */
export interface ConfigurationOptions {
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly home?: string | undefined;
  readonly projectFolder?: string | undefined;
}

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max));
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);
const webAddress = z.url({ protocol: /^https?$/ });

const variables = {
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(1804),
  JACQUARD_HOME: z.string().default(join(homedir(), '.jacquard')),
  JACQUARD_MODEL: z.string().optional(),
  JACQUARD_NETWORK: z
    .union([z.literal(['all', 'none']), list.pipe(z.array(z.string().regex(/^[\w.*:[\]-]+$/)))])
    .default('all'),
  JACQUARD_ALLOWED_HOSTS: list.default([]),
  JACQUARD_DURABILITY: z.enum(['normal', 'full']).default('normal'),
  JACQUARD_MAX_RUNS: wholeNumber(1, 100_000).default(100),
  JACQUARD_PUBLIC_URL: list.pipe(z.array(webAddress)).default([]),
  JACQUARD_WATTS_PER_CORE: z.coerce.number().positive().max(1000).optional(), // read by the model host
  LOG_LEVEL: z.enum(logLevels).default('info'),
  OPENAI_BASE_URL: webAddress.default('https://api.openai.com/v1'),
  OLLAMA_HOST: z.string().default('127.0.0.1:11434'),
  HF_ENDPOINT: webAddress.default('https://huggingface.co'),
};

/** What each variable takes, as the sentence of `configuration-invalid` names it. */
const forms: Readonly<Record<keyof typeof variables, string>> = {
  HOST: '127.0.0.1',
  PORT: '0 – 65535',
  JACQUARD_HOME: '/home/me/.jacquard',
  JACQUARD_MODEL: 'smollm2-135m',
  JACQUARD_NETWORK: 'all, none, host1,host2',
  JACQUARD_ALLOWED_HOSTS: 'host1,host2',
  JACQUARD_DURABILITY: 'normal, full',
  JACQUARD_MAX_RUNS: '1 – 100000',
  JACQUARD_PUBLIC_URL: 'https://jacquard.example.org',
  JACQUARD_WATTS_PER_CORE: '0.1 – 1000',
  LOG_LEVEL: logLevels.join(', '),
  OPENAI_BASE_URL: 'https://api.openai.com/v1',
  OLLAMA_HOST: '127.0.0.1:11434',
  HF_ENDPOINT: 'https://huggingface.co',
};

/**
 * Reads what the process runs with. An empty variable counts as unset. A wrong value throws `configuration-invalid`, an
 * unreadable `…_FILE` throws `configuration-file`, and a store that isn't built yet `configuration-not-supported`: better no
 * start than data in another place than the operator thinks.
 */
export function readConfiguration(environment: Environment, options: ConfigurationOptions = {}): Configuration {
  const set = parseVariables(environment);
  for (const name of ['DATABASE_URL', 'REDIS_URL'])
    if (environment[name]) throw new Problem('configuration-not-supported', { name }, { kind: 'operational' });
  const host = options.host ?? set.HOST;
  return {
    host,
    port: options.port ?? set.PORT,
    home: resolve(options.home ?? set.JACQUARD_HOME),
    projectFolder: options.projectFolder === undefined ? undefined : resolve(options.projectFolder),
    model: set.JACQUARD_MODEL,
    network: set.JACQUARD_NETWORK,
    allowedHosts: set.JACQUARD_ALLOWED_HOSTS,
    durability: set.JACQUARD_DURABILITY,
    password: readVariableOrFile(environment, 'JACQUARD_PASSWORD'),
    apiKeys: list.parse(readVariableOrFile(environment, 'JACQUARD_API_KEYS') ?? ''),
    publicUrls: set.JACQUARD_PUBLIC_URL.map((url) => new URL(url).origin),
    logLevel: set.LOG_LEVEL,
    maxRuns: set.JACQUARD_MAX_RUNS,
    operatorOrigins: operatorOrigins(environment, set, isLoopback(host)),
    openaiBaseUrl: set.OPENAI_BASE_URL,
    secrets: readEnvironmentSecrets(environment, set),
    settings: readEnvironmentSettings(environment),
    environment,
  };
}

/** True for this machine alone: 127.0.0.0/8, `::1` and `localhost`. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

type Variables = z.output<z.ZodObject<typeof variables>>;

function parseVariables(environment: Environment): Variables {
  const given = Object.fromEntries(
    Object.keys(variables).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  );
  const parsed = z.object(variables).safeParse(given);
  if (parsed.success) return parsed.data;
  const name = String(parsed.error.issues[0]?.path[0]);
  const form = forms[name as keyof typeof forms]; // boundary: the path's first key is one of the schema's
  throw new Problem('configuration-invalid', { name, value: environment[name] ?? '', form }, { kind: 'operational' });
}

function operatorOrigins(environment: Environment, set: Variables, local: boolean): string[] {
  const given = [set.OPENAI_BASE_URL, set.HF_ENDPOINT, environment.PIP_INDEX_URL].map(originOf);
  const ollama = /^https?:/.test(set.OLLAMA_HOST) ? set.OLLAMA_HOST : `http://${set.OLLAMA_HOST}`;
  return [...given, local ? originOf(ollama) : undefined].filter((origin) => origin !== undefined);
}

function originOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined;
}
