/** What the process runs with. All of it comes from the environment and the command line; a flow can set none of it. */
export interface Configuration {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Folder of the database, files, secrets' key and models. */
  readonly home: string;
  /** Flows are files of this folder. */
  readonly projectFolder: string | undefined;
  /** What `"model": "default"` stands for, unless a person chose another. */
  readonly model: string | undefined;
  /** What requests and downloads may reach. */
  readonly network: 'all' | 'none' | readonly string[];
  /** Hosts whose private addresses may be reached. */
  readonly allowedHosts: readonly string[];
  readonly durability: 'normal' | 'full';
  readonly password: string | undefined;
  readonly apiKeys: readonly string[];
  /** Addresses under which others reach the server, of a proxy or a name in DNS; the first one is told. */
  readonly publicUrls: readonly string[];
  readonly logLevel: LogLevel;
  /** How many runs may go on at once in a space. */
  readonly maxRuns: number;
  /** Origins that the operator set: exempt from the address check. */
  readonly operatorOrigins: readonly string[];
  readonly openaiBaseUrl: string;
  /** Secrets that the environment holds, by name. */
  readonly secrets: ReadonlyMap<string, EnvironmentSecret>;
  /** Settings that the environment holds, by name. */
  readonly settings: ReadonlyMap<string, string>;
  /** For proxies, certificates and package indexes. */
  readonly environment: Environment;
}

/** What `LOG_LEVEL` may be, from the quietest on. */
export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Variables of the environment, as the process was given them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A secret's text and the origins that it may be sent to. */
export interface EnvironmentSecret {
  readonly text: string;
  readonly origins: readonly string[];
}
