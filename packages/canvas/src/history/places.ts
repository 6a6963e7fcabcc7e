import type { FlowDocument } from '@jacquard/flow';

/** Where something stands in the document: keys from the root. Lists are one place, whole. */
export type Path = readonly string[];

/** What a change did to one place. Undefined: there was nothing. `order`: the keys beside it, before. */
export interface Place {
  readonly path: Path;
  readonly before: unknown;
  readonly after: unknown;
  readonly order: readonly string[];
}

type Tree = Readonly<Record<string, unknown>>;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a place, of own keys only. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) {
    if (!isTree(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** The places in which two documents differ, as deep as the difference goes. Equal objects are not looked into. */
export function differingPlaces(before: FlowDocument, after: FlowDocument): readonly Place[] {
  const places: Place[] = [];
  compare(before, after, [], places);
  return places;
}

function compare(before: unknown, after: unknown, path: Path, places: Place[]): void {
  if (before === after) return;
  if (!isTree(before) || !isTree(after)) {
    places.push({ path, before, after, order: [] });
    return;
  }
  const order = Object.keys(before);
  const added = Object.keys(after).filter((key) => !Object.hasOwn(before, key));
  for (const key of [...order, ...added]) {
    const inBefore = Object.hasOwn(before, key);
    const inAfter = Object.hasOwn(after, key);
    if (inBefore && inAfter) compare(before[key], after[key], [...path, key], places);
    else
      places.push({
        path: [...path, key],
        before: before[key],
        after: after[key],
        order: inBefore ? order : Object.keys(after),
      });
  }
}

/** The document with a value at a place; undefined takes it away. A key that comes back stands where it stood. */
export function withValueAt(root: FlowDocument, path: Path, value: unknown, order: readonly string[]): FlowDocument {
  return set(root, path, value, order) as FlowDocument; // boundary: only places of documents are set back
}

function set(tree: unknown, [key, ...rest]: Path, value: unknown, order: readonly string[]): unknown {
  if (key === undefined) return value;
  if (!isTree(tree)) return tree;
  if (rest.length > 0) {
    if (!Object.hasOwn(tree, key)) return tree;
    return { ...tree, [key]: set(tree[key], rest, value, order) };
  }
  if (value === undefined) return Object.fromEntries(Object.entries(tree).filter(([name]) => name !== key));
  if (Object.hasOwn(tree, key)) return { ...tree, [key]: value };
  return inserted(tree, key, value, order);
}

function inserted(tree: Tree, key: string, value: unknown, order: readonly string[]): Tree {
  const before = new Set(order.slice(0, order.indexOf(key)));
  const entries = Object.entries(tree);
  let at = 0;
  entries.forEach(([name], index) => {
    if (before.has(name)) at = index + 1;
  });
  return Object.fromEntries([...entries.slice(0, at), [key, value], ...entries.slice(at)]);
}
