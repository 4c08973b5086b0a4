import { emptyReply } from './empty-reply';
import type { Replies } from './replies';
import type { Reply } from './reply';

/** What is said before the first message: who speaks, what it can do, who sees it and how long it is kept. */
export function welcomeReply(replies: Replies): Reply {
  return {
    ...emptyReply('welcome'),
    heading: replies.say('welcome.heading'),
    paragraphs: [replies.say('welcome.about')],
    facts: [
      {
        label: replies.say('welcome.emergency-label'),
        text: replies.say('welcome.emergency-text'),
        phone: replies.say('welcome.emergency-phone'),
      },
      { label: replies.say('welcome.who-label'), text: replies.say('welcome.who-text') },
      { label: replies.say('welcome.how-long-label'), text: replies.say('welcome.how-long-text') },
    ],
    choices: [
      { title: replies.say('welcome.choice-access') },
      { title: replies.say('welcome.choice-stop') },
      { title: replies.say('welcome.choice-notice') },
      { title: replies.say('welcome.choice-person') },
    ],
  };
}
