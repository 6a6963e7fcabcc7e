import { existsSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stepFlow, templateFlow } from './hostile-flows.ts';
import { startUnderTest } from './server-under-test.ts';

const mark = `/tmp/jacquard-pwned-${process.pid}`;

/** Code as it broke out of other products' expressions: calls, arrows, spreads, computed keys, tags, prototypes. */
const code = [
  `process.mainModule.require('fs').writeFileSync('${mark}','x')`,
  `globalThis.pwned = 1`,
  `constructor.constructor("globalThis.pwned=1")()`,
  `(() => { globalThis.pwned = 1 })()`,
  `[...[1]].map(x => globalThis.pwned = x)`,
  `this["con"+"structor"]["con"+"structor"]("globalThis.pwned=1")()`,
  `f(x) = 1; f.constructor("globalThis.pwned=1")()`,
  `import("node:fs").then(f => f.writeFileSync("${mark}","x"))`,
  `cos.constructor("globalThis.pwned=1")()`,
  `parse("1").constructor`,
  `evaluate("2+2")`,
  `createUnit("x")`,
  `toString.call.call(0)`,
  `__proto__.pwned = 1`,
  `a = {}; a.__proto__.pwned = 1`,
  `\${globalThis.pwned=1}`,
  `{{constructor}}`,
  `{{#with this}}{{lookup this "constructor"}}{{/with}}`,
  `<%= globalThis.pwned = 1 %>`,
  `@foo(globalThis.pwned=1)\ndef f(x=__import__("os").system("touch ${mark}")): pass`,
];

function expectUnharmed(): void {
  expect(Reflect.get(globalThis, 'pwned')).toBeUndefined();
  expect(Reflect.get({}, 'pwned')).toBeUndefined();
  const isThere = existsSync(mark);
  rmSync(mark, { force: true });
  expect(isThere).toBe(false);
}

test('1: checking a flow runs nothing of it', async () => {
  const server = await startUnderTest();
  for (const text of code)
    for (const type of ['prompts.template', 'data.arithmetic', 'data.extract', 'code.python', text.slice(0, 20)]) {
      const inputs = { template: text, expression: text, pattern: text, code: text };
      const document = stepFlow(type, inputs, 'text');
      const answer = await server.ask('/api/v1/flows/check', { method: 'POST', body: document });
      expect(answer.status).toBe(200);
    }
  expectUnharmed();
});

test('1, 6, 9: an arithmetic expression calculates, and is never code', async () => {
  const server = await startUnderTest();
  const calculate = async (expression: string) =>
    server.invoke(await server.save(stepFlow('data.arithmetic', { expression }, 'result', 'io.text-output', 'text')), {
      question: 'x',
    });
  expect((await calculate('round(2 * 3.14159, 2)')).json).toMatchObject({ outputs: { reply: '6.28' } });
  for (const expression of [
    ...code,
    'import',
    'typed',
    'config({})',
    'x[constructor]',
    '"a"',
    '[1,2]',
    '{a:1}',
    '9^9^9^9^9',
    '1e999',
    '('.repeat(50_000),
  ]) {
    const answer = await calculate(expression);
    expect([expression.slice(0, 60), answer.status]).toEqual([expression.slice(0, 60), 422]);
  }
  expectUnharmed();
});

test('6, 9: templates, patterns, paths and comparisons take text as text', async () => {
  const server = await startUnderTest();
  const flows = (text: string): [object, object][] => [
    [templateFlow(`Say {{words}}: ${text.replaceAll(/[{}]/g, '')}`), { question: text }],
    [stepFlow('data.extract', { text: { from: 'question.text' }, pattern: text }, 'groups'), { question: text }],
    [stepFlow('data.json-path', { json: { value: { a: 1 } }, path: `$[?(${text})]` }, 'first'), { question: text }],
    [
      stepFlow(
        'data.filter-rows',
        { table: { value: { columns: ['a'], rows: [{ a: text }] } }, column: text, comparison: 'equals', value: text },
        'table',
      ),
      { question: text },
    ],
  ];
  const statuses: number[] = [];
  for (const [document, inputs] of code.flatMap(flows)) {
    const saved = await server.ask('/api/v1/flows', { method: 'POST', body: { document } });
    statuses.push(saved.status);
    if (saved.status === 201) statuses.push((await server.invoke(String(saved.json.id), inputs)).status);
  }
  expect(statuses.filter((status) => status >= 500)).toEqual([]);
  expect(statuses).toContain(200);
  expectUnharmed();
});

test('9: what arrives in a template’s gap is never a template itself', async () => {
  const server = await startUnderTest();
  const document = { ...templateFlow('{{question}} / {{other}}') } as { nodes: { step: { inputs: object } } }; // boundary: our own flow
  document.nodes.step.inputs = {
    template: '{{question}} / {{other}}',
    question: { from: 'question.text' },
    other: 'INNER',
  };
  const answer = await server.invoke(await server.save(document), {
    question: '{{other}} {{constructor}} {{__proto__}}',
  });
  expect(answer.json.outputs).toEqual({ reply: '{{other}} {{constructor}} {{__proto__}} / INNER' });
});

test('32: patterns that would take for ever elsewhere take no time here', async () => {
  const server = await startUnderTest();
  const text = `${'a'.repeat(50_000)}!`;
  for (const pattern of ['(a+)+$', '(a|aa)+$', '(.*a){20}$', '^(([a-z])+.)+[A-Z]([a-z])+$']) {
    const id = await server.save(stepFlow('data.extract', { text: { from: 'question.text' }, pattern }, 'groups'));
    const started = performance.now();
    await server.invoke(id, { question: text });
    expect(performance.now() - started).toBeLessThan(5_000);
  }
});
