import { told } from '../../src/rights/case-changes';
import { CASE_LIMITS } from '../../src/rights/case-limits';
import { Cases } from '../../src/rights/cases';
import { formTalk } from '../support/form-talk';

const COPY = 'I want a copy of my file';

describe('words of danger in the middle of a form', () => {
  it('(58, 59) bring help first, say that the request is safe, and ask again without haste', async () => {
    const talk = formTalk();
    const said = await talk.sayAll(COPY, 'me', 'my husband hits me');

    expect(said).toMatch(
      /^Afraid of someone[^]*0808 2000 247[^]*Your request is already recorded[^]*There is no hurry\. You can answer this later\.\s+Question 2 of 8/,
    );
    expect(talk.asked()).toBe('which');
    await talk.say('carry on');
    expect(talk.asked()).toBe('which');
    await talk.say('everything');
    expect(await talk.facts()).toEqual({ subject: 'me', which: 'everything' });
  });

  it('are no answer to what is asked, and raise nothing beside it', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'me', 'I want to die');

    expect(await talk.facts()).toEqual({ subject: 'me' });
    expect(await talk.cases()).toHaveLength(1);
  });

  it('bring help before the summary, too, which then stands below it', async () => {
    const talk = formTalk();
    const said = await talk.sayAll(COPY, 'send', 'I will collect it', 'send', 'my husband hits me');

    expect(said).toMatch(/^Afraid of someone[^]*There is no hurry[^]*Check your answers/);
    expect(await talk.say('send')).toMatch(/^We have your request/);
  });

  it('(59) come first also in the message that makes the request, which is recorded', async () => {
    const talk = formTalk();
    const said = await talk.say('delete all my data, I want to die');

    expect(said).toMatch(/116 123[^]*Your request is already recorded[^]*There is no hurry[^]*Question 1 of 9/);
    expect(await talk.cases()).toMatchObject([
      { matter: 'erasure', words: [{ text: 'delete all my data, I want to die' }] },
    ]);
    expect(talk.asked()).toBe('subject');
  });

  it('bring help once more when the turn is run again after a crash', async () => {
    const talk = formTalk();
    const said = await talk.sayAll(COPY, 'me', 'my husband hits me');

    expect(await talk.again()).toBe(said);
    await talk.sayAll('cancel', 'stop here but keep it');
    expect(await talk.sayAll('you sent my letter to my ex', 'yes')).toMatch(/^In danger now/);
    expect(await talk.cases()).toHaveLength(2);
  });

  it('(59) bring the number for gas in a request for deletion', async () => {
    const talk = formTalk();

    expect(await talk.say('I can smell gas. Also please delete all my data')).toMatch(/0800 111 999/);
    expect(await talk.cases()).toMatchObject([{ matter: 'erasure' }]);
  });

  it('shows help to whoever answers that somebody is in danger, and goes on', async () => {
    const talk = formTalk();

    expect(await talk.sayAll('you sent my letter to my ex', 'yes')).toMatch(
      /^In danger now[^]*999[^]*Your request is already recorded[^]*There is no hurry[^]*What happened, and when\?/,
    );
    expect(talk.asked()).toBe('happened');
  });

  it('shows help to them also where the answers were changed so often that none is taken', async () => {
    const talk = formTalk();
    await talk.say('you sent my letter to my ex');
    const [one] = await talk.cases();
    const cases = new Cases({ store: talk.store, clock: talk.clock, newReference: () => '' });
    for (let number = 0; number < CASE_LIMITS.events; number++) {
      await cases.change(one?.reference ?? '', told({ happened: `number ${number}` }));
    }

    expect(await talk.say('yes')).toMatch(/^In danger now[^]*999[^]*You have changed your answers very often/);
  });

  it('(58) send no mail to whoever has not said that it is safe', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'my email is dave@example.com', 'my husband hits me', 'carry on', 'send', 'send');

    expect((await talk.outgoing()).filter((one) => one.kind === 'mail' && one.to === 'dave@example.com')).toEqual([]);
  });
});
