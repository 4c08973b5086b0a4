import type { QuestionGroup } from '../review/group-questions';
import type { Shown } from '../review/question-to-review';
import { londonDay } from '../shared/london-day';

/** Said with every list, since it leaves the place where chats are deleted on their day. */
export const CARE = `These are people's own words. Treat them as personal data: do not pass them on, and delete copies after use.
E-mail addresses, postcodes and long numbers are hidden; names are not.`;

/** Groups of questions for a terminal. @param isAll false when there may be older ones */
export function questionsText(groups: readonly QuestionGroup[], isAll: boolean): string {
  const count = groups.reduce((sum, { questions }) => sum + questions.length, 0);
  const total = `${count} questions to review${isAll ? '' : ', the newest; there may be older ones'}`;
  return `${[total, CARE, ...groups.map(groupText)].join('\n\n')}\n`;
}

function groupText({ shown, helped, didNotHelp, unrated, questions }: QuestionGroup): string {
  const counts = `${questions.length}: ${didNotHelp} did not help, ${helped} helped, ${unrated} unrated`;
  const lines = questions.map(({ at, question, completed, helpful }) => {
    const said = helpful === undefined ? ' - ' : helpful ? 'yes' : 'no ';
    return `  ${londonDay(new Date(at))}  ${said}  ${onOneLine(question)}${completed === undefined ? '' : `  = ${onOneLine(completed)}`}`;
  });
  return [headingOf(shown), counts, ...lines].join('\n');
}

function headingOf({ kind, passageId = 'none', version }: Shown): string {
  if (kind === 'answer') return `ANSWERED from the notice of ${version}: ${passageId}`;
  if (kind === 'off_topic') return 'DECLINED as another matter';
  return `DECLINED, not in the notice of ${version}; nearest: ${passageId}`;
}

/** Words can hold what moves the cursor of a terminal. */
const onOneLine = (words: string): string => words.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
