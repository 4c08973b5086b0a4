/** What the notice says about one matter, and how people ask about it. */
export interface Topic {
  /** Never changes: "how-long-calls". */
  readonly id: string;
  /** In tenants' words, short enough for a button: "How long recordings of calls are kept". */
  readonly title: string;
  /** The answer in one plain sentence, to stand before the quote: "The notice says 6 months." */
  readonly says?: string | undefined;
  /** What it is about, to be put into a question: "recordings of calls". */
  readonly about?: string | undefined;
  /** Details that people ask for and the notice does not tell, by their ids in details.yaml: "which-company". */
  readonly notTold?: readonly string[] | undefined;
  /** Ids of passages of the notice in force, the best first; each of the others alone would do too. */
  readonly passages: readonly string[];
}

/**
 * What a message can mean: a topic of the notice, something to be done, small talk, or one of the two kinds of matters
 * that the notice does not answer. `topic:how-long-calls`, `flow:access`, `smalltalk`, `off_topic`, `not_in_notice`.
 */
export type Meaning = `topic:${string}` | `flow:${string}` | 'smalltalk' | 'off_topic' | 'not_in_notice';

/** One way that somebody asked. */
export interface Phrasing {
  readonly text: string;
  readonly meaning: Meaning;
  /** Who wrote it, as the name of a batch. Whole batches are left out to see how well other people are understood. */
  readonly batch: string;
}

/** All questions of the content folder. */
export interface QuestionContent {
  readonly topics: readonly Topic[];
  readonly phrasings: readonly Phrasing[];
}
