/** Names that a program has taken; each is handed out once. */
export interface NameBook {
  /** An identifier as near to the wanted name as can be: `few-shot` → `fewShot`, then `fewShot2`. */
  take(wanted: string): string;
}

/** See {@link NameBook}; `reserved` are names of the program's own. */
export function createNameBook(reserved: Iterable<string>): NameBook {
  const taken = new Set([...words, ...reserved]);
  return {
    take(wanted) {
      const name = camelCase(wanted);
      let unique = name;
      for (let count = 2; taken.has(unique); count += 1) unique = `${name}${count}`;
      taken.add(unique);
      return unique;
    },
  };
}

function camelCase(text: string): string {
  const [first = '', ...rest] = text.split(/[^A-Za-z0-9]+/u).filter((part) => part !== '');
  const joined = first.charAt(0).toLowerCase() + first.slice(1) + rest.map(capitalised).join('');
  return /^[a-z]/u.test(joined) ? joined : `value${capitalised(joined)}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Words of the language, and what generated code calls by its global name. */
const words =
  `abstract any arguments as async await boolean break case catch class const constructor continue debugger declare default delete do
else enum eval export extends false finally for from function get globalThis if implements import in infer instanceof interface is keyof let
module namespace never new null number object of package private protected public readonly require return satisfies set static string super
switch symbol this throw true try type typeof undefined unique unknown using var void while with yield
console process performance structuredClone exports inputs run one`.split(/\s+/u);
