import { MainDialog } from '../../dialogs/main-dialog';
import { RecentAnswers } from '../../dialogs/recent-answers';
import type { NoticeVersion } from '../../src/notice/notice';
import { realDesk } from '../replies/real-desk';
import { realNotice } from '../search/real-content';
import { ManualClock } from '../support/manual-clock';
import { talkTo } from '../support/talk-to';
import { testRights } from '../support/test-rights';

const desk = realDesk();
const HOW_LONG_CALLS = 'How long do you keep my phone calls?';
const SIX_MONTHS = /recordings of telephone calls for 6 months/;
const APPLICATIONS = /You mean: “How long do you keep applications\?”[^]*6 years following acceptance/;
const INSTEAD = /Did you mean one of these/;

/** A conversation by words alone, about the notice that a test may change. */
function conversation() {
  const clock = new ManualClock();
  const inForce = { notice: realNotice() };
  const user = talkTo((state) => {
    const recent = new RecentAnswers(state.createProperty('recent'), clock);
    const contextNow = () => ({ ...inForce });
    const rights = testRights({ desk, contextNow, clock }).conversation;
    return new MainDialog({ desk, contextNow, recent, rights, now: () => clock.now() });
  }, desk);
  const say = async (text: string): Promise<string> => (await user.say(text)).join('\n');
  return { say, choices: () => user.choices(), clock, inForce };
}

/** The same notice as a later version, perhaps without some of its sections. */
function laterNotice(...without: readonly string[]): NoticeVersion {
  const notice = realNotice();
  const version = '2030-01';
  const kept = notice.sections.filter(({ id }) => !without.includes(id));
  const sections = kept.map((section) => {
    return { ...section, passages: section.passages.map((passage) => ({ ...passage, version })) };
  });
  return { ...notice, version, sections };
}

describe('a question that leans on the answer before it', () => {
  it('is told whole before it is answered', async () => {
    const { say } = conversation();
    await say('do you record phone calls');

    expect(await say('how long?')).toMatch(/^You mean: “How long do you keep recordings of my calls[^]*6 months/);
  });

  it('asks the same of one subject after the other', async () => {
    const { say } = conversation();
    await say(HOW_LONG_CALLS);

    expect(await say('and care plans?')).toMatch(/permanently/);
    expect(await say('and applications?')).toMatch(APPLICATIONS);
  });

  it('leans on what was chosen in "did you mean", too', async () => {
    const { say } = conversation();
    await say(HOW_LONG_CALLS);
    await say('not what I asked');
    await say('1');

    expect(await say('and applications?')).toMatch(APPLICATIONS);
    await say('wrong');
    expect(await say('None of these')).toMatch(/talk to a person/);
    expect(await say('and applications?')).not.toMatch(APPLICATIONS);
  });

  it('leans on nothing after something else was wanted', async () => {
    const { say } = conversation();
    await say(HOW_LONG_CALLS);

    expect(await say('something else')).toMatch(/What would you like to know/);
    expect(await say('why')).toMatch(/I did not follow that/);
  });

  it('leans on nothing after another question, which had no answer', async () => {
    const { say } = conversation();
    await say(HOW_LONG_CALLS);
    await say('how many people work there');

    expect(await say('why')).toMatch(/I did not follow that/);
  });

  it('is still followed after thanks, and after words of danger', async () => {
    const { say } = conversation();
    await say('do you record phone calls');

    expect(await say('thanks')).toMatch(/You are welcome/);
    expect(await say('I can smell gas')).toMatch(/0800 111 999/);
    expect(await say('how long')).toMatch(SIX_MONTHS);
  });

  it('is forgotten after half an hour of silence, and not before', async () => {
    const { say, clock } = conversation();
    await say(HOW_LONG_CALLS);
    clock.advance({ minutes: 30 });
    await say('thanks');
    clock.advance({ minutes: 30 });
    expect(await say('say that again')).toMatch(SIX_MONTHS);

    clock.advance({ minutes: 30, seconds: 1 });

    expect(await say('say that again')).toMatch(/no answer yet/);
  });
});

