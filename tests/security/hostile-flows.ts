/** A flow that asks the model behind `baseUrl`, with the secret `key` when one is named. */
export function askingFlow(baseUrl: string, key?: string): object {
  const secret = key === undefined ? {} : { key: { secret: key } };
  return {
    jacquard: 1,
    name: 'Asking',
    nodes: {
      question: { type: 'io.chat-input' },
      model: { type: 'models.openai-compatible', inputs: { baseUrl, model: 'm', ...secret } },
      chat: { type: 'models.chat', inputs: { model: { from: 'model.model' }, prompt: { from: 'question.text' } } },
      reply: { type: 'io.chat-output', inputs: { text: { from: 'chat.answer' } } },
    },
  };
}

/** A flow of one step between a text and an output. `inputs` may read `question.text`. */
export function stepFlow(
  type: string,
  inputs: object,
  output: string,
  outputType = 'io.json-output',
  port = 'json',
): object {
  return {
    jacquard: 1,
    name: 'Step',
    nodes: {
      question: { type: 'io.text-input' },
      step: { type, inputs },
      reply: { type: outputType, inputs: { [port]: { from: `step.${output}` } } },
    },
  };
}

/** Hands a text through a template. */
export function templateFlow(template: string): object {
  return stepFlow('prompts.template', { template }, 'text', 'io.text-output', 'text');
}
