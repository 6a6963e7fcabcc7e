import { Problem } from '@jacquard/flow';
import type { Environment, EnvironmentSecret } from './configuration.ts';
import { readVariableOrFile } from './read-variable-or-file.ts';

const secretPrefix = 'JACQUARD_SECRET_';
const originsSuffix = '_ORIGINS';
const settingPrefix = 'JACQUARD_SETTING_';

/**
 * The secrets of the environment by the name that flows use. Providers' keys go to their provider alone;
 * `JACQUARD_SECRET_NAME` goes to the comma-separated origins of `JACQUARD_SECRET_NAME_ORIGINS`, and nowhere without them.
 */
export function readEnvironmentSecrets(
  environment: Environment,
  addresses: { readonly OPENAI_BASE_URL: string; readonly HF_ENDPOINT: string },
): ReadonlyMap<string, EnvironmentSecret> {
  const secrets = new Map<string, EnvironmentSecret>();
  for (const [variable, text] of Object.entries(environment)) {
    if (!variable.startsWith(secretPrefix) || variable.endsWith(originsSuffix) || !text) continue;
    const origins = parseOrigins(variable + originsSuffix, environment[variable + originsSuffix] ?? '');
    secrets.set(nameOf(variable, secretPrefix), { text, origins });
  }
  const providers = {
    OPENAI_API_KEY: addresses.OPENAI_BASE_URL,
    ANTHROPIC_API_KEY: 'https://api.anthropic.com',
    MISTRAL_API_KEY: 'https://api.mistral.ai',
    GOOGLE_API_KEY: 'https://generativelanguage.googleapis.com',
    HF_TOKEN: addresses.HF_ENDPOINT,
  };
  for (const [variable, address] of Object.entries(providers)) {
    const text = readVariableOrFile(environment, variable);
    if (text) secrets.set(nameOf(variable, ''), { text, origins: [new URL(address).origin] });
  }
  return secrets;
}

/** The settings of the environment (`JACQUARD_SETTING_NAME`) by the name that flows use. */
export function readEnvironmentSettings(environment: Environment): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(environment).flatMap(([variable, text]) =>
      variable.startsWith(settingPrefix) && text !== undefined ? [[nameOf(variable, settingPrefix), text]] : [],
    ),
  );
}

function nameOf(variable: string, prefix: string): string {
  return variable.slice(prefix.length).toLowerCase().replaceAll('_', '-');
}

function parseOrigins(name: string, text: string): string[] {
  const items = text.split(',').map((item) => item.trim());
  return items
    .filter((item) => item !== '')
    .map((value) => {
      if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return new URL(value).origin;
      throw new Problem('configuration-invalid', { name, value, form: 'https://host' }, { kind: 'operational' });
    });
}