describe('a remark on the last answer', () => {
  it.each(["no, that's not it", 'wrong', 'not what I asked', 'none of these'])(
    'offers what else may have been meant after "%s"',
    async (remark) => {
      const { say, choices } = conversation();
      await say(HOW_LONG_CALLS);
      const offered = choices();

      expect(await say(remark)).toMatch(INSTEAD);
      expect(choices()).toEqual([...offered, 'None of these']);
      expect(await say('1')).toMatch(/^The notice says/);
    },
  );

  it('offers each meaning once, and then a person and other words', async () => {
    const { say, choices } = conversation();
    await say(HOW_LONG_CALLS);
    await say('wrong');
    await say('None of these');

    expect(await say('wrong')).not.toMatch(INSTEAD);
    expect(choices()).toContain('Talk to a person');
  });

  it('asks what to do with a request that was not meant', async () => {
    const { say, choices } = conversation();
    await say('please delete my information');

    expect(await say('not what I meant')).toMatch(/What should we do with your request/);
    expect(choices()).toContain('Withdraw my request');
  });

  it('offers passages instead of an answer that there was not', async () => {
    const { say } = conversation();
    await say('who is the manager of your data team');
    expect(await say('wrong')).toMatch(INSTEAD);
  });

  it.each(['repeat that', 'say that again please', 'where does it say that', 'why do you say that'])(
    'shows the answer with its source again after "%s"',
    async (remark) => {
      const { say } = conversation();
      const answer = await say(HOW_LONG_CALLS);

      expect(await say(remark)).toBe(answer);
    },
  );

  it('asks the question of a form again', async () => {
    const { say } = conversation();
    const question = (await say('please delete my information')).slice(-40);

    expect(await say('repeat that')).toContain(question);
  });

  it.each(['say that more simply', "I don't understand", 'in plain english', 'what does that mean', 'too long'])(
    'tells in an editor’s words what the section says after "%s", and that they are not those of the notice',
    async (remark) => {
      const { say } = conversation();
      await say(HOW_LONG_CALLS);

      const summary = await say(remark);

      expect(summary).toMatch(/^“How long do we keep your information\?” in short:/);
      expect(summary).toMatch(/We usually keep recordings of calls for 6 months\./);
      expect(summary).toMatch(/our own words[^]*https:\/\/privacy\.example\.org\/notice\/2023-09#how-long\b/);
    },
  );

  it('tells why the question of a form is asked', async () => {
    const { say } = conversation();
    await say('please delete my information');

    expect(await say('in plain english')).toMatch(/We take extra care when you act for somebody else/);
  });

  it('goes on with the answer after the summary of it', async () => {
    const { say } = conversation();
    await say('do you record phone calls');
    await say('in plain english');

    expect(await say('how long')).toMatch(SIX_MONTHS);
  });

  it.each([
    ['say that more simply', /After an answer from the notice/],
    ['repeat that', /no answer yet/],
    ['wrong', /other words, or talk to a person/],
    ['something else', /What would you like to know/],
  ])('says what can be done when there is no answer: "%s"', async (remark, reply) => {
    expect(await conversation().say(remark)).toMatch(reply);
  });

  it('never explains a version of the notice by the summary of another', async () => {
    const { say, inForce } = conversation();
    await say(HOW_LONG_CALLS);
    inForce.notice = laterNotice();

    const summary = await say('in plain english');

    expect(summary).toMatch(/^I have no short version of “How long do we keep your information\?”/);
    expect(summary).toContain('https://privacy.example.org/notice/2030-01#how-long');
  });

  it('knows nothing any more of what a new notice does not have', async () => {
    const { say, inForce } = conversation();
    await say(HOW_LONG_CALLS);
    inForce.notice = laterNotice('how-long');

    expect(await say('repeat that')).toMatch(/no answer yet/);
    expect(await say('wrong')).not.toMatch(INSTEAD);
  });
});
