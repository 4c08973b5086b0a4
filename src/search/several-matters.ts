import { pointsBack } from './asks-or-wants';
import type { Understanding } from './understanding';

/** A part of a message that asks or wants, and how it is understood by itself. */
export interface Part {
  readonly text: string;
  readonly understanding: Understanding;
}

/** At most so many matters of one message are dealt with. */
const MOST = 3;

/**
 * How sure a part has to be understood to be a matter of its own. An answer or a request soon is, since it also has to
 * lead somewhere else than the others; that we cannot help with a part is only said when it is plain.
 */
const SURE_FROM = { answer: 0.4, flow: 0.4, clarify: 0.6, off_topic: 0.6, not_in_notice: 0.8 } as const;

/**
 * The matters of a message that holds several, in its order, but what we have to ask back last; undefined where it is
 * rather one matter with what led up to it. One of them at least is answered or done.
 */
export function severalMatters(parts: readonly Part[]): Understanding | undefined {
  const matters = new Map<string, Understanding>();
  for (const { understanding } of parts.filter(isMatter)) {
    const goal = leadsTo(understanding);
    if (!matters.has(goal)) matters.set(goal, understanding);
  }
  const found = [...matters.values()].slice(0, MOST);
  const [first, ...helped] = found.filter(isHelped);
  if (found.length < 2 || !first) return undefined;
  const others = (kind: Understanding['kind']) => found.filter((matter) => matter.kind === kind);
  return { ...first, also: [...helped, ...others('decline'), ...others('clarify')] };
}

const isHelped = ({ kind }: Understanding): boolean => kind === 'answer' || kind === 'flow';

/** A part that points back says nothing for certain by itself: "who can read it" is answered only if that is sure. */
function isMatter({ text, understanding }: Part): boolean {
  const { kind, confidence } = understanding;
  switch (kind) {
    case 'answer':
    case 'flow':
      return confidence >= SURE_FROM[kind];
    case 'clarify':
      return confidence >= SURE_FROM.clarify && !pointsBack(text);
    case 'decline':
      return confidence >= SURE_FROM[understanding.why] && !pointsBack(text);
    case 'smalltalk':
    case 'summary':
    case 'urgent':
      return false;
  }
}

/** The same for parts that would be dealt with in the same way. */
function leadsTo(understanding: Understanding): string {
  switch (understanding.kind) {
    case 'answer':
      return understanding.passages[0]?.passage.id ?? '';
    case 'flow':
      return understanding.flow;
    case 'decline':
      return understanding.why;
    case 'clarify':
    case 'smalltalk':
    case 'summary':
    case 'urgent':
      return understanding.kind;
  }
}
