/** What a value hangs on, each a comparison as code, or several of which one is enough: see {@link oneOf}. All of them must hold. */
export type Conditions = readonly string[];

/** Ways that are looked at before two sets of conditions count as possible together. */
const mostWays = 1000;

/** The conditions of what is there as soon as one of the alternatives holds. */
export function oneOf(alternatives: readonly Conditions[]): Conditions {
  if (alternatives.some((one) => one.length === 0)) return [];
  const different = new Map(alternatives.map((one) => [[...one].sort().join('\n'), one]));
  const [only] = different.values();
  if (only !== undefined && different.size === 1) return only;
  return [JSON.stringify([...different.values()])];
}

/** The alternatives of a condition that {@link oneOf} made; undefined for a plain one. */
function alternativesOf(condition: string): readonly Conditions[] | undefined {
  return condition.startsWith('[[') ? (JSON.parse(condition) as Conditions[]) : undefined; // boundary: written by `oneOf`
}

/** Whether what is asked for follows from what holds. */
export function follows(asked: Conditions, held: ReadonlySet<string>): boolean {
  return asked.every((one) => held.has(one) || alternativesOf(one)?.some((way) => follows(way, held)) === true);
}

/** Whether conditions can't hold together: a value that is said to be two different texts, or true and not. */
export function contradict(conditions: Iterable<string>): boolean {
  let ways = 0;
  const isImpossible = (plain: ReadonlySet<string>, rest: readonly string[]): boolean => {
    ways += 1;
    if (contradictPlainly(plain)) return true;
    const [next, ...others] = rest;
    if (next === undefined || ways > mostWays) return false;
    const alternatives = alternativesOf(next) ?? [[next]];
    return alternatives.every((way) => {
      const inner = way.filter((one) => alternativesOf(one) !== undefined);
      return isImpossible(new Set([...plain, ...way.filter((one) => !inner.includes(one))]), [...inner, ...others]);
    });
  };
  const all = [...new Set(conditions)];
  const open = all.filter((one) => alternativesOf(one) !== undefined);
  return isImpossible(new Set(all.filter((one) => !open.includes(one))), open);
}

function contradictPlainly(conditions: ReadonlySet<string>): boolean {
  const texts = new Map<string, string>();
  for (const one of conditions) {
    if (conditions.has(`!${one}`)) return true;
    const [, name = '', text = ''] = /^(\w+) === ('.*')$/su.exec(one) ?? [];
    if (name !== '' && (texts.get(name) ?? text) !== text) return true;
    if (name !== '') texts.set(name, text);
  }
  return false;
}
