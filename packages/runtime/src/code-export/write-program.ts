import type { FlowDocument } from '@jacquard/flow';
import { commentText, keptBreak, type CodeImport, type CodePart } from '@jacquard/node-kit/code';
import { declaredNames, type Program } from './program.ts';
import type { FlowFunction } from './write-function.ts';

/** The whole program as text: what it is, what it imports, the flow, and below it what the flow stands on. */
export function writeProgram(
  flow: FlowDocument,
  program: Program,
  main: FlowFunction,
): { readonly text: string; readonly imports: readonly CodeImport[] } {
  const models = [...program.models].map(([recipe, { declaration }]) =>
    declaration({ isPlain: program.plain.has(recipe.node), isCopied: program.copied.has(recipe.node) }),
  );
  const called = [...program.functions.values()].map(
    ({ text, title }) => `${commentText(`The flow “${title}”`)}\n${text}`,
  );
  const argument = main.takesNothing ? 'inputs: Inputs = {}' : 'inputs: Inputs';
  const own = [main.inputs, main.outputs, main.body, ...models, ...called].join('\n');
  const needed = neededParts([...program.parts.values()], own);
  const types = needed.filter(({ source }) => isType(source)).map(({ source }) => source);
  const parts = needed.filter(({ source }) => !isType(source)).map(({ source }) => source);
  const code = [own, ...types, ...parts].join('\n');
  const imports = [...program.imports.values()].filter(({ name, as }) => holdsName(code, as ?? name ?? ''));
  const sections = [
    [commentText(flow.name), commentText('Written from a flow; see README.md for how to run it.')].join('\n'),
    importLines(imports),
    types.join('\n\n'),
    `export type Inputs = ${main.inputs};`,
    `export type Outputs = ${main.outputs};`,
    models.join('\n'),
    `/** Runs the flow once. */\nexport async function run(${argument}): Promise<Outputs> {\n${main.body}\n}`,
    ...called,
    ...parts,
    start,
  ];
  const text = `${sections.filter((section) => section !== '').join('\n\n')}\n`.replaceAll(keptBreak, '\n');
  return { text, imports };
}

const start = `if (import.meta.main) {
  const given = process.argv[2] ?? '{}';
  const inputs: Inputs = JSON.parse(given === '-' ? await readAll(process.stdin) : given);
  console.log(JSON.stringify(await run(inputs), undefined, 2));
}`;

/** The parts that the code names, and those that they name. */
function neededParts(parts: readonly CodePart[], code: string): readonly CodePart[] {
  const needed = new Set<CodePart>();
  const waiting = [code];
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    for (const part of parts) {
      if (needed.has(part) || !declaredNames(part).some((name) => holdsName(text ?? '', name))) continue;
      needed.add(part);
      waiting.push(part.source);
    }
  }
  return parts.filter((part) => needed.has(part));
}

function holdsName(text: string, name: string): boolean {
  return new RegExp(`(?<![.\\w$])${name}(?![\\w$])`, 'u').test(text);
}

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
