import {
  answerPart,
  callText,
  jsonObjectPart,
  listText,
  memberOutputs,
  readJsonPart,
  refuseCode,
  stringText,
  tablePart,
  type CodePart,
  type NodeCode,
} from '@jacquard/node-kit/code';
import { optionsText } from './chat-code.ts';

const classifyPart: CodePart = {
  name: 'classify',
  source: `/** Has the model give a text one of several labels; asks once more where its answer is none of them. */
async function classify(
  model: ChatOpenAI,
  text: string,
  labels: string[],
  { instructions = '', holdsTo = true, ...options }: { instructions?: string; holdsTo?: boolean; seed?: number } = {},
): Promise<string> {
  const task = \`Which label fits the text best? Answer with one of these labels and nothing else:\\n\${labels.map((label) => \`- \${label}\`).join('\\n')}\`;
  const system = instructions.trim() === '' ? task : \`\${task}\\n\\n\${instructions}\`;
  const messages: Message[] = [
    { role: 'system', content: system },
    { role: 'user', content: text },
  ];
  const schema = {
    type: 'object',
    properties: { label: { type: 'string', enum: labels } },
    required: ['label'],
    additionalProperties: false,
  };
  const format = { type: 'json_schema' as const, json_schema: { name: 'answer', schema, strict: true } };
  const call = { ...options, ...(holdsTo && { response_format: format }) };
  const first = await answerOf(model, messages, call);
  const label = labelIn(first, labels);
  if (label !== undefined) return label;
  const again = \`Answer with one of: \${labels.join(', ')}.\`;
  const asked: Message[] = [...messages, { role: 'assistant', content: first }, { role: 'user', content: again }];
  const second = await answerOf(model, asked, call);
  const later = labelIn(second, labels);
  if (later === undefined) throw new Error(\`The model answered none of the labels: \${second.slice(0, 300)}\`);
  return later;
}

/** The label that an answer is, or the only one that it mentions. */
function labelIn(answer: string, labels: string[]): string | undefined {
  const json = readJson(answer);
  const named = 'value' in json && isObject(json.value) ? json.value['label'] : undefined;
  const words = bare(typeof named === 'string' ? named : answer);
  const exact = labels.find((label) => bare(label) === words);
  if (exact !== undefined) return exact;
  const holds = (whole: string, part: string): boolean => \` \${whole} \`.includes(\` \${bare(part)} \`);
  const mentioned = labels.filter((label) => holds(words, label));
  const longest = mentioned.filter((label) => !mentioned.some((other) => other !== label && holds(bare(other), label)));
  return longest.length === 1 ? longest[0] : undefined;
}

/** Lower case, without accents, signs as single spaces. */
function bare(text: string): string {
  const plain = text.normalize('NFD').replace(/\\p{M}+/gu, '').toLowerCase();
  return plain.replace(/[^\\p{L}\\p{N}]+/gu, ' ').trim();
}`,
  uses: [answerPart, readJsonPart, jsonObjectPart],
};

/** A question for one of several labels. An OpenAI-compatible model tells no confidences. */
export const classifyCode: NodeCode = {
  write(context) {
    const { input, literal, model, use } = context;
    const labels = labelsOf(literal('labels'));
    const { text, takesSeed, takesSchema } = model('model', {
      temperature: { text: '0', kind: { kind: 'number' }, mayBeAbsent: false, literal: 0 },
    });
    const instructions = input('instructions');
    const more = {
      ...(instructions !== undefined && instructions.text !== 'undefined' && { instructions: instructions.text }),
      ...(!takesSchema && { holdsTo: 'false' }),
    };
    const list = listText(labels.map(stringText));
    const call = `await ${callText(use(classifyPart), [text, input('text')?.text, list, optionsText(context, takesSeed, more)])}`;
    if (!context.read.has('confidences')) return { value: call, type: 'string' };
    use(tablePart);
    const rows = `${list}.map((label) => ({ label, confidence: null }))`;
    return {
      value: `{ label: ${call}, confidences: { columns: ['label', 'confidence'], rows: ${rows} } }`,
      outputs: memberOutputs('label', 'confidences'),
    };
  },
};

function labelsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return refuseCode('labels');
  const labels = [...new Set(value.map((label) => String(label).trim()).filter((label) => label !== ''))];
  return labels.length < 2 ? refuseCode('labels') : labels;
}
