import {
  codeInputs,
  defineNode,
  file,
  json,
  limitInputs,
  limitsOf,
  list,
  portName,
  Problem,
  requireFinished,
  text,
  type CodeFile,
  type FileValue,
  type JsonValue,
  type Services,
} from '@jacquard/node-kit';
import { filesInput } from './files-input.ts';
import { mediaTypeOf } from './media-type-of.ts';
import { nameFiles } from './name-files.ts';

/** The most that a value may be, in bytes: see the sandbox's own limits. */
const largestValue = 1024 ** 2;

/** Runs a person's or a model's code in the sandbox. */
export const runCode = defineNode({
  type: 'tools.run-code',
  version: 1,
  title: { en: 'Run code', fr: 'Exécuter du code' },
  summary: {
    en: 'Runs Python or JavaScript on what arrives, without network or files of this machine.',
    fr: 'Exécute du Python ou du JavaScript sur ce qui arrive, sans réseau ni fichiers de cette machine.',
  },
  documentation: {
    en: 'For what no other node does: a calculation, a conversion, a rule of your own, or a program that a model wrote. Name the inputs that the code needs, one a line; each becomes an input of the node, and the code finds it as `inputs.name`. What the last line gives is the value (`sum(inputs.prices)`); JavaScript may also say `return`. Printed text and written files come out, too. Python is version 3.14 with its standard library and no other packages; files are read by name (`open(…)`, in JavaScript `readFile(…)`). The code runs in a process of its own that reaches nothing: no network, no files but those given, so much time and memory and no more. It is safe to run what a model wrote. An error of the code fails the node, with its line. Hint: to have code checked instead of run, use “Run tests”.',
    fr: 'Pour ce qu’aucun autre nœud ne fait : un calcul, une conversion, une règle à vous, ou un programme qu’un modèle a écrit. Nommez les entrées dont le code a besoin, une par ligne ; chacune devient une entrée du nœud, et le code la trouve dans `inputs.nom`. Ce que donne la dernière ligne est la valeur (`sum(inputs.prix)`) ; en JavaScript, `return` convient aussi. Le texte affiché et les fichiers écrits sortent également. Python est en version 3.14 avec sa bibliothèque standard et sans autre paquet ; les fichiers se lisent par leur nom (`open(…)`, en JavaScript `readFile(…)`). Le code tourne dans un processus à lui, qui n’atteint rien : pas de réseau, pas de fichiers hors de ceux qui lui sont donnés, un temps et une mémoire limités. On peut donc exécuter sans risque ce qu’un modèle a écrit. Une erreur du code fait échouer le nœud, avec sa ligne. Astuce : pour vérifier du code plutôt que l’exécuter, prenez « Exécuter des tests ».',
  },
  keywords: {
    en: 'python javascript script program function calculate transform sandbox',
    fr: 'python javascript script programme fonction calculer transformer bac à sable',
  },
  icon: 'square-terminal',
  inputs: {
    ...codeInputs,
    names: list(text({ label: { en: 'Input', fr: 'Entrée' } }), {
      label: { en: 'Inputs', fr: 'Entrées' },
      help: {
        en: 'One a line; the code finds it as inputs.name.',
        fr: 'Une par ligne ; le code la trouve dans inputs.nom.',
      },
      field: 'lines',
      fieldOnly: true,
      optional: true,
    }),
    files: filesInput,
    stdin: text({
      label: { en: 'Typed text', fr: 'Texte saisi' },
      help: { en: 'What input() reads, in Python.', fr: 'Ce que lit input(), en Python.' },
      multiline: true,
      optional: true,
      advanced: true,
    }),
    ...limitInputs,
  },
  outputs: {
    value: json({ label: { en: 'Value', fr: 'Valeur' }, main: true }),
    printed: text({ label: { en: 'Printed text', fr: 'Texte affiché' } }),
    files: list(file({ label: { en: 'File', fr: 'Fichier' } }), {
      label: { en: 'Written files', fr: 'Fichiers écrits' },
    }),
  },
  portsFrom: [{ rule: 'list-items', input: 'names', side: 'inputs', kind: { kind: 'any' }, optional: true }],
  determinism: 'external',
  effects: 'none',
  reaches: 'nothing',
  example: {
    inputs: {
      language: 'python',
      code: 'print(len(inputs.metres), "rolls")\nsum(inputs.metres)',
      names: ['metres'],
      metres: [400, 250, 350],
    },
    outputs: { value: 1000, printed: '3 rolls\n' },
  },
  async run({ inputs, extra, services, signal }) {
    if (inputs.code.trim() === '') throw new Problem('code-missing');
    const limits = limitsOf(inputs);
    const outcome = await services.sandbox.run(
      {
        language: inputs.language,
        code: inputs.code,
        inputs: namedInputs(inputs.names ?? [], extra),
        files: await readFiles(inputs.files ?? [], services, signal),
        stdin: inputs.stdin,
        limits,
      },
      signal,
    );
    requireFinished(outcome, limits);
    if (outcome.isValueLeftOut) throw new Problem('code-value-too-large', { bytes: largestValue });
    return {
      value: outcome.value ?? null,
      printed: outcome.isOutputCut ? `${outcome.stdout}…` : outcome.stdout,
      files: await writeFiles(outcome.files, services),
    };
  },
});

function namedInputs(names: readonly string[], extra: Readonly<Record<string, JsonValue>>): JsonValue {
  const named = names.map((name) => name.trim()).filter((name) => name !== '');
  return Object.fromEntries(named.map((name) => [name, extra[portName(name)] ?? null]));
}

async function readFiles(
  files: readonly FileValue[],
  services: Services,
  signal: AbortSignal,
): Promise<readonly CodeFile[]> {
  const names = nameFiles(files.map(({ name }) => name));
  return Promise.all(
    files.map(async (given, index) => ({
      name: names[index] ?? given.name,
      content: await services.files.read(given, signal),
    })),
  );
}

async function writeFiles(files: readonly CodeFile[], services: Services): Promise<readonly FileValue[]> {
  return Promise.all(
    files.map(({ name, content }) =>
      services.files.write(content, { name: name.split('/').at(-1) ?? name, mediaType: mediaTypeOf(name) }),
    ),
  );
}
