import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { isLoopback, readConfiguration } from './read-configuration.ts';

function problemOf(environment: Record<string, string>): Problem {
  try {
    readConfiguration(environment);
  } catch (error) {
    if (Problem.is(error)) return error;
  }
  throw new Error('no problem');
}

test('without an environment it binds to this machine alone', () => {
  const { host, port, network, home, secrets, openaiBaseUrl } = readConfiguration({});
  expect({ host, port, network }).toEqual({ host: '127.0.0.1', port: 1804, network: 'all' });
  expect(home.endsWith('.jacquard')).toBe(true);
  expect(secrets.size).toBe(0);
  expect(openaiBaseUrl).toBe('https://api.openai.com/v1');
});

test('an empty variable counts as unset', () => {
  expect(readConfiguration({ PORT: '', HOST: '' }).port).toBe(1804);
});

test.each([
  ['PORT', '80000'],
  ['PORT', 'http'],
  ['PORT', '-1'],
  ['HOST', 'a b'],
  ['JACQUARD_DURABILITY', 'yes'],
  ['LOG_LEVEL', 'loud'],
  ['OPENAI_BASE_URL', 'localhost:80'],
  ['JACQUARD_NETWORK', 'http://a b'],
  ['JACQUARD_SECRET_CRM_ORIGINS', 'file:///etc'],
])('%s=%s is named', (name, value) => {
  const problem = problemOf({ JACQUARD_SECRET_CRM: 'x', [name]: value });
  expect(problem.code).toBe('configuration-invalid');
  expect(problem.params).toMatchObject({ name, value });
});

test('lists are split at commas', () => {
  const { network, allowedHosts } = readConfiguration({
    JACQUARD_NETWORK: 'a.example, b.example',
    JACQUARD_ALLOWED_HOSTS: 'intranet:8080 ,10.0.0.1',
  });
  expect(network).toEqual(['a.example', 'b.example']);
  expect(allowedHosts).toEqual(['intranet:8080', '10.0.0.1']);
  expect(readConfiguration({ JACQUARD_NETWORK: 'none' }).network).toBe('none');
});

test('a provider’s key goes to the provider alone, or to where its base URL points', () => {
  const plain = readConfiguration({ OPENAI_API_KEY: 'k' }).secrets.get('openai-api-key');
  expect(plain).toEqual({ text: 'k', origins: ['https://api.openai.com'] });
  const own = readConfiguration({ OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'http://10.1.2.3:8000/v1' });
  expect(own.secrets.get('openai-api-key')?.origins).toEqual(['http://10.1.2.3:8000']);
  expect(own.operatorOrigins).toContain('http://10.1.2.3:8000');
});

test('a secret of the environment goes nowhere unless its origins are given', () => {
  const { secrets, settings } = readConfiguration({
    JACQUARD_SECRET_CRM_KEY: 'k',
    JACQUARD_SECRET_MAIL: 'm',
    JACQUARD_SECRET_MAIL_ORIGINS: 'https://mail.example/path',
    JACQUARD_SETTING_TEAM_NAME: 'Weavers',
  });
  expect(secrets.get('crm-key')).toEqual({ text: 'k', origins: [] });
  expect(secrets.get('mail')).toEqual({ text: 'm', origins: ['https://mail.example'] });
  expect([...secrets.keys()]).not.toContain('mail-origins');
  expect(settings.get('team-name')).toBe('Weavers');
});

test('what a container’s secret file holds counts, and an unreadable one is named', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'jacquard-')), 'key');
  writeFileSync(file, 'from-file\n');
  expect(readConfiguration({ OPENAI_API_KEY_FILE: file }).secrets.get('openai-api-key')?.text).toBe('from-file');
  expect(readConfiguration({ JACQUARD_API_KEYS_FILE: file }).apiKeys).toEqual(['from-file']);
  expect(problemOf({ JACQUARD_PASSWORD_FILE: `${file}.gone` }).code).toBe('configuration-file');
});

test('a database that can’t be used yet is refused rather than ignored', () => {
  expect(problemOf({ DATABASE_URL: 'postgres://x' }).code).toBe('configuration-not-supported');
});

test('Ollama is exempt while Jacquard is bound to this machine only', () => {
  expect(readConfiguration({}).operatorOrigins).toContain('http://127.0.0.1:11434');
  expect(readConfiguration({ HOST: '0.0.0.0' }).operatorOrigins).not.toContain('http://127.0.0.1:11434');
});

test.each([
  ['localhost', true],
  ['127.8.0.1', true],
  ['::1', true],
  ['127.0.0.1.evil.example', false],
  ['0.0.0.0', false],
  ['192.168.1.2', false],
])('isLoopback(%s) is %s', (host, expected) => expect(isLoopback(host)).toBe(expected));
