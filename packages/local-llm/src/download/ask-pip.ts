import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';

const reportSchema = z.object({
  install: z.array(z.object({ download_info: z.object({ url: z.url({ protocol: /^https?$/ }) }) })).min(1),
});

/** Where pip would fetch a distribution from, as it is configured here; undefined without pip, or without an answer. */
export async function askPip(
  distribution: string,
  version: string,
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<string | undefined> {
  const question = ['--dry-run', '--ignore-installed', '--no-deps', '--quiet', '--retries', '1', '--report', '-'];
  for (const python of ['python3', 'python']) {
    try {
      const { stdout } = await promisify(execFile)(
        python,
        ['-m', 'pip', 'install', ...question, `${distribution}==${version}`],
        { env: { ...environment }, signal, timeout: 30_000, maxBuffer: 10_000_000, windowsHide: true },
      );
      return reportSchema.parse(JSON.parse(stdout)).install[0]?.download_info.url;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) return undefined;
    }
  }
  return undefined;
}
