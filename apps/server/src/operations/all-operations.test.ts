import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRuntime, readConfiguration } from '@jacquard/runtime';
import { expect, onTestFinished, test } from 'vitest';
import { OpenAnswers } from '../access/open-answers.ts';
import { createApp } from '../create-app.ts';
import { ownAddresses } from '../same-site.ts';
import { allOperations } from './all-operations.ts';
import { auditedOperations } from './audited-operations.ts';

/** What Express keeps of a route or a router, as far as it is read here. */
interface Layer {
  readonly rawPath?: unknown;
  readonly route?: { readonly path: unknown; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
}

/** All that Express would route, a line each: `GET /api/v1/flows/:id`. Files of the page have a pattern in place of a path. */
function routesOf(layers: readonly Layer[], mount = ''): string[] {
  return layers.flatMap(({ route, rawPath, handle }) => {
    if (route !== undefined && typeof route.path === 'string') {
      const path = route.path === '/' && mount !== '' ? mount : `${mount}${route.path}`;
      return Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${path}`);
    }
    const under = typeof rawPath === 'string' && rawPath !== '/' ? rawPath : '';
    return routesOf(handle.stack ?? [], `${mount}${under}`);
  });
}

const lines = allOperations.map(({ method, path }) => `${method} ${path}`);

test('every route has a row in the table, and every row a route', async () => {
  const home = mkdtempSync(join(tmpdir(), 'jacquard-operations-'));
  const runtime = await createRuntime(readConfiguration({ JACQUARD_HOME: home }));
  const answers = new OpenAnswers(runtime.access);
  onTestFinished(async () => {
    answers.close();
    await runtime.close();
  });
  const own = ownAddresses({ host: '127.0.0.1', publicUrls: [] });
  const app = createApp(runtime, { own, answers, health: () => 'ready' });
  const { stack } = app.router as unknown as { stack: readonly Layer[] }; // boundary: Express doesn't type what it keeps
  const routes = routesOf(stack);
  expect(routes.length).toBeGreaterThan(80);
  expect([...new Set(routes)].toSorted()).toEqual(lines.toSorted());
});

test('no path has two rows, and what is noted in the audit log is in the table', () => {
  expect(new Set(lines).size).toBe(lines.length);
  expect(Object.keys(auditedOperations).filter((line) => !lines.includes(line))).toEqual([]);
});
