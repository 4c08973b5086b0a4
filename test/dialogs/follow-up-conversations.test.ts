import type { Desk } from '../../src/replies/create-desk';
import { judge, type Verdict } from '../../src/search/judge-understanding';
import { loadLearnt } from '../../src/search/load-learnt';
import { recentAnswer } from '../../src/search/recent-answer';
import type { RecentAnswer } from '../../src/search/understanding';
import type { Learnt } from '../../src/search/create-understand';
import { realDesk } from '../replies/real-desk';
import { CONTENT_DIR, MODEL_DIR, realNotice } from '../search/real-content';
import { FOLLOW_UPS, NEW_SUBJECTS, type FollowUpConversation } from './follow-up-conversations';

const notice = realNotice();
let learnt: Learnt;
let desk: Desk;

beforeAll(async () => {
  learnt = await loadLearnt({ contentDir: CONTENT_DIR, modelDir: MODEL_DIR, encoder: 'on' });
  desk = realDesk(learnt);
});
afterAll(() => learnt.vectors?.encoder.close());

/** What can be leant on after these messages. */
async function after(messages: readonly string[]): Promise<RecentAnswer | undefined> {
  let recent: RecentAnswer | undefined;
  for (const message of messages) recent = recentAnswer(await desk.understand(message, { notice, recent }), recent);
  return recent;
}

async function verdictOn([before, message, topic]: FollowUpConversation): Promise<Verdict> {
  const wanted = learnt.words.topics.find(({ id }) => id === topic)?.passages[0] ?? '';
  return judge(await desk.understand(message, { notice, recent: await after(before) }), [wanted]);
}

/** The last messages of which this is the verdict. */
async function messagesThatAre(verdicts: readonly Verdict[], conversations: readonly FollowUpConversation[]) {
  const judged = await Promise.all(conversations.map(async (one) => ({ one, verdict: await verdictOn(one) })));
  return judged
    .filter(({ verdict }) => verdicts.includes(verdict))
    .map(({ one: [before, message] }) => [...before, message]);
}

describe('conversations in which one question leads to the next', () => {
  it('are answered rightly where a message leans on the answer before it, as a rule', async () => {
    const notRight = await messagesThatAre(['one tap away', 'wrong', 'declined wrongly'], FOLLOW_UPS);
    const notThere = await messagesThatAre(['wrong', 'declined wrongly'], FOLLOW_UPS);

    expect(notThere.length <= 3 ? [] : notThere).toEqual([]);
    expect(notRight.length <= 11 ? [] : notRight).toEqual([]);
  });

  it('are not led astray by the answer before where a message has a subject of its own', async () => {
    expect(await messagesThatAre(['wrong', 'declined wrongly'], NEW_SUBJECTS)).toEqual([]);

    for (const [before, message] of NEW_SUBJECTS) {
      const alone = await desk.understand(message, { notice });
      const understood = await desk.understand(message, { notice, recent: await after(before) });
      expect({ ...understood, aspect: undefined }).toEqual({ ...alone, aspect: undefined });
    }
  });
});
