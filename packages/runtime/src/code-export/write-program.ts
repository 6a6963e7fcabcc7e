import type { FlowDocument } from '@jacquard/flow';
import { commentText, keptBreak, type CodeImport } from '@jacquard/node-kit/code';
import type { Program } from './program.ts';
import type { FlowFunction } from './write-function.ts';

/** The whole program as text: what it is, what it imports, the flow, and below it what the flow stands on. */
export function writeProgram(flow: FlowDocument, program: Program, main: FlowFunction): string {
  const models = [...program.models].map(([recipe, { declaration }]) => declaration(program.copied.has(recipe.node)));
  const types = [...program.parts.values()].filter(({ source }) => isType(source)).map(({ source }) => source);
  const parts = [...program.parts.values()].filter(({ source }) => !isType(source)).map(({ source }) => source);
  const called = [...program.functions.values()].map(
    ({ text, title }) => `${commentText(`The flow “${title}”`)}\n${text}`,
  );
  const argument = main.takesNothing ? 'inputs: Inputs = {}' : 'inputs: Inputs';
  const sections = [
    [commentText(flow.name), commentText('Written from a flow; see README.md for how to run it.')].join('\n'),
    importLines([...program.imports.values()]),
    types.join('\n\n'),
    `export type Inputs = ${main.inputs};`,
    `export type Outputs = ${main.outputs};`,
    models.join('\n'),
    `/** Runs the flow once. */\nexport async function run(${argument}): Promise<Outputs> {\n${main.body}\n}`,
    ...called,
    ...parts,
    start,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`.replaceAll(keptBreak, '\n');
}

const start = `if (import.meta.main) {
  const given = process.argv[2] ?? '{}';
  const inputs: Inputs = JSON.parse(given === '-' ? await readAll(process.stdin) : given);
  console.log(JSON.stringify(await run(inputs), undefined, 2));
}`;

function isType(source: string): boolean {
  return !/^(?:export )?(?:async )?function /mu.test(source);
}

function importLines(imports: readonly CodeImport[]): string {
  const all = [...imports, { module: 'node:stream/consumers', name: 'text', as: 'readAll' }];
  const modules = [...new Set(all.map(({ module }) => module))].sort(
    (one, other) => Number(other.startsWith('node:')) - Number(one.startsWith('node:')) || (one < other ? -1 : 1),
  );
  return modules
    .map((module) => {
      const here = all.filter((item) => item.module === module);
      const whole = here.find(({ name }) => name === undefined)?.as;
      const named = here
        .filter(({ name }) => name !== undefined)
        .map(
          ({ name, as, isType: type }) =>
            `${type === true ? 'type ' : ''}${name}${as === undefined || as === name ? '' : ` as ${as}`}`,
        )
        .sort();
      const list = named.length === 0 ? '' : `{ ${named.join(', ')} }`;
      return `import ${[whole, list].filter((part) => part !== undefined && part !== '').join(', ')} from '${module}';`;
    })
    .join('\n');
}
