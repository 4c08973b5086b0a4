import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { Dialog } from 'botbuilder-dialogs';

import { MainDialog } from '../../dialogs/main-dialog';
import { RecentAnswers } from '../../dialogs/recent-answers';
import type { Passage } from '../../src/notice/notice';
import type { Understanding } from '../../src/search/understanding';
import { systemClock } from '../../src/shared/clock';
import { realDesk } from '../replies/real-desk';
import { realNotice } from '../search/real-content';
import { testRights } from './test-rights';

export const CALLS = 'how-long/recordings-of-telephone-calls-for-6';
export const CHATS = 'how-long/chatbot-and-virtual-agent-interactions-for';
export const CCTV = 'cctv-and-photographs/some-of-our-locations-and-offices';

/** What is asked, by what it is taken for. */
export const ASKED = {
  answer: 'how long are calls kept',
  silent: 'how many days do you have',
  offTopic: 'when will my boiler be fixed',
  unclear: 'what do you record',
  followUp: 'and chats?',
  whole: 'How long do you keep chats?',
  personal: 'my boiler is broken, call 07700 900123 or mail jo.bloggs@example.org',
} as const;

/** Words that are taken for the same whatever training makes of them. All else is understood as it is. */
function script(passageOf: (id: string) => Passage): Readonly<Record<string, Understanding>> {
  const ranked = (...ids: readonly string[]) => ids.map((id) => ({ passage: passageOf(id), score: 1 }));
  return {
    [ASKED.answer]: { kind: 'answer', passages: ranked(CALLS, CHATS), confidence: 1 },
    [ASKED.followUp]: { kind: 'answer', passages: ranked(CHATS), completed: ASKED.whole, confidence: 1 },
    [ASKED.silent]: { kind: 'decline', why: 'not_in_notice', nearest: ranked(CCTV, CALLS), confidence: 1 },
    [ASKED.offTopic]: { kind: 'decline', why: 'off_topic', nearest: [], confidence: 1 },
    [ASKED.personal]: { kind: 'decline', why: 'off_topic', nearest: [], confidence: 1 },
    [ASKED.unclear]: {
      kind: 'clarify',
      options: ranked(CALLS, CCTV).map((one) => ({ kind: 'passage', ...one })),
      confidence: 0.4,
    },
  };
}

/** The conversation of the real desk, with replies of the real content. */
export function scriptedConversation(): Dialog {
  const notice = realNotice();
  const desk = realDesk();
  const passages = notice.sections.flatMap((section) => section.passages);
  const understood = script((id) => {
    const passage = passages.find((one) => one.id === id);
    if (!passage) throw new Error(`the notice has no passage ${id}`);
    return passage;
  });
  const understand: typeof desk.understand = (text, context) =>
    Promise.resolve(understood[text] ?? desk.understand(text, context));
  const recent = new RecentAnswers(inMemory(), systemClock);
  const contextNow = () => ({ notice });
  const scripted = { ...desk, understand };
  const rights = testRights({ desk: scripted, contextNow, clock: systemClock }).conversation;
  return new MainDialog({ desk: scripted, contextNow, recent, rights, now: () => systemClock.now() });
}

/** What is remembered of each conversation, as long as this process runs. */
function inMemory<T>(): StatePropertyAccessor<T> {
  const kept = new Map<string, T>();
  const keyOf = ({ activity }: TurnContext): string => activity.conversation.id;
  return {
    get: (context: TurnContext) => Promise.resolve(kept.get(keyOf(context)) as T),
    set: (context, value) => Promise.resolve(void kept.set(keyOf(context), value)),
    delete: (context) => Promise.resolve(void kept.delete(keyOf(context))),
  };
}
