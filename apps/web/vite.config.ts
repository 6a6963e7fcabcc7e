import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { compressedFiles } from './compressed-files.ts';
import { pdfParts } from './pdf-parts.ts';
import { plainMessages } from './plain-messages.ts';

const server = `http://127.0.0.1:${process.env['PORT'] ?? 1804}`;
const nodes = resolve(import.meta.dirname, '../../nodes');
const iconModule = 'virtual:node-icons';

/** The icons that node types name, and no others: `icons['message-square']` is a component of the Lucide set. */
function nodeIcons(): Plugin {
  return {
    name: 'node-icons',
    resolveId: (id) => (id === iconModule ? `\0${iconModule}` : undefined),
    load: (id) => (id === `\0${iconModule}` ? iconSource() : undefined),
  };
}

function iconSource(): string {
  const sources = globSync('*/src/*.ts', { cwd: nodes }).map((path) => readFileSync(resolve(nodes, path), 'utf8'));
  const names = new Set(
    sources.flatMap((text) => [...text.matchAll(/\bicon: '([a-z0-9-]+)'/g)].map(([, name]) => name ?? '')),
  );
  const list = [...names].map((name) => ({ name, component: pascalCase(name) }));
  return [
    `import { ${list.map(({ component }) => component).join(', ')} } from 'lucide-react';`,
    `export const icons = { ${list.map(({ name, component }) => `'${name}': ${component}`).join(', ')} };`,
  ].join('\n');
}

function pascalCase(name: string): string {
  return name
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [nodeIcons(), plainMessages(), pdfParts(), react(), compressedFiles()],
  build: {
    outDir: 'dist',
    target: 'es2023',
    sourcemap: false,
    chunkSizeWarningLimit: 1500,
    // What the page needs before it shows anything is one file, which compresses better than a hundred small ones.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: server, changeOrigin: true },
      '/socket.io': { target: server, ws: true, changeOrigin: true },
    },
  },
});
