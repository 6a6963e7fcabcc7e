import {
  codeInputs,
  limitInputs,
  limitsOf,
  boolean,
  defineNode,
  number,
  Problem,
  splitTests,
  table,
  testReport,
  text,
} from '@jacquard/node-kit';

/** Runs tests of code in the sandbox. */
export const runTests = defineNode({
  type: 'tools.run-tests',
  version: 1,
  title: { en: 'Run tests', fr: 'Exécuter des tests' },
  summary: {
    en: 'Checks Python or JavaScript code with tests, and says which of them pass.',
    fr: 'Vérifie du code Python ou JavaScript par des tests, et dit lesquels passent.',
  },
  documentation: {
    en: 'Whether code does what it should is found out by running it, not by reading it. The code runs first, then each test for itself; a test passes when it raises no error and its last line doesn’t give false. Write one a line (`assert add(1, 2) == 3`), or longer ones as paragraphs with an empty line between them. In JavaScript there are `assert(…)` and `assertEquals(got, expected)`. A failed test never fails the node: “All pass” is then false, and the report says which passed, what was expected and what came, in words that a model can read, too (the form is that of Reflexion, Shinn et al. 2023). Use it after a model that writes code, in a loop until all pass, or to compare several answers by the share that passes. It runs in the same closed sandbox as “Run code”. Hint: code can’t be trusted to be tested fairly by tests that it can see; keep some back.',
    fr: 'Si un code fait ce qu’il doit, on l’apprend en l’exécutant, non en le lisant. Le code s’exécute d’abord, puis chaque test pour lui-même ; un test passe s’il ne lève aucune erreur et si sa dernière ligne ne donne pas faux. Écrivez-en un par ligne (`assert add(1, 2) == 3`), ou de plus longs en paragraphes séparés par une ligne vide. En JavaScript, il y a `assert(…)` et `assertEquals(obtenu, attendu)`. Un test qui échoue ne fait jamais échouer le nœud : « Tous passent » est alors faux, et le rapport dit lesquels passent, ce qui était attendu et ce qui est venu, en des mots qu’un modèle lit aussi (la forme est celle de Reflexion, Shinn et al. 2023). À employer après un modèle qui écrit du code, dans une boucle jusqu’à ce que tout passe, ou pour comparer plusieurs réponses par la part qui passe. Cela tourne dans le même bac à sable fermé que « Exécuter du code ». Astuce : un code ne se laisse pas juger équitablement par des tests qu’il a vus ; gardez-en quelques-uns de côté.',
  },
  keywords: {
    en: 'unit test assert check verify code python javascript pass fail',
    fr: 'test unitaire assert vérifier code python javascript réussite échec',
  },
  icon: 'flask-conical',
  inputs: {
    ...codeInputs,
    tests: text({
      label: { en: 'Tests', fr: 'Tests' },
      help: {
        en: 'One a line, or paragraphs with an empty line between them.',
        fr: 'Un par ligne, ou des paragraphes séparés par une ligne vide.',
      },
      multiline: true,
      field: 'code',
      placeholder: { en: 'assert double(2) == 4', fr: 'assert doubler(2) == 4' },
    }),
    timePerTest: number({
      label: { en: 'Most time for a test', fr: 'Temps maximal par test' },
      unit: 's',
      min: 0.1,
      max: 60,
      default: 5,
      advanced: true,
    }),
    ...limitInputs,
  },
  outputs: {
    passed: boolean({ label: { en: 'All pass', fr: 'Tous passent' } }),
    share: number({ label: { en: 'Share that passes', fr: 'Part qui passe' } }),
    results: table({ label: { en: 'Results', fr: 'Résultats' } }),
    report: text({ label: { en: 'Report', fr: 'Rapport' }, main: true }),
  },
  determinism: 'external',
  effects: 'none',
  reaches: 'nothing',
  example: {
    inputs: {
      language: 'python',
      code: 'def add(a, b):\n    return a - b',
      tests: 'assert add(0, 0) == 0\nassert add(1, 2) == 3',
    },
    outputs: {
      passed: false,
      share: 0.5,
      report: 'Tests passed:\nassert add(0, 0) == 0\n\nTests failed:\nassert add(1, 2) == 3  # gave -1',
    },
  },
  async *run({ inputs, services, signal }) {
    const tests = splitTests(inputs.tests);
    if (tests.length === 0) throw new Problem('tests-missing');
    const { language, code, timePerTest } = inputs;
    const outcome = await services.sandbox.runTests(
      { language, code, tests, timePerTest: Math.round(timePerTest * 1000), limits: limitsOf(inputs) },
      signal,
    );
    const passed = outcome.tests.filter((test) => test.outcome === 'passed').length;
    yield { progress: { done: passed, total: tests.length } };
    return {
      passed: passed === tests.length,
      share: passed / tests.length,
      results: {
        columns: ['test', 'outcome', 'message'],
        rows: outcome.tests.map(({ name, outcome: came, message = '' }) => ({ test: name, outcome: came, message })),
      },
      report: testReport(outcome),
    };
  },
});
