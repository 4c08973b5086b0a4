import type { FormView } from '../forms/form-view';
import { londonDay } from '../shared/london-day';
import { sayDay } from '../shared/say-day';
import { emptyReply } from './empty-reply';
import { referencesOf } from './form-notes';
import type { FormButton } from './form-part';
import type { Replies } from './replies';
import type { Reply } from './reply';

/** Asks what "cancel" means: the safe way comes first, and nothing is withdrawn by accident. */
export function formCancelReply(view: FormView, notes: readonly string[], replies: Replies): Reply {
  const received = view.cases[0]?.receivedAt;
  const date = received === undefined ? '' : sayDay(londonDay(new Date(received)));
  const heading = replies.say('form.cancel-heading');
  const texts = [
    replies.say('form.cancel-have', { references: referencesOf(view), date }),
    replies.say('form.cancel-reply'),
  ];
  const buttons: readonly FormButton[] = [
    { does: 'carry-on', title: replies.say('form.carry-on') },
    { does: 'keep', title: replies.say('form.keep') },
    { does: 'withdraw', title: replies.say('form.withdraw') },
  ];
  return {
    ...emptyReply('form'),
    paragraphs: [...notes, heading, ...texts],
    choices: buttons.map(({ title }) => ({ title })),
    form: { kind: 'cancel', references: view.cases.map(({ reference }) => reference), notes, heading, texts, buttons },
  };
}
