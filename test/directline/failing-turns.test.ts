import { ChatApi, textsOf, type StartedSession } from '../support/chat-api';
import { startDesk, type TestDesk } from '../support/desk-server';
import { RecordingLogger } from '../support/recording-logger';
import { UnreliableDialog } from '../support/unreliable-dialog';

describe.each([
  ['fails', 'crash', 'DialogContextError'],
  ['takes too long', 'hang', 'AppError turn_timeout'],
])('a turn that %s', (_how, word, cause) => {
  const logger = new RecordingLogger();
  const dialog = new UnreliableDialog();
  let desk: TestDesk;
  let api: ChatApi;
  let session: StartedSession;
  beforeAll(async () => {
    desk = await startDesk({ rootDialog: dialog, logger, settings: { TURN_SECONDS: '1' } });
    api = new ChatApi(desk.url);
    session = await api.start();
  });
  afterAll(() => desk.stop());

  it('is told to the tenant once, and the message counts as sent', async () => {
    const { status } = await api.say(session, `${word} with my name in it`, 'same');

    expect(status).toBe(200);
    const [, , apology, ...more] = await api.transcript(session);
    expect(apology?.channelData?.reply?.kind).toBe('failure');
    expect(more).toEqual([]);
  });

  it('is not run again when the message is posted again', async () => {
    await api.say(session, `${word} with my name in it`, 'same');

    expect(await api.transcript(session)).toHaveLength(3);
  });

  it('does not keep the next message from its answer', async () => {
    await api.say(session, 'hello');

    expect(textsOf(await api.transcript(session)).slice(3)).toEqual(['hello', 'you said hello']);
  });

  it('says nothing more when it goes on after all', async () => {
    await dialog.letGo();
    await api.say(session, 'still there?');

    expect(textsOf(await api.transcript(session)).slice(5)).toEqual(['still there?', 'you said still there?']);
  });

  it('is in the log by its kind, without a word of what was said', () => {
    expect(logger.errors[0]).toMatchObject({ message: 'turn failed', cause });
    expect(logger.text).not.toMatch(/my name|still there|hello/);
    expect(logger.text).not.toContain(session.token);
  });
});
