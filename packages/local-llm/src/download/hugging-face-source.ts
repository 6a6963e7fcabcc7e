import { Problem } from '@jacquard/flow';
import { factOf, type FetchableModel, type HubPlace } from '../fetchable-model.ts';
import type { Hub } from '../hub/hub.ts';
import { chooseQuantisation, groupQuantisations } from '../hub/quantisations.ts';
import type { LocatedFile, ModelSource } from './model-source.ts';

/**
 * The model's repository on Hugging Face, or on `HF_ENDPOINT`. Which files there are, their size and SHA-256 come from the
 * repository's own metadata; an endpoint without them must have the file that the catalog knows.
 */
export function huggingFaceSource(model: FetchableModel, place: HubPlace, hub: Hub): ModelSource {
  const explain = (answer: Response): Problem | undefined => hub.explain(place, answer);
  return {
    id: 'hugging-face',
    async locate(signal) {
      const listed = await hub.files(place, signal);
      const chosen = chooseQuantisation(groupQuantisations(listed ?? []), place);
      if (chosen) {
        return chosen.files.map(({ path, size, sha256 }): LocatedFile => {
          return { at: hub.place(place, path), expected: { size, sha256 }, explain };
        });
      }
      const expected = factOf(model);
      if (place.file === undefined || (listed && !expected)) {
        throw new Problem('model-source-absent', { reason: place.repository });
      }
      if (!expected) return hub.probe(place, place.file, signal);
      return [{ at: hub.place(place, place.file), expected, explain }];
    },
  };
}
