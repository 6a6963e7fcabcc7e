import type { FlowDocument, FlowPort, Language } from '@jacquard/flow';
import type { Program } from './program.ts';

const words = {
  en: {
    written:
      'A program written from a flow of the same name. It needs Node 22.18 or later, and nothing else of the place it came from.',
    run: 'To run it',
    inputs:
      'Its inputs are one JSON object: the first argument, or the standard input with `-`. The outputs are printed as JSON.',
    variables: 'Environment variables',
    variable: 'Variable',
    holds: 'Holds',
    models:
      'Models are reached by the OpenAI API. For a model of your own machine, run a server that speaks it and name its address in `OPENAI_BASE_URL`: Ollama (`http://127.0.0.1:11434/v1`), llama.cpp, vLLM, or the `/v1` of the Jacquard that this came from.',
    history: 'The conversation so far is the input `history`: a list of messages, each with `role` and `content`.',
    secrets: 'No key stands in these files.',
  },
  fr: {
    written:
      'Un programme tiré du flux du même nom. Il lui faut Node 22.18 ou plus récent, et rien d’autre de l’endroit d’où il vient.',
    run: 'Pour l’exécuter',
    inputs:
      'Ses entrées sont un objet JSON : le premier argument, ou l’entrée standard avec `-`. Les sorties s’affichent en JSON.',
    variables: 'Variables d’environnement',
    variable: 'Variable',
    holds: 'Contient',
    models:
      'Les modèles sont joints par l’API d’OpenAI. Pour un modèle de votre machine, lancez un serveur qui la parle et donnez son adresse dans `OPENAI_BASE_URL` : Ollama (`http://127.0.0.1:11434/v1`), llama.cpp, vLLM, ou le `/v1` du Jacquard d’où vient ce programme.',
    history:
      'La conversation jusqu’ici est l’entrée `history` : une liste de messages, chacun avec `role` et `content`.',
    secrets: 'Aucune clé ne figure dans ces fichiers.',
  },
} as const;

/** How to run the program, in the reader's language. */
export function writeReadme(about: {
  readonly flow: FlowDocument;
  readonly program: Program;
  readonly inputs: readonly FlowPort[];
  readonly language: Language;
}): string {
  const { flow, program, inputs, language } = about;
  const say = words[language];
  const example = JSON.stringify(Object.fromEntries(inputs.slice(0, 3).map((input) => [input.id, exampleOf(input)])));
  const variables = [...program.variables.values()];
  const sections = [
    `# ${plain(flow.name)}`,
    ...(flow.description === undefined ? [] : [plain(flow.description)]),
    say.written,
    `## ${say.run}`,
    ['```sh', 'npm install', `node flow.ts '${example.replaceAll("'", String.raw`'\''`)}'`, '```'].join('\n'),
    say.inputs,
    ...(program.usesHistory
      ? [say.history.replace('`history`', `\`${program.history.slice('inputs.'.length)}\``)]
      : []),
    ...(variables.length === 0 ? [] : [`## ${say.variables}`]),
    variables.length === 0
      ? ''
      : [
          `| ${say.variable} | ${say.holds} |`,
          '|---|---|',
          ...variables.map(
            ({ name, says, example: one }) =>
              `| \`${name}\` | ${plain(says[language])}${one === '' ? '' : ` (\`${code(one)}\`)`} |`,
          ),
        ].join('\n'),
    ...(program.models.size === 0 ? [] : [say.models]),
    say.secrets,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function exampleOf(input: FlowPort): unknown {
  return (
    input.default ??
    input.suggestions?.[0] ??
    (input.kind.kind === 'number' ? 1 : input.kind.kind === 'json' ? {} : '…')
  );
}

/** Text of a flow as text of Markdown: on one line, and nothing in it is markup. */
function plain(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>#|]/gu, String.raw`\$&`);
}

function code(text: string): string {
  return text.replaceAll(/[`|\p{Cc}\p{Cf}]+/gu, ' ');
}
