import { filesOf, inputsOf } from './call-body.ts';
import { originOf, type CallSubject } from './call-subject.ts';
import { quoteTypeScript } from './quote-text.ts';
import { typeScriptSyntax, writeValue } from './write-value.ts';

/** A program that calls the flow by the typed client that was written of it and lies beside it. */
export function clientUse(subject: CallSubject): string {
  const { flowId, baseUrl, needsKey } = subject;
  const key = needsKey ? ', apiKey: process.env.JACQUARD_API_KEY' : '';
  const files = filesOf(subject);
  const uploads = files.map(
    ({ variable, fileName }) =>
      `const ${variable} = await client.upload(await openAsBlob(${quoteTypeScript(fileName)}), ${quoteTypeScript(fileName)});\n`,
  );
  return `${files.length > 0 ? "import { openAsBlob } from 'node:fs';\n" : ''}import { createClient } from ${quoteTypeScript(`./${flowId}-client.ts`)};

const client = createClient({ baseUrl: ${quoteTypeScript(originOf(baseUrl))}${key} });
${uploads.join('')}const inputs = ${writeValue(inputsOf(subject), typeScriptSyntax)};

const { outputs } = await client.invoke(${quoteTypeScript(flowId)}, inputs);
console.log(outputs);

for await (const piece of client.stream(${quoteTypeScript(flowId)}, inputs).text()) process.stdout.write(piece);
`;
}
