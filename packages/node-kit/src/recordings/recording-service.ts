import type { Recording } from './recording.ts';

/** Recordings of models' answers by name: files beside the flows of a project folder, else in the home. A name chooses no path. */
export interface RecordingService {
  /**
   * What is recorded under a name; empty where nothing is yet. Throws `recording-name-unusable`, `recording-broken` (with the line),
   * `recording-too-large`.
   */
  open(name: string, signal?: AbortSignal): Promise<Recording>;
  /** SHA-256 of the recording; undefined where there is none. For reuse keys. */
  identify(name: string): Promise<string | undefined>;
}
