import type { JsonValue } from '@jacquard/flow';
import type { WriteComponentCode } from './code/node-code.ts';
import { describeNode } from './describe-node.ts';
import type {
  AnyStep,
  ComponentContext,
  Definition,
  Exactly,
  IdentifyContext,
  NodeDefinition,
  Outputs,
  StepTraits,
} from './node-definition.ts';
import type { Port, Ports, ValueOf } from './port.ts';
import type { StepContext, StepYield } from './step-context.ts';

type StepRun<I extends Ports, O extends Ports, Result> = (
  context: StepContext<I>,
) => Promise<Exactly<O, Result>> | AsyncGenerator<StepYield<O>, Exactly<O, Result>, void>;

/**
 * Defines a step: inputs, outputs, words, documentation, an example and the code. A wrong output, an unknown port or a
 * missing language is a type error.
 */
export function defineNode<const I extends Ports, const O extends Ports, Result extends Outputs<O>>(
  definition: Definition<I, O> & StepTraits & { readonly run: StepRun<I, O, Result> },
): NodeDefinition {
  return define(definition, 'step', { run: definition.run });
}

/**
 * Defines a step that may leave outputs out (what hangs on them is skipped), or whose ports a field decides, so that
 * their names are known at run time only.
 */
export function defineSwitch<const I extends Ports, const O extends Ports>(
  definition: Definition<I, O> &
    StepTraits & {
      run(
        context: StepContext<I>,
      ):
        | Promise<Partial<Outputs<O>> & Readonly<Record<string, unknown>>>
        | AsyncGenerator<StepYield<O>, Partial<Outputs<O>> & Readonly<Record<string, unknown>>, void>;
    },
): NodeDefinition {
  return define(definition, 'switch', { run: definition.run });
}

function define<I extends Ports, O extends Ports>(
  definition: Definition<I, O> & StepTraits,
  role: 'step' | 'switch',
  step: AnyStep,
): NodeDefinition {
  const erased = definition as unknown as Definition<Ports, Ports>; // boundary: a definition of some ports is one of ports
  return {
    descriptor: describeNode(erased, role, definition),
    step,
    ...(definition.migrations && { migrations: definition.migrations }),
    ...(definition.code && { code: definition.code }),
  };
}

/**
 * Defines a component: its inputs are literals, secrets and components, never a step's output. `create` runs in each
 * process when a step first needs it; the object is shared by `identify`, which must name all that its answers stand on.
 */
export function defineComponent<const I extends Ports, Value>(
  definition: Definition<I, Readonly<Record<string, Port<Value>>>> &
    Pick<StepTraits, 'reaches' | 'reachesFrom'> & {
      /** How the component is written in a program of its own: see `export to code`. */
      readonly componentCode?: WriteComponentCode;
      create(context: ComponentContext<I>): Promise<ValueOf<Port<Value>>>;
      identify(context: IdentifyContext<I>): Promise<JsonValue>;
    },
): NodeDefinition {
  const erased = definition as unknown as Definition<Ports, Ports>; // boundary: as above
  const { reaches, reachesFrom } = definition;
  return {
    descriptor: describeNode(erased, 'component', {
      determinism: 'pure',
      effects: 'none',
      reaches,
      ...(reachesFrom !== undefined && { reachesFrom }),
    }),
    component: { create: definition.create, identify: definition.identify },
    ...(definition.migrations && { migrations: definition.migrations }),
    ...(definition.componentCode && { componentCode: definition.componentCode }),
  };
}

/** Defines a node without code of its own: an input or output of the flow, or a scope, which the executor runs. */
export function defineStructure<const I extends Ports, const O extends Ports>(
  definition: Definition<I, O> & {
    readonly role: 'flow-input' | 'flow-output' | 'for-each' | 'repeat-until' | 'sub-flow';
    readonly inner?: Ports;
  },
): NodeDefinition {
  const erased = definition as unknown as Definition<Ports, Ports>; // boundary: as above
  return {
    descriptor: describeNode(erased, definition.role, { determinism: 'pure', effects: 'none', reaches: 'nothing' }),
    ...(definition.migrations && { migrations: definition.migrations }),
  };
}
