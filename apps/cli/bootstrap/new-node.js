import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './paths.js';
import { giveUp, say } from './say.js';

const form = /^([a-z][a-z0-9-]*)\.([a-z][a-z0-9-]*)$/;
const reserved = new Set(
  'break case catch class const default delete do else enum export extends false finally for function if import in new null return super switch this throw true try typeof var void while with yield'.split(
    ' ',
  ),
);
const longestLine = 120;

/**
 * Writes a node of the type `family.name` and its test, both of which pass as they are, and adds the node to its family.
 * Gives the paths written, relative to `folder`; throws an error with `english` and `french` when it can't.
 */
export function writeNode(folder, type) {
  const [, family, name] = form.exec(type) ?? [];
  if (family === undefined || name === undefined) {
    throw refusal(
      `A node type is named family.name, in small letters: "npm run new:node -- data.reverse-text".`,
      `Un type de nœud se nomme famille.nom, en minuscules : « npm run new:node -- data.reverse-text ».`,
    );
  }
  const source = join(folder, 'nodes', family, 'src');
  if (!existsSync(join(source, 'index.ts'))) throw withoutFamily(folder, family);
  const file = join(source, `${name}.ts`);
  if (existsSync(file)) throw refusal(`${type} is there already.`, `${type} existe déjà.`);
  const identifier = identifierOf(name);
  writeFileSync(file, nodeSource(type, name, identifier));
  writeFileSync(join(source, `${name}.test.ts`), testSource(name, identifier));
  const index = join(source, 'index.ts');
  writeFileSync(index, withNode(readFileSync(index, 'utf8'), name, identifier));
  return [`${name}.ts`, `${name}.test.ts`, 'index.ts'].map((written) => `nodes/${family}/src/${written}`);
}

function refusal(english, french) {
  return Object.assign(new Error(english), { english, french });
}

function withoutFamily(folder, family) {
  const known = readdirSync(join(folder, 'nodes'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = known.map((entry) => entry.name).join(', ');
  return refusal(
    `There is no family "${family}". There are: ${names}. A new one is a folder nodes/${family} with a package.json and a src/index.ts as in nodes/memory, and a line in packages/runtime for the runtime to load it; nodes/README.md says it step by step.`,
    `Il n’y a pas de famille « ${family} ». Il y a : ${names}. Une nouvelle famille est un dossier nodes/${family} avec un package.json et un src/index.ts comme dans nodes/memory, et une ligne dans packages/runtime pour qu’elle soit chargée ; nodes/README.md l’explique pas à pas.`,
  );
}

function identifierOf(name) {
  const camel = name.replace(/-+([a-z0-9])/g, (_match, letter) => letter.toUpperCase()).replace(/-/g, '');
  return reserved.has(camel) || camel === 'nodes' ? `${camel}Node` : camel;
}

function titleOf(name) {
  const words = name.replace(/-+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function nodeSource(type, name, identifier) {
  return `import { defineNode, text } from '@jacquard/node-kit';

/** What this node does, in one sentence. */
export const ${identifier} = defineNode({
  type: '${type}',
  version: 1,
  title: { en: '${titleOf(name)}', fr: '${titleOf(name)} (à traduire)' },
  summary: { en: 'Takes the space around a text away.', fr: 'Retire l’espace autour d’un texte.' },
  documentation: {
    en: 'What it is for, and when to use it. Hint: one that helps.',
    fr: 'À quoi il sert et quand l’employer. Astuce\u00A0: une qui aide.',
  },
  keywords: { en: 'words that the search finds it by', fr: 'mots par lesquels la recherche le trouve' },
  icon: 'box',
  inputs: { text: text({ label: { en: 'Text', fr: 'Texte' }, multiline: true }) },
  outputs: { result: text({ label: { en: 'Result', fr: 'Résultat' } }) },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  example: { inputs: { text: ' warp ' }, outputs: { result: 'warp' } },
  run: async ({ inputs }) => ({ result: inputs.text.trim() }),
});
`;
}

function testSource(name, identifier) {
  return `import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { ${identifier} } from './${name}.ts';

test('a text without space around it stays as it is', async () => {
  expect((await runNode(${identifier}, { inputs: { text: 'weft' } })).outputs).toEqual({ result: 'weft' });
});
`;
}

/** The family's index with one more import and one more node, in the form that the formatter gives it. */
function withNode(index, name, identifier) {
  const lines = index.split('\n');
  const last = lines.findLastIndex((line) => line.startsWith('import '));
  lines.splice(last + 1, 0, `import { ${identifier} } from './${name}.ts';`);
  return lines.join('\n').replace(/= \[([^\]]*)\];/, (_whole, inside) => {
    const names = [
      ...inside
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
      identifier,
    ];
    const line = `export const nodes: readonly NodeDefinition[] = [${names.join(', ')}];`;
    return line.length <= longestLine
      ? `= [${names.join(', ')}];`
      : `= [\n${names.map((one) => `  ${one},\n`).join('')}];`;
  });
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const written = writeNode(root, process.argv[2] ?? '');
    say(`Written: ${written.join(', ')}.`, `Écrits : ${written.join(', ')}.`);
    say(
      'Now put its words, ports and code in place, and run "npm run check" and "npm test".',
      'Mettez-y maintenant ses mots, ses ports et son code, puis lancez « npm run check » et « npm test ».',
    );
  } catch (error) {
    if (!error.english) throw error;
    giveUp(error.english, error.french);
  }
}
