import type { NodeDefinition } from '@jacquard/node-kit';
import { fakeServices, runExample as runOwnExample, runNode } from '@jacquard/node-kit/testing';
import type { Sandbox } from '@jacquard/sandbox';
import { openTestSandbox } from '@jacquard/sandbox/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { loadNodes } from './node-families.ts';

interface Case {
  readonly type: string;
  readonly definition: NodeDefinition;
}

// An example with code waits for a process that has never seen any.
vi.setConfig({ testTimeout: 60_000 });

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openTestSandbox();
}, 120_000);
afterAll(() => sandbox.close());

/** Runs the example with all that it needs: code in it runs for real. */
const runExample = (definition: NodeDefinition, signal?: AbortSignal) =>
  runOwnExample(definition, signal, {
    sandbox: {
      run: (request, until) => sandbox.run(request, until),
      runTests: (request, until, onResult) => sandbox.runTests(request, { signal: until, onResult }),
    },
  });

const all: readonly Case[] = (await loadNodes()).map((definition) => ({
  type: definition.descriptor.type,
  definition,
}));
const steps = all.filter(({ definition }) => definition.step);
const components = all.filter(({ definition }) => definition.component);

test.each(steps)('$type does what its example says', async ({ definition }) => {
  const { outputs, deltas } = await runExample(definition);
  expect(definition.descriptor.example.outputs).toBeDefined();
  expect(outputs).toMatchObject(definition.descriptor.example.outputs ?? {});
  for (const [port, text] of Object.entries(deltas)) expect(outputs[port]).toBe(text);
});

test.each(steps)('$type streams where it says so', async ({ definition }) => {
  const { deltas } = await runExample(definition);
  const streaming = Object.entries(definition.descriptor.outputs).filter(([, { streams }]) => streams === true);
  expect(streaming.map(([port]) => port)).toEqual(Object.keys(deltas));
});

test.each(steps.filter(({ definition }) => definition.descriptor.determinism === 'pure'))(
  '$type is pure: twice the same',
  async ({ definition }) => {
    expect((await runExample(definition)).outputs).toEqual((await runExample(definition)).outputs);
  },
);

test.each(steps.filter(({ definition }) => definition.descriptor.determinism !== 'pure'))(
  '$type ends with a cancelled run',
  async ({ definition }) => {
    const reason = new Error('cancelled');
    await expect(runExample(definition, AbortSignal.abort(reason))).rejects.toBe(reason);
  },
);

test.each(components)(
  '$type is built without a request, and says what it stands on without its secret',
  async ({ definition }) => {
    const services = fakeServices();
    const inputs = { ...definition.descriptor.example.inputs, key: { secret: 'house-key' } };
    await runNode(definition, { inputs, services });
    expect(services.requests).toEqual([]);
    const identity = await definition.component?.identify({ inputs, services });
    expect(identity).toEqual(await definition.component?.identify({ inputs: structuredClone(inputs), services }));
    expect(JSON.stringify(identity)).not.toContain('attached-by');
  },
);

test.each(all)('$type: its example names ports that it has', ({ definition: { descriptor } }) => {
  const { inputs, outputs = {} } = descriptor.example;
  const decides = (side: 'inputs' | 'outputs') =>
    (descriptor.portsFrom ?? []).some(
      (one) =>
        (one.rule === 'list-items' && one.side === side) || (one.rule === 'template-variables' && side === 'inputs'),
    );
  const unknown = {
    inputs: Object.keys(inputs).filter((name) => !(name in descriptor.inputs) && !decides('inputs')),
    outputs: Object.keys(outputs).filter((name) => !(name in descriptor.outputs) && !decides('outputs')),
  };
  expect(unknown).toEqual({ inputs: [], outputs: [] });
  const required = Object.entries(descriptor.inputs).filter(
    ([, port]) => port.optional !== true && port.default === undefined,
  );
  const wireable = required.filter(([, { kind }]) => descriptor.role !== 'component' || kind.kind !== 'chat-model');
  expect(wireable.map(([name]) => name).filter((name) => !(name in inputs))).toEqual([]);
});
