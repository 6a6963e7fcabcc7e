import { expect, test } from 'vitest';
import { createRaplCounter, type PowercapFiles } from './rapl-counter.ts';

type Zones = Record<string, { name: string; energy: number }>;

/** The folder as Linux shows it, of zones whose counters the test moves on. */
function powercap(zones: Zones, mayRead = () => true): PowercapFiles {
  return {
    names: () => ['intel-rapl', ...Object.keys(zones)],
    read(path) {
      const [zone = '', file] = path.split('/').slice(-2);
      const { name = '', energy = 0 } = zones[zone] ?? {};
      if (file === 'name') return `${name}\n`;
      if (file === 'max_energy_range_uj') return '10000000\n';
      if (!mayRead()) throw Object.assign(new Error('permission denied'), { code: 'EACCES' });
      return `${energy}\n`;
    },
  };
}

test('counts what the processors and their memory took since, and no part twice', () => {
  const zones: Zones = {
    'intel-rapl:0': { name: 'package-0', energy: 1_000_000 },
    'intel-rapl:0:0': { name: 'core', energy: 0 },
    'intel-rapl:0:1': { name: 'dram', energy: 0 },
    'intel-rapl:1': { name: 'psys', energy: 0 },
    'intel-rapl-mmio:0': { name: 'package-0', energy: 0 },
  };
  const read = createRaplCounter(powercap(zones));
  for (const zone of Object.values(zones)) zone.energy += 2_000_000;
  expect(read?.()).toBe(4);
});

test('goes on counting when a counter begins again at 0', () => {
  const zones: Zones = { 'intel-rapl:0': { name: 'package-0', energy: 9_000_000 } };
  const read = createRaplCounter(powercap(zones));
  zones['intel-rapl:0'] = { name: 'package-0', energy: 500_000 };
  expect(read?.()).toBe(1.5);
  zones['intel-rapl:0'] = { name: 'package-0', energy: 1_000_000 };
  expect(read?.()).toBe(2);
});

test('is none where the counters are the administrator’s alone, or there are none', () => {
  const zones: Zones = { 'intel-rapl:0': { name: 'package-0', energy: 1 } };
  expect(createRaplCounter(powercap(zones, () => false))).toBeUndefined();
  expect(createRaplCounter(powercap({}))).toBeUndefined();
});

test('tells nothing any more when reading is forbidden later', () => {
  let may = true;
  const zones: Zones = { 'intel-rapl:0': { name: 'package-0', energy: 1 } };
  const read = createRaplCounter(powercap(zones, () => may));
  expect(read?.()).toBe(0);
  may = false;
  expect(read?.()).toBeUndefined();
});
