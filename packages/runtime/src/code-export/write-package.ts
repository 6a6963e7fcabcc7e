import type { FlowDocument } from '@jacquard/flow';
import type { CodeImport } from '@jacquard/node-kit/code';
import { packageVersions } from './package-versions.ts';

/** Packages that a package can't do without, or whose types come in another one. */
const companions: Readonly<Record<string, readonly string[]>> = {
  '@langchain/openai': ['@langchain/core'],
};
const typesOf: Readonly<Record<string, string>> = { papaparse: '@types/papaparse' };

/** The program's package.json: what it imports, each in one version. */
export function writePackage(flow: FlowDocument, imports: readonly CodeImport[]): string {
  const modules = imports.map(({ module }) => packageOf(module)).filter((name) => name !== undefined);
  const needed = new Set(modules.flatMap((name) => [name, ...(companions[name] ?? [])]));
  const types = ['@types/node', ...[...needed].flatMap((name) => typesOf[name] ?? [])];
  const content = {
    name: packageName(flow.name),
    private: true,
    type: 'module',
    engines: { node: '>=22.18' },
    scripts: { start: 'node flow.ts' },
    dependencies: versionsOf([...needed]),
    devDependencies: versionsOf(types),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

function packageOf(module: string): string | undefined {
  if (module.startsWith('node:')) return undefined;
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
}

function versionsOf(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.toSorted().map((name) => [name, packageVersions[name] ?? '*']));
}

function packageName(name: string): string {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
  return plain.slice(0, 100) || 'flow';
}
