import { isMailed, type Case, type CaseEvent, type PassedOver, type ToDo } from './case';
import { CASE_LIMITS, isFull } from './case-limits';
import type { Change } from './cases';
import type { Closure } from './closure';

/** Fields told: given for the first time, or put right. What is told again changes nothing. */
export function told(values: Readonly<Record<string, string>>): Change {
  return (before, at) => {
    const news = Object.entries(values).filter(([field, value]) => before.facts[field]?.value !== value);
    if (news.length === 0 || isFull(before)) return before;
    const fields = news.map(([field]) => field);
    return followedUp(before, at, {
      ...before,
      facts: { ...before.facts, ...Object.fromEntries(news.map(([field, value]) => [field, { value, at }])) },
      passedOver: without(before.passedOver, fields),
      timeline: [...before.timeline, ...fields.map((about): CaseEvent => ({ what: 'told', at, about }))],
    });
  };
}

/** Answers taken back: on a page, where people can empty a field again. What was not told changes nothing. */
export function untold(fields: readonly string[]): Change {
  return (before, at) => {
    const gone = fields.filter((field) => field in before.facts);
    if (gone.length === 0 || isFull(before)) return before;
    return followedUp(before, at, {
      ...before,
      facts: without(before.facts, gone),
      timeline: [...before.timeline, ...gone.map((about): CaseEvent => ({ what: 'untold', at, about }))],
    });
  };
}

export function passedOver(field: string, how: PassedOver): Change {
  return (before, at) => {
    if (before.passedOver[field] === how || isFull(before)) return before;
    return {
      ...before,
      passedOver: { ...before.passedOver, [field]: how },
      timeline: [...before.timeline, { what: 'passed_over', at, about: field }],
    };
  };
}

/** Forgets what was told and passed over, as for a form that is begun again; the words of the request stay. */
export const begunAgain: Change = (before, at) => {
  if (isFull(before)) return before;
  return { ...before, facts: {}, passedOver: {}, timeline: [...before.timeline, { what: 'begun_again', at }] };
};

/** What the last message in the chat did is not the last any more: something was put right elsewhere. */
export const forgottenStep: Change = ({ ...before }) => {
  delete before.lastStep;
  return before;
};

/**
 * Something more about the matter, in the person's words; whoever was told of the case is told of it. What was just said is
 * not said again, and a case that holds as much as it may stays as it is: see `hasSaid`.
 */
export function said(text: string, key: string): Change {
  return (before, at) => {
    const isKnown = before.words.some((statement) => statement.key === key) || before.words.at(-1)?.text === text;
    if (isKnown || before.words.length >= CASE_LIMITS.statements) return before;
    return {
      ...before,
      words: [...before.words, { text, at, key }],
      timeline: [...before.timeline, { what: 'said', at }],
      ...(isKnownToTeam(before) && {
        toDo: [...before.toDo, { what: 'tell_addition', at, about: `words ${before.words.length}` }],
      }),
    };
  };
}

/** Whether these words stand in a case. */
export const hasSaid = ({ words }: Case, text: string): boolean => words.some((statement) => statement.text === text);

/** The form is complete: the team is to be told now. What was withdrawn meanwhile stays so. */
export function sent(extra: readonly ToDo['what'][], contactKey: string | undefined): Change {
  return (before, at) => {
    if (before.state.name !== 'incomplete') return before;
    // Linked first: who is told hears of the earlier case, too.
    const toDo: readonly ToDo[] = (['link', 'tell_team', ...extra] as const).map((what) => ({ what, at }));
    return {
      ...before,
      state: { name: 'sent', at },
      ...(contactKey !== undefined && { contactKey }),
      timeline: [...before.timeline, { what: 'sent', at }],
      toDo,
    };
  };
}

/** A short record stays that it was asked for and taken back; the team is told. */
export const withdrawn: Change = (before, at) => {
  if (before.state.name === 'withdrawn') return before;
  return {
    ...before,
    state: { name: 'withdrawn', at },
    timeline: [...before.timeline, { what: 'withdrawn', at }],
    toDo: [
      { what: 'tell_team', at },
      { what: 'lift', at },
    ],
  };
};

/** Staff have ended it. The first ending counts, and only what is known of it later is added: see `contested`. */
export function closed(closure: Omit<Closure, 'at'>): Change {
  return (before, at) => {
    if (before.closure) return before;
    return { ...before, closure: { ...closure, at }, timeline: [...before.timeline, { what: 'closed', at }] };
  };
}

/** A closed case is complained about or taken to court: it is kept for longer. */
export function contested(how: NonNullable<Closure['contested']>): Change {
  return (before, at) => {
    if (!before.closure || before.closure.contested === how) return before;
    const closure = { ...before.closure, contested: how };
    return { ...before, closure, timeline: [...before.timeline, { what: 'contested', at }] };
  };
}

/** The chats that were to be erased are gone. */
export const chatsErased: Change = (before, at) => {
  if (before.closure?.chats !== 'to_erase') return before;
  const closure = { ...before.closure, chats: 'done' } as const;
  return { ...before, closure, timeline: [...before.timeline, { what: 'erased', at }] };
};

/** One thing that was to be done is done. */
export function done({ what, at: due, about: which }: ToDo): Change {
  return (before, at) => {
    const toDo = before.toDo.filter((item) => item.what !== what || item.at !== due || item.about !== which);
    if (toDo.length === before.toDo.length) return before;
    return { ...before, toDo, timeline: [...before.timeline, { what: 'done', at, about: what }] };
  };
}

/** An earlier case of the same contact about the same matter was found. */
export function repeating(reference: string): Change {
  return (before) => (before.repeats === reference ? before : { ...before, repeats: reference });
}

/** What a form that was left holds reaches the team a day later; until then they hear of it all at once. */
const isKnownToTeam = ({ state, toDo }: Case): boolean =>
  state.name !== 'incomplete' || !toDo.some(({ what }) => what === 'tell_team');

const FACTS: Pick<ToDo, 'what' | 'about'> = { what: 'tell_addition', about: 'facts' };

/**
 * After facts of a case that was sent were put right: the team hears of it, once for all that one message puts right,
 * and an address that is mailed from now on gets the acknowledgement.
 */
function followedUp(before: Case, at: string, after: Case): Case {
  if (before.state.name !== 'sent') return after;
  const isTold = before.toDo.some((item) => item.what === FACTS.what && item.at === at);
  const isNewlyMailed =
    isMailed(after) && !(isMailed(before) && after.facts.email?.value === before.facts.email?.value);
  const toDo: readonly ToDo[] = [
    ...(isTold ? [] : [{ ...FACTS, at }]),
    ...(isNewlyMailed ? [{ what: 'acknowledge', at, about: 'address' } as const] : []),
  ];
  return { ...after, toDo: [...after.toDo, ...toDo] };
}

function without<T>(record: Readonly<Record<string, T>>, fields: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));
}
