import { canonicalJson, Problem, type JsonValue } from '@jacquard/flow';
import type { ComponentContext } from '@jacquard/node-kit';
import type { Ports, Services } from '@jacquard/node-kit';
import type { Binding, PortBinding, Recipe } from '../plan/plan.ts';
import { setOwn } from '../schedule/read-binding.ts';
import type { StandIns } from '../interfaces.ts';
import type { ComponentCache } from './component-cache.ts';
import { isNeeded } from './resolve-externals.ts';

/** The components of one run: each identified once, built when a step first needs it. */
export interface Components {
  /** What the component inputs of a node stand on, by port. */
  identify(inputs: readonly PortBinding[], step: string): Promise<Readonly<Record<string, JsonValue>>>;
  /** The objects for them, by port. */
  build(inputs: readonly PortBinding[], signal: AbortSignal, step: string): Promise<Readonly<Record<string, unknown>>>;
}

export interface ComponentsOptions {
  readonly cache: ComponentCache;
  readonly services: Services;
  readonly externals: readonly (JsonValue | undefined)[];
  readonly missing: ReadonlyMap<number, Problem>;
  /** Aborts when the run ends: nobody waits any more for what its components stand on. */
  readonly signal: AbortSignal;
  readonly standIns?: StandIns | undefined;
}

/** The components of one run, built when a step first needs them. */
export function createComponents(options: ComponentsOptions): Components {
  const { cache, services, externals, missing, signal } = options;
  const identities = new Map<Recipe, Promise<JsonValue>>();

  const identify = (recipe: Recipe): Promise<JsonValue> => {
    const known = identities.get(recipe);
    if (known !== undefined) return known;
    const identity = identifyAnew(recipe);
    identities.set(recipe, identity);
    // What failed is asked again: a retry may find what was missing.
    identity.catch(() => identities.delete(recipe));
    return identity;
  };
  const identifyAnew = async (recipe: Recipe): Promise<JsonValue> => {
    const inputs = { ...literalsOf(recipe), ...(await eachPort(recipe.inputs, identify)) };
    const identity = await codeOf(recipe).identify({ inputs: asPorts(inputs), services, signal });
    return { type: recipe.type, version: recipe.version, identity };
  };
  /** Objects are shared by all that they were configured with, be it part of what their answers stand on or not. */
  const keyOf = async (recipe: Recipe): Promise<JsonValue> => {
    const literals = literalsOf(recipe) as Record<string, JsonValue>; // boundary: secrets stand there as handles, which are data
    return { identity: await identify(recipe), literals, inner: await eachPort(recipe.inputs, keyOf) };
  };
  const build = async (recipe: Recipe, building: AbortSignal): Promise<unknown> => {
    const key = canonicalJson(await keyOf(recipe));
    const create = async (creating: AbortSignal): Promise<unknown> => {
      const inner = await eachPort(recipe.inputs, (one) => build(one, creating));
      const inputs = asPorts({ ...literalsOf(recipe), ...inner });
      return codeOf(recipe).create({ inputs, services, signal: creating });
    };
    return cache.get(key, create, building).catch((error: unknown) => {
      throw Problem.is(error)
        ? error
        : new Problem('component-failed', { node: recipe.node }, { kind: 'bug', cause: error });
    });
  };
  const literalsOf = (recipe: Recipe): Record<string, unknown> => {
    const literals: Record<string, JsonValue> = {};
    for (const { port, binding, fallback, isRequired } of recipe.inputs) {
      if (binding.how === 'component') continue;
      const problem = binding.how === 'external' ? missing.get(binding.external) : undefined;
      if (problem !== undefined && isNeeded(problem, isRequired)) throw problem;
      const value = literalOf(binding, externals) ?? fallback;
      if (value !== undefined) setOwn(literals, port, value);
    }
    return literals;
  };
  const { standIns } = options;
  return standIns === undefined ? each(identify, build) : standingIn(standIns, identify, build);
}

type Identify = (recipe: Recipe, step: string) => Promise<JsonValue>;
type Build = (recipe: Recipe, signal: AbortSignal, step: string) => Promise<unknown>;

function each(identify: Identify, build: Build): Components {
  return {
    identify: (inputs, step) =>
      // boundary: lists of JSON are JSON
      eachPort(inputs, (recipe) => identify(recipe, step)) as Promise<Record<string, JsonValue>>,
    build: (inputs, signal, step) => eachPort(inputs, (recipe) => build(recipe, signal, step)),
  };
}

/** The same, where something may stand in for a component. */
function standingIn(standIns: StandIns, identify: Identify, build: Build): Components {
  const standIn = (recipe: Recipe, step: string): unknown =>
    standIns.component({ kind: kindOf(recipe), node: recipe.node, step });
  return each(
    async (recipe, step) =>
      standIn(recipe, step) === undefined ? await identify(recipe, step) : { standIn: recipe.node },
    async (recipe, signal, step) => standIn(recipe, step) ?? (await build(recipe, signal, step)),
  );
}

/** The nodes behind the components of a port, in the order in which they are built. */
export function componentNodes(inputs: readonly PortBinding[], port: string): readonly string[] {
  const binding = inputs.find((input) => input.port === port)?.binding;
  if (binding?.how === 'component') return [binding.recipe.node];
  if (binding?.how !== 'list') return [];
  return binding.items.flatMap((item) =>
    item.how === 'component' && !item.recipe.isDisabled ? [item.recipe.node] : [],
  );
}

/** What a component is for: the kind of its one output. */
function kindOf({ definition }: Recipe): string {
  return Object.values(definition.descriptor.outputs)[0]?.kind.kind ?? '';
}

/** Does the same for the recipes of all component ports; a list port gives a list. */
async function eachPort<T>(
  inputs: readonly PortBinding[],
  act: (recipe: Recipe) => Promise<T>,
): Promise<Record<string, T | T[]>> {
  const results: Record<string, T | T[]> = {};
  for (const { port, binding } of inputs) {
    if (binding.how === 'component' && !binding.recipe.isDisabled) results[port] = await act(binding.recipe);
    if (binding.how !== 'list') continue;
    const recipes = binding.items.flatMap((item) =>
      item.how === 'component' && !item.recipe.isDisabled ? [item.recipe] : [],
    );
    if (recipes.length > 0) results[port] = await Promise.all(recipes.map((recipe) => act(recipe)));
  }
  return results;
}

function literalOf(binding: Binding, externals: readonly (JsonValue | undefined)[]): JsonValue | undefined {
  if (binding.how === 'literal') return binding.value;
  if (binding.how === 'external') return externals[binding.external];
  return binding.how === 'list' ? binding.items.flatMap((item) => literalOf(item, externals) ?? []) : undefined;
}

function codeOf(recipe: Recipe): NonNullable<Recipe['definition']['component']> {
  const { component } = recipe.definition;
  if (component === undefined) throw new Problem('node-type-missing', { type: recipe.type });
  return component;
}

/** The compiler has checked the inputs against the definition that takes them. */
function asPorts(inputs: Record<string, unknown>): ComponentContext<Ports>['inputs'] {
  return inputs;
}
