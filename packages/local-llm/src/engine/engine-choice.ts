import { z } from 'zod';

/** What models can run on: the processor, or a graphics processor by one of the engines for it. */
export const engineNameSchema = z.enum(['cpu', 'cuda', 'vulkan', 'metal']);
export type EngineName = z.infer<typeof engineNameSchema>;
export type GraphicsEngine = Exclude<EngineName, 'cpu'>;

/** Which engine a host opens, and where engines lie that don't come with the program. */
export interface EngineChoice {
  readonly engine: EngineName;
  /** Its `node_modules`; undefined for an engine that comes with the program. */
  readonly folder?: string | undefined;
}

/** The choice as a child process's environment carries it. */
export function engineEnvironment({ engine, folder }: EngineChoice): Record<string, string> {
  return { JACQUARD_HOST_ENGINE: engine, ...(folder !== undefined && { JACQUARD_HOST_ENGINE_FOLDER: folder }) };
}

/** What {@link engineEnvironment} wrote; the processor where nothing is said. */
export function readEngineChoice(environment: Readonly<Record<string, string | undefined>>): EngineChoice {
  const engine = engineNameSchema.catch('cpu').parse(environment['JACQUARD_HOST_ENGINE']);
  return { engine, folder: environment['JACQUARD_HOST_ENGINE_FOLDER'] };
}

/** Variables that graphics drivers and their libraries are found by; none holds a key. */
export const graphicsVariables = [
  'LD_LIBRARY_PATH',
  'CUDA_PATH',
  'CUDA_VISIBLE_DEVICES',
  'NVIDIA_VISIBLE_DEVICES',
  'GGML_VK_VISIBLE_DEVICES',
  'VK_ICD_FILENAMES',
  'VK_DRIVER_FILES',
  'XDG_DATA_DIRS',
  'XDG_RUNTIME_DIR',
  'ProgramFiles',
  'SystemDrive',
  'windir',
] as const;
