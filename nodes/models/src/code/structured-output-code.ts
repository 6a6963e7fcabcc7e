import { isJsonObject } from '@jacquard/node-kit';
import {
  answerPart,
  askedText,
  callText,
  conversationPart,
  jsonPart,
  literalText,
  readJsonPart,
  refuseCode,
  type CodePart,
  type NodeCode,
} from '@jacquard/node-kit/code';
import { isStrictSchema } from '../strict-schema.ts';
import { optionsText } from './chat-code.ts';

const misfitPart: CodePart = {
  name: 'misfitOf',
  source: `/** Where JSON isn't of a JSON Schema and by what keyword; undefined where it is. */
function misfitOf(value: Json, schema: Schema): string | undefined {
  const { valid, errors } = new Validator(schema).validate(value);
  const inner = errors.at(-1);
  return valid || inner === undefined ? undefined : \`\${inner.instanceLocation.slice(1) || '/'}: \${inner.keyword}\`;
}`,
  imports: [
    { module: '@cfworker/json-schema', name: 'Schema', isType: true },
    { module: '@cfworker/json-schema', name: 'Validator' },
  ],
  uses: [jsonPart],
};

const structuredPart: CodePart = {
  name: 'askForJson',
  source: `/** Has the model answer with JSON of a schema; asks once more where the answer doesn't fit. */
async function askForJson(
  model: ChatOpenAI,
  asked: Asked,
  schema: Schema,
  { holdsTo = true, isStrict = true, ...options }: { holdsTo?: boolean; isStrict?: boolean; seed?: number } = {},
): Promise<Json> {
  const form = \`Answer with JSON of this JSON Schema and nothing else:\\n\${JSON.stringify(schema)}\`;
  const { system = '' } = asked;
  const messages = conversation(
    holdsTo ? asked : { ...asked, system: system.trim() === '' ? form : \`\${system}\\n\\n\${form}\` },
  );
  const format = { type: 'json_schema' as const, json_schema: { name: 'answer', schema: { ...schema }, strict: isStrict } };
  const call = { ...options, ...(holdsTo && { response_format: format }) };
  const first = await answerOf(model, messages, call);
  const read = readOf(first, schema);
  if ('value' in read) return read.value;
  const complaint = \`That is not what was asked for: \${read.fault}. Answer with the JSON alone.\`;
  const again: Message[] = [...messages, { role: 'assistant', content: first }, { role: 'user', content: complaint }];
  const second = await answerOf(model, again, call);
  const reread = readOf(second, schema);
  if ('value' in reread) return reread.value;
  throw new Error(\`The model's answer is not of the schema (\${reread.fault}): \${second.slice(0, 300)}\`);
}

function readOf(answer: string, schema: Schema): { value: Json } | { fault: string } {
  const json = readJson(answer);
  const fault = 'value' in json ? misfitOf(json.value, schema) : undefined;
  return fault === undefined ? json : { fault };
}`,
  uses: [answerPart, conversationPart, readJsonPart, misfitPart],
};

/** A question for data of a schema. */
export const structuredOutputCode: NodeCode = {
  write(context) {
    const { input, literal, model, use } = context;
    const schema = literal('schema');
    if (!isJsonObject(schema)) return refuseCode('schema');
    const asked = askedText({ system: input('system'), prompt: input('prompt') });
    const { text, takesSeed, takesSchema } = model('model', { temperature: input('temperature') });
    const more = {
      ...(!takesSchema && { holdsTo: 'false' }),
      ...(takesSchema && !isStrictSchema(schema) && { isStrict: 'false' }),
    };
    const options = optionsText(context, takesSeed, more);
    return { value: `await ${callText(use(structuredPart), [text, asked, literalText(schema), options])}` };
  },
};
