import { canonicalJson, type FlowDocument, type JsonValue } from '@jacquard/flow';

/** Where something stands in the document: keys from the root. Lists are one place, whole. */
export type Path = readonly string[];

/** What a change did to one place. Undefined: there was nothing. `order`: the keys beside it, before. */
export interface Place {
  readonly path: Path;
  readonly before: unknown;
  readonly after: unknown;
  readonly order: readonly string[];
}

/** The keys of one record whose order a change has changed. */
interface Reordering {
  readonly path: Path;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** All that a change did. */
export interface Difference {
  readonly places: readonly Place[];
  readonly reorderings: readonly Reordering[];
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

/** What differs between two documents, as deep as the difference goes. Equal objects are not looked into. */
export function findDifference(before: FlowDocument, after: FlowDocument): Difference {
  const found = { places: [], reorderings: [] };
  compare(before, after, [], found);
  return found;
}

function compare(
  before: unknown,
  after: unknown,
  path: Path,
  found: { readonly places: Place[]; readonly reorderings: Reordering[] },
): void {
  if (before === after) return;
  if (!isTree(before) || !isTree(after)) {
    // To the byte: keys that changed their order inside a list are a difference, too.
    if (JSON.stringify(before) !== JSON.stringify(after)) found.places.push({ path, before, after, order: [] });
    return;
  }
  const order = Object.keys(before);
  const added = Object.keys(after).filter((key) => !Object.hasOwn(before, key));
  if (!hasOrder(order, Object.keys(after))) {
    found.reorderings.push({ path, before: order, after: Object.keys(after) });
  }
  for (const key of [...order, ...added]) {
    const inBefore = Object.hasOwn(before, key);
    const inAfter = Object.hasOwn(after, key);
    if (inBefore && inAfter) compare(before[key], after[key], [...path, key], found);
    else
      found.places.push({
        path: [...path, key],
        before: inBefore ? before[key] : undefined,
        after: inAfter ? after[key] : undefined,
        order: inBefore ? order : Object.keys(after),
      });
  }
}

/** True when the keys that both have stand in the same order. */
function hasOrder(before: readonly string[], after: readonly string[]): boolean {
  const [inBefore, inAfter] = [new Set(before), new Set(after)];
  const kept = before.filter((key) => inAfter.has(key));
  return after.filter((key) => inBefore.has(key)).every((key, index) => key === kept[index]);
}

/** Whether two places hold the same; undefined is nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  return canonicalJson(one as JsonValue) === canonicalJson(other as JsonValue); // boundary: places of documents hold JSON
}

/** The characters that a difference holds on to, roughly: what stood at its places, before and after. */
export function sizeOfDifference({ places, reorderings }: Difference): number {
  const inPlaces = places.reduce((sum, { before, after }) => sum + sizeOf(before) + sizeOf(after), 0);
  return reorderings.reduce((sum, { before, after }) => sum + 20 * (before.length + after.length), inPlaces);
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  return Object.entries(value).reduce((sum, [key, inner]) => sum + key.length + sizeOf(inner), 16);
}

/** The document with the keys of one record in this order; keys that aren't named stay where they are. */
export function withOrderAt(root: FlowDocument, path: Path, order: readonly string[]): FlowDocument {
  const tree = valueAt(root, path);
  if (!isTree(tree)) return root;
  const named = order.filter((key) => Object.hasOwn(tree, key));
  const isNamed = new Set(named);
  const current = Object.keys(tree);
  const keys = current.map((key) => (isNamed.has(key) ? (named.shift() ?? key) : key));
  if (keys.every((key, index) => key === current[index])) return root;
  return withValueAt(root, path, Object.fromEntries(keys.map((key) => [key, tree[key]])), []);
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
