/** A published text of the privacy notice. Once published it never changes: a change is a new version. */
export interface NoticeVersion {
  /** For example "2023-09". */
  readonly version: string;
  /** As a reader would say it: "September 2023". */
  readonly publishedAs: string;
  /** The first day on which it applies, as YYYY-MM-DD in Europe/London. */
  readonly inForceFrom: string;
  readonly title: string;
  readonly sections: readonly NoticeSection[];
}

export interface NoticeSection {
  /** Never changes, also where the title does: "how-long". */
  readonly id: string;
  readonly title: string;
  readonly passages: readonly Passage[];
}

/** The unit of answering: a paragraph, an address or one item of a list, in the notice's own words. */
export interface Passage {
  /** `section/first-words`, for example "how-long/recordings-of-telephone-calls-for-6". */
  readonly id: string;
  /** The part of the page address after #, unique in the version. */
  readonly anchor: string;
  readonly version: string;
  readonly sectionId: string;
  readonly sectionTitle: string;
  readonly form: 'paragraph' | 'bullet' | 'numbered';
  /** Word for word. Lines of an address are parted by line breaks. */
  readonly text: string;
  /** The paragraph that a list item or address completes, for example "We will usually keep:". */
  readonly leadIn?: string;
  /** Whether other items stand between the lead-in and this one, so that a quote of both has a cut. */
  readonly cut: boolean;
}

/** All versions that were ever published, oldest first. */
export interface Notice {
  readonly versions: readonly NoticeVersion[];
}
