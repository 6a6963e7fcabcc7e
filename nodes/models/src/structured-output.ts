import {
  component,
  conversationOf,
  defineNode,
  isJsonObject,
  json,
  jsonFits,
  number,
  parseJsonText,
  Problem,
  text,
  type ChatModel,
  type ChatOptions,
  type JsonSchema,
  type JsonValue,
  type Message,
} from '@jacquard/node-kit';
import { answerText } from './answer-text.ts';
import { structuredOutputCode } from './code/structured-output-code.ts';

/** Has a model answer with data of a JSON Schema. */
export const structuredOutput = defineNode({
  type: 'models.structured-output',
  version: 1,
  title: { en: 'Structured output', fr: 'Sortie structurée' },
  summary: {
    en: 'Has a model answer with data of the form that you describe.',
    fr: 'Fait répondre un modèle par des données de la forme que vous décrivez.',
  },
  documentation: {
    en: 'Turns a text into data with parts: name, date and amount of a letter; topic and urgency of a complaint. The schema says which parts there are. Models that can are held to it word by word; others are asked for it, and asked once more if the answer doesn’t fit. Use it before a switch, a table, a program. Hint: few parts with telling names work best; a description in the schema is read by the model.',
    fr: 'Transforme un texte en données : nom, date et montant d’une lettre ; sujet et urgence d’une réclamation. Le schéma dit quelles parties il y a. Les modèles qui le peuvent y sont tenus mot à mot ; les autres en sont priés, une seconde fois si la réponse ne convient pas. À employer avant un aiguillage, un tableau, un programme. Astuce : peu de parties aux noms parlants ; le modèle lit les descriptions du schéma.',
  },
  keywords: { en: 'JSON schema extract fields data', fr: 'JSON schéma extraire champs données' },
  icon: 'file-json',
  inputs: {
    model: component('chat-model'),
    prompt: text({ label: { en: 'Prompt', fr: 'Prompt' }, multiline: true }),
    schema: json({
      label: { en: 'Schema', fr: 'Schéma' },
      help: { en: 'A JSON Schema of the answer.', fr: 'Un schéma JSON de la réponse.' },
      field: 'json-schema',
      fieldOnly: true,
    }),
    system: text({ label: { en: 'Instructions', fr: 'Consignes' }, multiline: true, optional: true }),
    temperature: number({
      label: { en: 'Temperature', fr: 'Température' },
      min: 0,
      max: 2,
      default: 0,
      optional: true,
      advanced: true,
    }),
    seed: number({ label: { en: 'Seed', fr: 'Graine' }, min: 0, integer: true, optional: true, advanced: true }),
  },
  outputs: { json: json({ label: { en: 'Data', fr: 'Données' } }) },
  portsFrom: [{ rule: 'json-schema', input: 'schema', port: 'json' }],
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  code: structuredOutputCode,
  example: {
    inputs: {
      model: { fake: 'chat-model', replies: ['{"topic": "delivery", "urgent": true}'] },
      prompt: 'My parcel has been lost for three weeks!',
      schema: {
        type: 'object',
        properties: { topic: { type: 'string' }, urgent: { type: 'boolean' } },
        required: ['topic', 'urgent'],
        additionalProperties: false,
      },
    },
    outputs: { json: { topic: 'delivery', urgent: true } },
  },
  async *run({ inputs, seed, signal }) {
    const { model, temperature } = inputs;
    const schema = schemaOf(inputs.schema);
    const asked = questionOf(model, schema, inputs);
    const options: ChatOptions = { temperature, seed, signal, ...(model.capabilities.schema && { schema }) };
    const first = await answerText(model, asked, options);
    yield { trace: { form: 'answer', data: first } };
    const read = readAnswer(first, schema);
    if ('value' in read) return { json: read.value };
    const second = await answerText(model, [...asked, ...complaint(first, read.fault)], options);
    yield { trace: { form: 'answer', data: second } };
    const reread = readAnswer(second, schema);
    if ('value' in reread) return { json: reread.value };
    throw new Problem('answer-not-of-schema', { model: model.name, answer: second.slice(0, 300), fault: reread.fault });
  },
});

function schemaOf(schema: JsonValue): JsonSchema {
  if (!isJsonObject(schema)) throw new Problem('schema-not-valid');
  return schema;
}

function questionOf(
  model: ChatModel,
  schema: JsonSchema,
  { prompt, system = '' }: { readonly prompt: string; readonly system?: string | undefined },
): readonly Message[] {
  if (model.capabilities.schema) return conversationOf({ system, prompt });
  const form = `Answer with JSON of this JSON Schema and nothing else:\n${JSON.stringify(schema)}`;
  return conversationOf({ system: system.trim() === '' ? form : `${system}\n\n${form}`, prompt });
}

function complaint(answer: string, fault: string): readonly Message[] {
  return [
    { role: 'assistant', content: answer },
    { role: 'user', content: `That is not what was asked for: ${fault}. Answer with the JSON alone.` },
  ];
}

function readAnswer(answer: string, schema: JsonSchema): { value: JsonValue } | { fault: string } {
  const parsed = parseJsonText(answer);
  if ('fault' in parsed) return { fault: parsed.fault };
  const mismatch = jsonFits(parsed.value, schema);
  return mismatch ? { fault: `${mismatch.place === '' ? '/' : mismatch.place}: ${mismatch.keyword}` } : parsed;
}
