import { MATTERS } from '../../src/rights/matter';
import { SCRIPTS } from '../support/form-scripts';
import { formTalk } from '../support/form-talk';

describe.each(MATTERS)('%s', (matter) => {
  const { says, answers, facts } = SCRIPTS[matter];

  it('can be finished by typing, and leaves a case with all that was told', async () => {
    const talk = formTalk();
    await talk.say(says);
    await talk.fillIn(answers);
    const [before] = await talk.cases();
    expect(talk.form()?.kind).toBe('summary');
    const receipt = await talk.say('send');

    const [one, ...others] = await talk.cases();
    expect(others).toEqual([]);
    expect(one).toMatchObject({ matter, channel: 'chat', state: { name: 'sent' }, receivedAt: before?.receivedAt });
    expect(one?.words.map(({ text }) => text)).toEqual([says]);
    expect(await talk.facts()).toEqual(facts);
    expect(one?.passedOver).toEqual({});
    expect(receipt).toContain(one?.reference);
    expect(talk.form()?.kind).toBe('receipt');
  });
});
