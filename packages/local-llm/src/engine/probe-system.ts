import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, readdir, readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { SystemProbe } from './find-graphics.ts';

/** Milliseconds that a driver may take to answer. */
const patience = 10_000;

/** This machine. */
export function probeSystem(environment: Readonly<Record<string, string | undefined>>): SystemProbe {
  return {
    platform: process.platform,
    arch: process.arch,
    processor: cpus()[0]?.model.trim() ?? process.arch,
    nvidia: async () =>
      linesOf(await outputOf('nvidia-smi', ['--query-gpu=name', '--format=csv,noheader'], environment)),
    vendors: () => (process.platform === 'linux' ? vendorsOf('/sys/class/drm', '/dev/dri') : Promise.resolve([])),
    adapters: async () =>
      adaptersIn(await outputOf('reg', ['query', displayClass, '/s', '/v', 'DriverDesc'], environment)),
    hasVulkan: () => hasVulkanLoader(environment),
  };
}

const displayClass = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4d36e968-e325-11ce-bfc1-08002be10318}';

async function outputOf(
  program: string,
  parameters: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(program, parameters, { env, timeout: patience, windowsHide: true });
    return stdout;
  } catch {
    return ''; // there is no such program here, or it has nothing to tell
  }
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}

function adaptersIn(text: string): string[] {
  return linesOf(text).flatMap((line) => /^DriverDesc\s+REG_SZ\s+(.+)$/.exec(line)?.[1] ?? []);
}

/** Vendors of the adapters whose render node this user may open. */
async function vendorsOf(classes: string, devices: string): Promise<string[]> {
  const nodes = (await readdir(devices).catch(() => [])).filter((name) => name.startsWith('renderD'));
  const vendors = nodes.map(async (name) => {
    try {
      await access(join(devices, name), constants.R_OK | constants.W_OK);
      return (await readFile(join(classes, name, 'device', 'vendor'), 'utf8')).trim();
    } catch {
      return '';
    }
  });
  return Promise.all(vendors);
}

const loaderFolders = [
  '/usr/lib',
  '/usr/lib64',
  '/usr/lib/x86_64-linux-gnu',
  '/usr/local/lib',
  '/run/opengl-driver/lib',
];

async function hasVulkanLoader(environment: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  const isWindows = process.platform === 'win32';
  const file = isWindows ? 'vulkan-1.dll' : 'libvulkan.so.1';
  const named = environment['LD_LIBRARY_PATH']?.split(delimiter).filter((folder) => folder !== '') ?? [];
  const folders = isWindows
    ? [join(environment['SystemRoot'] ?? 'C:\\Windows', 'System32')]
    : [...named, ...loaderFolders];
  const found = folders.map((folder) =>
    access(join(folder, file)).then(
      () => true,
      () => false,
    ),
  );
  return (await Promise.all(found)).includes(true);
}
