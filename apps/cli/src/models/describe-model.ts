import type { JsonValue } from '@jacquard/flow';
import type { ModelPreview, ModelState } from '@jacquard/protocol';
import type { Terminal } from '../terminal.ts';

/** A model that is listed, or one somewhere else: each has facts that the other lacks. */
type Described = Pick<ModelPreview, 'name' | 'size' | 'languages'> & {
  readonly [Fact in keyof ModelState | keyof ModelPreview]?: (ModelState & ModelPreview)[Fact] | null | undefined;
};

/** Prints what a model is, a fact a line, and whether it has room here; JSON to a pipe. */
export function describeModel(terminal: Terminal, model: ModelPreview | ModelState): void {
  if (!terminal.stdout.isTTY) return terminal.print(JSON.stringify(model));
  const about: Described = model;
  const { language, sentence } = terminal;
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const choices = (about.choices ?? []).map(({ quantisation }) => quantisation);
  const facts: Record<string, JsonValue | null | undefined> = {
    name: about.name,
    id: about.id,
    source: about.source ?? about.addedFrom ?? about.repository,
    kind: about.kind && `model-kind-${about.kind}`,
    architecture: about.architecture,
    parameters: about.parameters,
    quantisation: about.quantisation,
    size: about.isSizeAbout === true || about.size === 0 ? undefined : about.size,
    about: about.isSizeAbout === true ? about.size : undefined,
    memory: about.memory,
    context: about.contextTokens === 0 ? undefined : about.contextTokens,
    languages: about.languages.map((code) => nameOf(names, code)).join(', '),
    licence: about.licence,
    note: about.licenceNote?.[language],
    choices: choices.length > 1 ? choices.join(', ') : undefined,
  };
  terminal.print(sentence('cli-model-about', present(facts)));
  const isTextsOnly = about.isWithoutTemplate === true || (about.kind === 'chat' && about.hasChatTemplate === false);
  if (isTextsOnly) terminal.print(sentence('cli-model-without-template'));
  if (about.hasChecksum === false) terminal.print(sentence('cli-model-without-checksum'));
  if (about.fit) terminal.print(sentence(`cli-model-fits-${about.fit}`, fitting(about)));
}

/** The largest quantisation that has room, where the one that was looked at has not. */
function fitting({ fit, choices, memory, size }: Described): Record<string, JsonValue> {
  const other = fit === 'well' ? undefined : choices?.findLast((choice) => choice.fit === 'well');
  return present({ needed: memory ?? size, other: other?.quantisation });
}

function present(facts: Readonly<Record<string, JsonValue | undefined>>): Record<string, JsonValue> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, value]])),
  );
}

/** What a file says of itself may be no code of a language. */
function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
