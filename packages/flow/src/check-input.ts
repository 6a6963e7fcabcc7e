import { checkLiteral } from './check-literal.ts';
import { checkReference } from './check-reference.ts';
import type { CheckedInput } from './checked-input.ts';
import type { FlowView } from './flow-view.ts';
import { isInputList, isObjectInput, literalOf, wireOf } from './input-form.ts';
import { settingNameSchema, type Input } from './input.ts';
import type { Issue } from './issue.ts';
import { kindFits } from './kind-fits.ts';
import { isComponentKind, type Kind } from './kind.ts';

/** Checks one input: each form has its rules, and a list is checked item by item. */
export function checkInput(view: FlowView, at: CheckedInput, input: Input): void {
  if (at.target.secret === true) {
    checkSecretPort(view, at, input);
    return;
  }
  if (isInputList(input) && literalOf(input) === undefined) {
    const item = at.target.kind.kind === 'list' ? at.target.kind.of : undefined;
    if (item === undefined) report(view, at, 'input-list-refused', { kind: kindParam(at.target.kind) });
    else
      for (const one of input) checkInput(view, { ...at, isWhole: false, target: { ...at.target, kind: item } }, one);
    return;
  }
  if (isObjectInput(input)) {
    if ('secret' in input) return report(view, at, 'secret-not-taken', { secret: input.secret });
    if ('from' in input) return checkWire(view, at, input.from);
    if ('file' in input) return checkFile(view, at, input.file);
    if ('setting' in input) return checkSetting(view, at, input);
  }
  if (at.target.wireOnly === true || isComponentKind(at.target.kind)) {
    if (input !== null) report(view, at, 'input-needs-wire', { kind: kindParam(at.target.kind) });
    return;
  }
  const literal = literalOf(input);
  if (literal !== undefined) checkLiteral(view, at, literal);
}

function checkWire(view: FlowView, at: CheckedInput, from: string): void {
  const { checked, port, target, scope } = at;
  if (target.fieldOnly === true) return report(view, at, 'input-not-wirable', { from });
  const source = checkReference(view, { node: checked.id, port, scope }, from);
  if (source === undefined) return;
  const role = view.descriptors.get(source.owner.node.type)?.role;
  if (checked.descriptor.role === 'component' && role !== undefined && role !== 'component') {
    report(view, at, 'component-wired-to-step', { from });
    return;
  }
  if (source.owner.node.disabled === true && checked.node.disabled !== true && target.optional !== true) {
    report(view, at, 'source-disabled', { from, source: source.owner.id }, 'warning');
  }
  if (source.port === undefined) return;
  const fit = kindFits(source.port.kind, target.kind);
  if (fit.fit === 'refused') report(view, at, fit.reason, { ...fit.params, from });
}

function checkFile(view: FlowView, at: CheckedInput, file: string): void {
  if (at.target.fieldOnly === true && at.target.kind.kind !== 'file') {
    report(view, at, 'input-wrong-kind', { expected: kindParam(at.target.kind), found: 'file' });
    return;
  }
  const fit = kindFits({ kind: 'file' }, at.target.kind);
  if (fit.fit === 'refused') report(view, at, fit.reason, { ...fit.params });
  else if (view.context.files?.has(file) === false) report(view, at, 'file-unknown', { file }, 'warning');
}

function checkSetting(view: FlowView, at: CheckedInput, input: Input & { readonly setting: string }): void {
  const decides = (at.checked.descriptor.portsFrom ?? []).some((rule) => rule.input === at.port);
  if (decides) return report(view, at, 'input-decides-ports', { setting: input.setting });
  if (isComponentKind(at.target.kind) || at.target.wireOnly === true) {
    return report(view, at, 'input-needs-wire', { kind: kindParam(at.target.kind) });
  }
  if ('default' in input && input.default !== undefined) checkLiteral(view, { ...at, isWhole: false }, input.default);
}

/** The field of a secret holds its name, written `{secret}` or alone. */
function checkSecretPort(view: FlowView, at: CheckedInput, input: Input): void {
  if (input === null || input === '') return;
  const name = isObjectInput(input) && 'secret' in input ? input.secret : typeof input === 'string' ? input : undefined;
  if (name === undefined || !settingNameSchema.safeParse(name).success) {
    report(view, at, 'input-needs-secret', wireOf(input) === undefined ? {} : { from: wireOf(input) ?? '' });
  } else if (view.context.secrets?.has(name) === false) {
    report(view, at, 'secret-unknown', { secret: name }, 'warning');
  }
}

function report(
  view: FlowView,
  { checked, port }: CheckedInput,
  code: string,
  params: Issue['params'],
  severity: Issue['severity'] = 'error',
): void {
  view.report({ code, severity, params: { input: port, ...params }, node: checked.id, port });
}

/** A kind as a param of a message: without schemas, which may be large. */
function kindParam(kind: Kind): { kind: string } {
  return { kind: kind.kind };
}
