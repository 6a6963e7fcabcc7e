import type { Binding, External } from '@jacquard/executor';
import { Problem, type Kind } from '@jacquard/flow';
import { literalText, stringText, variableName } from '@jacquard/node-kit/code';
import type { Source } from './code-value.ts';
import type { CodeFrame, Writing } from './writing.ts';

/** What a binding of the plan is in the program. Throws refusals: what can't be had in a program. */
export function sourceOf(writing: Writing, frame: CodeFrame, binding: Binding, kind: Kind): Source {
  switch (binding.how) {
    case 'literal':
      return { how: 'text', text: literalText(binding.value), kind, literal: binding.value };
    case 'external':
      return externalOf(writing, writing.program.externals[binding.external], kind);
    case 'component':
      return { how: 'model', recipe: binding.recipe, kind };
    case 'list': {
      const item = kind.kind === 'list' ? kind.of : kind;
      return { how: 'list', items: binding.items.map((one) => sourceOf(writing, frame, one, item)), kind };
    }
    default: {
      const found = findSource(frame, binding);
      if (found === undefined || found.how === 'never') return { how: 'never', kind };
      if (holdsFile(found.kind) !== holdsFile(kind)) throw new Problem('code-file-as-value');
      return binding.convert === undefined ? found : { how: 'converted', of: found, kind: binding.convert.target };
    }
  }
}

function findSource(frame: CodeFrame, binding: Binding & { readonly how: 'source' }): Source | undefined {
  let at: CodeFrame | undefined = frame;
  for (let up = binding.up; up > 0; up -= 1) at = at?.outer;
  return binding.index < 0 ? at?.ports.get(binding.port) : at?.outputs.get(binding.index)?.get(binding.port);
}

/** Files are paths in a program; nothing else can be made of them. */
function holdsFile(kind: Kind): boolean {
  return kind.kind === 'file' || (kind.kind === 'list' && holdsFile(kind.of));
}

/** A setting is an environment variable of its name; a file lies beside the program. */
export function externalOf({ program }: Writing, external: External | undefined, kind: Kind): Source {
  if (external?.what === 'file') return { how: 'text', text: stringText(placeFile(program.files, external)), kind };
  if (external?.what !== 'setting') throw new Problem('code-secret-as-value');
  const { name, fallback } = external;
  const variable = variableName(name);
  const example = typeof fallback === 'string' ? fallback : '';
  const says = { en: `the setting “${name}”`, fr: `le réglage « ${name} »` };
  program.variables.set(variable, { name: variable, says, example });
  const read = `process.env.${variable}`;
  if (kind.kind === 'text' || kind.kind === 'choice') {
    return { how: 'text', text: `(${read} ?? ${literalText(typeof fallback === 'string' ? fallback : '')})`, kind };
  }
  if (kind.kind === 'number') return { how: 'text', text: `Number(${read} ?? ${literalText(fallback ?? 0)})`, kind };
  throw new Problem('code-setting-as-value', { setting: name });
}

/** A path that is safe to write to, whatever the flow calls the file. */
function placeFile(files: Writing['program']['files'], external: External & { readonly what: 'file' }): string {
  const { flow, reference } = external;
  const asked = reference.name ?? reference.file.split(/[\\/]/u).at(-1) ?? 'file';
  const safe =
    asked
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{N}._ -]/gu, '_')
      .replace(/^[. ]+/u, '')
      .slice(0, 100) || 'file';
  for (let count = 1; ; count += 1) {
    const path = count === 1 ? `files/${safe}` : `files/${count}-${safe}`;
    const known = files.get(path);
    if (known !== undefined && (known.flow !== flow || known.reference.file !== reference.file)) continue;
    files.set(path, { flow, reference });
    return path;
  }
}
