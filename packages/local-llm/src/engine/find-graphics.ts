import type { GraphicsEngine } from './engine-choice.ts';
import { packagesOf, type Platform } from './engine-packages.ts';

/** What can be looked at without an engine. Nothing throws: what can't be had is empty. */
export interface SystemProbe extends Platform {
  /** What NVIDIA's `nvidia-smi` calls the cards, one a line; empty without driver. */
  nvidia(): Promise<readonly string[]>;
  /** Linux: the PCI vendors of the display adapters that a program may compute on, as `0x1002`. */
  vendors(): Promise<readonly string[]>;
  /** Windows: what display adapters are called. */
  adapters(): Promise<readonly string[]>;
  /** Whether the system's Vulkan loader is there. */
  hasVulkan(): Promise<boolean>;
  /** What the processor is called. */
  readonly processor: string;
}

/** The graphics processors of a machine, and the engines that fit them, the best one first. */
export interface Graphics {
  readonly names: readonly string[];
  readonly engines: readonly GraphicsEngine[];
  /** The Vulkan loader is missing: the driver's package brings it. */
  readonly lacksVulkan: boolean;
}

const makers: Readonly<Record<string, string>> = { '0x1002': 'AMD', '0x8086': 'Intel', '0x10de': 'NVIDIA' };
/** Adapters of virtual machines and remote desktops, which compute nothing. */
const pretended = /microsoft|basic|virtual|vmware|virtio|qxl|remote|parallels|citrix|hyper-v|mirage|idd/i;

/**
 * Looks for graphics processors. CUDA goes before Vulkan on NVIDIA's; Apple's have Metal, which comes with the program.
 * Undefined where there is none that models could run on.
 */
export async function findGraphics(probe: SystemProbe): Promise<Graphics | undefined> {
  if (packagesOf('metal', probe)) return { names: [probe.processor], engines: ['metal'], lacksVulkan: false };
  const [nvidia, others, hasVulkan] = await Promise.all([probe.nvidia(), namesOfOthers(probe), probe.hasVulkan()]);
  const names = nvidia.length > 0 ? [...nvidia, ...others.filter((name) => !/nvidia/i.test(name))] : others;
  if (names.length === 0) return undefined;
  const fitting: GraphicsEngine[] = [...(nvidia.length > 0 ? (['cuda'] as const) : []), 'vulkan'];
  const engines = fitting.filter((engine) => packagesOf(engine, probe) && (engine !== 'vulkan' || hasVulkan));
  return { names, engines, lacksVulkan: !hasVulkan };
}

async function namesOfOthers(probe: SystemProbe): Promise<string[]> {
  if (probe.platform === 'win32') return (await probe.adapters()).filter((name) => !pretended.test(name));
  return (await probe.vendors()).flatMap((vendor) => makers[vendor] ?? []);
}
