import type { NoticeVersion, Passage } from '../notice/notice';
import type { Flow } from '../search/understanding';
import { emptyReply } from './empty-reply';
import { fillBlanks } from '../shared/fill-blanks';
import { quoteWithNotes } from './quote-with-notes';
import type { Reply } from './reply';
import type { ReplyWords } from './reply-words';

/** Says how to have it done today, and quotes what the notice says about it. */
export function flowReply(flow: Flow, notice: NoticeVersion, words: ReplyWords): Reply {
  const { content, replies } = words;
  const entry = content.flows.find((candidate) => candidate.flow === flow);
  const human = content.flows.find((candidate) => candidate.flow === 'human');
  const blanks = { contact: replies.say('contact.write-to'), regulator: replies.say('contact.regulator') };
  const passage = findPassage(notice, entry?.passages[0]);
  return {
    ...emptyReply('flow'),
    heading: entry?.title ?? flow,
    paragraphs: [
      ...(entry?.how ?? []).map((line) => fillBlanks(line, blanks)),
      ...(passage ? [replies.say('flow.notice-says')] : []),
    ],
    ...(passage && quoteWithNotes(passage, notice, words)),
    choices: human && flow !== 'human' ? [{ title: human.title }] : [],
  };
}

function findPassage(notice: NoticeVersion, id: string | undefined): Passage | undefined {
  return notice.sections.flatMap((section) => section.passages).find((passage) => passage.id === id);
}
