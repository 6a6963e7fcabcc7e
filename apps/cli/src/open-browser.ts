import { spawn } from 'node:child_process';

/** Opens the address where there is a desktop. Without one, or with `BROWSER=none`, nothing happens; it never fails. */
export function openBrowser(url: string, env: NodeJS.ProcessEnv, platform = process.platform): boolean {
  const command = browserCommand(env, platform);
  if (command === undefined) return false;
  const [program, ...words] = [...command, url];
  const child = spawn(program ?? '', words, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
  return true;
}

/** How a desktop opens an address; undefined without a desktop. */
export function browserCommand(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): readonly string[] | undefined {
  if (env.BROWSER === 'none' || env.CI || env.SSH_CONNECTION) return undefined;
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
}
