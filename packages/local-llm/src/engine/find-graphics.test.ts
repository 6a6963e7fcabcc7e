import { expect, test } from 'vitest';
import { findGraphics, type SystemProbe } from './find-graphics.ts';

interface Parts {
  readonly platform?: NodeJS.Platform;
  readonly arch?: string;
  readonly nvidia?: string[];
  readonly vendors?: string[];
  readonly adapters?: string[];
  readonly hasVulkan?: boolean;
}

/** A machine that has what the test says. */
function machine({ nvidia, vendors, adapters, hasVulkan, ...kind }: Parts): SystemProbe {
  return {
    platform: 'linux',
    arch: 'x64',
    ...kind,
    processor: 'Apple M3',
    nvidia: async () => nvidia ?? [],
    vendors: async () => vendors ?? [],
    adapters: async () => adapters ?? [],
    hasVulkan: async () => hasVulkan ?? true,
  };
}

test('NVIDIA’s cards take CUDA first, then Vulkan', async () => {
  const found = await findGraphics(machine({ nvidia: ['NVIDIA RTX 4070'], vendors: ['0x10de', '0x8086'] }));
  expect(found).toEqual({ names: ['NVIDIA RTX 4070', 'Intel'], engines: ['cuda', 'vulkan'], lacksVulkan: false });
});

test('other cards take Vulkan, unless its loader is missing', async () => {
  expect(await findGraphics(machine({ vendors: ['0x1002'] }))).toMatchObject({ names: ['AMD'], engines: ['vulkan'] });
  expect(await findGraphics(machine({ vendors: ['0x1002'], hasVulkan: false }))).toEqual({
    names: ['AMD'],
    engines: [],
    lacksVulkan: true,
  });
});

test('a NVIDIA card without its own driver runs by Vulkan', async () => {
  expect((await findGraphics(machine({ vendors: ['0x10de'] })))?.engines).toEqual(['vulkan']);
});

test('servers’ display chips and virtual adapters are none', async () => {
  expect(await findGraphics(machine({ vendors: ['0x1a03', '0x1af4', ''] }))).toBeUndefined();
  const adapters = ['Microsoft Basic Display Adapter', 'VMware SVGA 3D'];
  expect(await findGraphics(machine({ platform: 'win32', adapters }))).toBeUndefined();
});

test('Windows names its adapters', async () => {
  const adapters = ['AMD Radeon RX 7600', 'Microsoft Basic Display Adapter'];
  const found = await findGraphics(machine({ platform: 'win32', adapters }));
  expect(found).toMatchObject({ names: ['AMD Radeon RX 7600'], engines: ['vulkan'] });
});

test('Apple’s processors have Metal; computers that no engine is built for have none', async () => {
  expect(await findGraphics(machine({ platform: 'darwin', arch: 'arm64' }))).toMatchObject({ engines: ['metal'] });
  expect((await findGraphics(machine({ arch: 'arm64', nvidia: ['NVIDIA Orin'] })))?.engines).toEqual([]);
});
