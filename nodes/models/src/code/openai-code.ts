import {
  fieldsOf,
  refuseCode,
  stringText,
  variableName,
  wordOf,
  type CodeVariable,
  type WriteComponentCode,
} from '@jacquard/node-kit/code';

const settings = ['temperature', 'topP', 'maxTokens'] as const;

const address: CodeVariable = {
  name: 'OPENAI_BASE_URL',
  says: {
    en: 'the address of the server, with its version part; OpenAI’s own without it',
    fr: 'l’adresse du serveur, avec sa partie de version ; celle d’OpenAI sans elle',
  },
  example: 'http://127.0.0.1:11434/v1',
};

const key = (name: string): CodeVariable => ({
  name,
  says: { en: 'the key of the server, if it asks for one', fr: 'la clé du serveur, s’il en demande une' },
  example: '',
});

/** A server without a key still gets one sent: LangChain's class insists on it. */
function keyText(name: string): string {
  return `process.env.${name} ?? 'none'`;
}

/** The default model or a local one: whatever server the environment names, under the name that it has there. */
export const chatModelCode: WriteComponentCode = (context) => {
  for (const port of ['topK', 'minP', 'repeatPenalty']) if (context.literal(port) !== undefined) refuseCode(port);
  const named = wordOf(context, 'model');
  const model = `process.env.OPENAI_MODEL ?? ${stringText(named)}`;
  return {
    kind: 'chat-model',
    fields: { model, apiKey: keyText('OPENAI_API_KEY'), ...fieldsOf(context, settings) },
    takesSeed: true,
    takesSchema: true,
    variables: [
      address,
      {
        name: 'OPENAI_MODEL',
        says: { en: 'the model, as the server names it', fr: 'le modèle, tel que le serveur le nomme' },
        example: 'llama3.2',
      },
      key('OPENAI_API_KEY'),
    ],
  };
};

/** A model of OpenAI's. */
export const openaiCode: WriteComponentCode = (context) => ({
  kind: 'chat-model',
  fields: { model: stringText(wordOf(context, 'model')), ...fieldsOf(context, settings) },
  takesSeed: true,
  takesSchema: true,
  variables: [address, { ...key('OPENAI_API_KEY'), example: 'sk-…' }],
});

/** A model of another server, at the address that the flow names; its key is the environment's. */
export const openaiCompatibleCode: WriteComponentCode = (context) => {
  const secret = context.secret('key');
  const variable = variableName(secret ?? 'openai-api-key');
  return {
    kind: 'chat-model',
    fields: {
      model: stringText(wordOf(context, 'model')),
      apiKey: keyText(variable),
      ...fieldsOf(context, settings),
      configuration: `{ baseURL: ${stringText(wordOf(context, 'baseUrl'))} }`,
    },
    takesSeed: context.literal('takesSeed') !== false,
    takesSchema: context.literal('takesSchema') !== false,
    variables: secret === undefined ? [] : [key(variable)],
  };
};
