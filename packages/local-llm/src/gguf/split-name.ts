/** A file's name as one of several parts: `big-00002-of-00003.gguf`. */
export interface SplitName {
  readonly stem: string;
  readonly part: number;
  readonly parts: number;
}

const pattern = /^(.*)-(\d{1,6})-of-(\d{1,6})\.gguf$/i;

/** Reads the name of a part, as llama.cpp's `gguf-split` makes it; undefined for a file that is whole. */
export function readSplitName(name: string): SplitName | undefined {
  const [, stem, part, parts] = pattern.exec(name) ?? [];
  if (stem === undefined) return undefined;
  return { stem, part: Number(part), parts: Number(parts) };
}

/** The name of a part. */
export function splitName({ stem, part, parts }: SplitName): string {
  const padded = (value: number): string => String(value).padStart(5, '0');
  return `${stem}-${padded(part)}-of-${padded(parts)}.gguf`;
}

/** All parts of the model that a file is of, in order; a file that is whole is the only one. */
export function allParts(name: string): string[] {
  const split = readSplitName(name);
  if (!split || split.parts < 1 || split.parts > 1000) return [name];
  const width = /-(\d+)-of-\d+\.gguf$/i.exec(name)?.[1]?.length ?? 5;
  const ending = name.slice(-'.gguf'.length);
  const padded = (value: number): string => String(value).padStart(width, '0');
  return Array.from(
    { length: split.parts },
    (_, index) => `${split.stem}-${padded(index + 1)}-of-${padded(split.parts)}${ending}`,
  );
}
