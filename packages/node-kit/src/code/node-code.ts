import { Problem, type JsonValue, type Kind, type Words } from '@jacquard/flow';

/** A function or type that generated code stands on; declared once in a program, however many nodes use it. */
export interface CodePart {
  /** What it declares; unique among all parts. */
  readonly name: string;
  /** TypeScript, formatted, without `import` lines. */
  readonly source: string;
  readonly imports?: readonly CodeImport[];
  /** Other parts that it names. */
  readonly uses?: readonly CodePart[];
}

/** Something of a package, or of Node's own (`node:…`). */
export interface CodeImport {
  readonly module: string;
  /** Undefined: the default export is meant, and `as` names it. */
  readonly name?: string;
  readonly as?: string;
  readonly isType?: boolean;
}

/** An input of a step as an expression of the generated code. */
export interface CodeInput {
  /** Undefined at run time where `mayBeAbsent`. */
  readonly text: string;
  readonly kind: Kind;
  readonly mayBeAbsent: boolean;
  /** What the document holds, where it is no wire. */
  readonly literal?: JsonValue | undefined;
  /** The items, of a list that is put together of several. */
  readonly items?: readonly CodeInput[] | undefined;
}

/** A chat model as generated code has it. */
export interface CodeModel {
  /** The object, with these settings in the place of its own. */
  readonly text: string;
  readonly takesSeed: boolean;
  readonly takesSchema: boolean;
}

/** What a node's code is written from. */
export interface CodeContext {
  /** Undefined when neither the document nor the descriptor has a value. */
  input(port: string): CodeInput | undefined;
  /** The value of a field that can't be wired; throws a refusal where it is looked up at run time (a setting). */
  literal(port: string): JsonValue | undefined;
  /** Inputs that a field decides, by port. */
  readonly extra: ReadonlyMap<string, CodeInput>;
  /** The conversation before the message that starts a run. */
  history(): string;
  /** The outputs that something reads. */
  readonly read: ReadonlySet<string>;
  /** Has the program declare a part; gives its name. */
  use(part: CodePart): string;
  /** Has the program import something; gives the name that it has. */
  load(item: CodeImport): string;
  /** The model wired to a port, else a refusal; numbers may be expressions, undefined ones are the model's own. */
  model(port: string, settings?: Readonly<Record<string, CodeInput | undefined>>): CodeModel;
}

/** How an output is read from the value that a step's code gives. */
export interface CodeOutput {
  /** `it` is the name of the value. */
  text(it: string): string;
  /** The output is there only while this holds, also where the value itself may be missing. */
  when?(it: string, mayBeMissing: boolean): string;
  /** The text is undefined when the output isn't there. */
  readonly mayBeUndefined?: boolean;
  /** The value that the input of this name had, passed on as it was. */
  readonly passes?: string;
}

/** A step as code: one expression, and how outputs are read from it. */
export interface StepCode {
  /** The expression; `await` included where it is a promise. */
  readonly value: string;
  /** Without it, the value is the step's first output. */
  readonly outputs?: Readonly<Record<string, CodeOutput>>;
  /** The type of `value` where it isn't that of the first output. */
  readonly type?: string;
}

/** A step's own part in `export to code`; refuses by {@link refuseCode} what it can't write. */
export interface NodeCode {
  write(context: CodeContext): StepCode | Promise<StepCode>;
  /** The expression itself is undefined when nothing arrived, so that it needs no `if` around it. */
  readonly copesWithNothing?: boolean;
}

/** An environment variable that a generated program reads. */
export interface CodeVariable {
  readonly name: string;
  readonly says: Words;
  /** An example value. */
  readonly example: string;
}

/** A chat model as the constructor call of a LangChain class. */
export interface ModelCode {
  readonly kind: 'chat-model';
  /** Values of the constructor's fields, by name. */
  readonly fields: Readonly<Record<string, string>>;
  readonly takesSeed: boolean;
  readonly takesSchema: boolean;
  readonly variables: readonly CodeVariable[];
}

/** A component's own part in `export to code`. */
export type WriteComponentCode = (context: ComponentCodeContext) => ModelCode;

/** What a component's code is written from: its inputs are never wired to a step. */
export interface ComponentCodeContext {
  literal(port: string): JsonValue | undefined;
  /** The name of the secret that a port takes: it becomes an environment variable, never a value. */
  secret(port: string): string | undefined;
}

/** Says that a node as it is set can't be written as code. `setting` names the field that keeps it. */
export function refuseCode(setting: string): never {
  throw new Problem('code-setting-closed', { setting });
}

/** The name of a secret's or setting's environment variable: `my-key` → `MY_KEY`. */
export function variableName(name: string): string {
  return name.toUpperCase().replaceAll(/[^A-Z0-9]+/gu, '_');
}
