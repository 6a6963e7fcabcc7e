/** How a token is drawn from what a model gives. */
export interface DrawingSettings {
  /** 0: always the likeliest. */
  readonly temperature: number;
  /** Drawn is from so many of the likeliest tokens; 0: from all. */
  readonly topK: number;
  /** Drawn is from the likeliest tokens whose probabilities come to this; 1: from all. */
  readonly topP: number;
  /** Drawn is from tokens at least so likely beside the likeliest; 0: from all. */
  readonly minP: number;
}
