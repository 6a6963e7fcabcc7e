import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Package indexes that pip is configured with: `PIP_INDEX_URL` and `PIP_EXTRA_INDEX_URL`, else pip's configuration
 * files, the most specific first. Empty when nothing names one: none is built in.
 */
export async function indexAddresses(environment: Readonly<Record<string, string | undefined>>): Promise<string[]> {
  const named = [environment['PIP_INDEX_URL'], environment['PIP_EXTRA_INDEX_URL']].flatMap(splitAddresses);
  if (named.length > 0) return named;
  for (const file of configurationFiles(environment)) {
    const found = addressesIn(await readFile(file, 'utf8').catch(() => ''));
    if (found.length > 0) return found;
  }
  return [];
}

/** Where pip looks, by its documentation ("Configuration", location of files). */
function configurationFiles(environment: Readonly<Record<string, string | undefined>>): string[] {
  const { PIP_CONFIG_FILE, VIRTUAL_ENV, APPDATA, XDG_CONFIG_HOME, HOME } = environment;
  return [
    PIP_CONFIG_FILE,
    VIRTUAL_ENV && join(VIRTUAL_ENV, process.platform === 'win32' ? 'pip.ini' : 'pip.conf'),
    APPDATA && join(APPDATA, 'pip', 'pip.ini'),
    HOME && join(HOME, 'Library', 'Application Support', 'pip', 'pip.conf'),
    join(XDG_CONFIG_HOME ?? join(HOME ?? '', '.config'), 'pip', 'pip.conf'),
    HOME && join(HOME, '.pip', 'pip.conf'),
    '/etc/pip.conf',
  ].flatMap((path) => (path ? [path] : []));
}

function addressesIn(text: string): string[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line) => splitAddresses(/^\s*(?:extra-)?index[-_]url\s*[=:]\s*(.+)$/i.exec(line)?.[1]));
}

function splitAddresses(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/).filter((address) => /^https?:\/\//i.test(address));
}
