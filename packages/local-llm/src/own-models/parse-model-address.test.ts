import { expect, test } from 'vitest';
import { modelAddressText, parseModelAddress } from './parse-model-address.ts';

const hub = (place: object): object => ({ kind: 'hub', place });

test('models are named by repository, quantisation, file, page or address', () => {
  const repository = 'Qwen/Qwen3-4B-GGUF';
  const names: Record<string, object> = {
    'hf:Qwen/Qwen3-4B-GGUF': hub({ repository }),
    ' hf:Qwen/Qwen3-4B-GGUF:Q4_K_M ': hub({ repository, quantisation: 'Q4_K_M' }),
    'hf:Qwen/Qwen3-4B-GGUF/sub/a-Q8_0.gguf': hub({ repository, file: 'sub/a-Q8_0.gguf' }),
    'hf.co/Qwen/Qwen3-4B-GGUF:Q8_0': hub({ repository, quantisation: 'Q8_0' }),
    'Qwen/Qwen3-4B-GGUF': hub({ repository }),
    'https://huggingface.co/Qwen/Qwen3-4B-GGUF': hub({ repository }),
    'https://huggingface.co/Qwen/Qwen3-4B-GGUF/tree/main': hub({ repository }),
    'https://huggingface.co/Qwen/Qwen3-4B-GGUF/blob/main/a.gguf?x=1': hub({ repository, file: 'a.gguf' }),
    'https://huggingface.co/Qwen/Qwen3-4B-GGUF/resolve/v2/a.gguf': hub({ repository, file: 'a.gguf', revision: 'v2' }),
    'https://example.org/a.gguf?token=1': { kind: 'address', url: 'https://example.org/a.gguf?token=1' },
  };
  for (const [name, address] of Object.entries(names)) expect([name, parseModelAddress(name)]).toEqual([name, address]);
});

test('a file of the machine is one only for who may name files', () => {
  for (const path of ['/etc/passwd', './a.gguf', '../a.gguf', 'a.gguf']) {
    expect(parseModelAddress(path, { mayBeFile: true })).toEqual({ kind: 'file', path });
    expect(() => parseModelAddress(path)).toThrow('model-address-unclear');
  }
});

test('what names no model is refused', () => {
  for (const text of ['', 'qwen', 'hf:', 'hf:one', 'hf:a/../b', 'ftp://x/a.gguf', 'file:///etc/passwd', 'hf:a/b c']) {
    expect(() => parseModelAddress(text, { mayBeFile: false })).toThrow('model-address-unclear');
  }
});

test('an address written out can be given again', () => {
  for (const text of ['hf:a/b', 'hf:a/b:Q8_0', 'hf:a/b/c/d.gguf', 'https://example.org/a.gguf']) {
    expect(modelAddressText(parseModelAddress(text))).toBe(text);
  }
});
