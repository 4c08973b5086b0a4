import type { LawNotes } from '../../src/notice/law-note';
import { loadLawNotes } from '../../src/notice/load-law-notes';
import { loadNotice } from '../../src/notice/load-notice';
import type { NoticeVersion } from '../../src/notice/notice';
import { regulatorInSentence } from '../../src/rights/controllers';
import { loadControllers } from '../../src/rights/load-controllers';
import { contentFingerprint } from '../../src/search/content-fingerprint';
import { loadSearchContent } from '../../src/search/load-search-content';
import type { SearchContent } from '../../src/search/search-content';
import type { WordModel } from '../../src/search/word-model';
import { readWordModel } from '../../src/search/word-model-file';

/** The content folder of the project, as it is shipped. */
export const CONTENT_DIR = 'content';

/** Where `npm test` has the models made before. */
export const MODEL_DIR = 'model';

export function realSearchContent(): SearchContent {
  return loadSearchContent(CONTENT_DIR).value;
}

export function realNotice(): NoticeVersion {
  const notice = loadNotice(CONTENT_DIR).value.versions[0];
  if (!notice) throw new Error('the content folder has no published notice');
  return notice;
}

/** All notes on the law, whatever has been approved by now. */
export function realLawNotes(): LawNotes {
  const details = realSearchContent().details.map(({ detail }) => detail);
  const controllers = loadControllers(CONTENT_DIR).value;
  if (!controllers) throw new Error('controllers.yaml is not sound');
  const regulator = regulatorInSentence(controllers.regulator);
  const notes = loadLawNotes(CONTENT_DIR, { notice: { versions: [realNotice()] }, details, regulator }).value;
  return { ...notes, showsUnapproved: true };
}

/** What was learnt from the words of the content's questions. */
export function realWords(): WordModel {
  const words = readWordModel(MODEL_DIR, contentFingerprint(CONTENT_DIR));
  if (!words) throw new Error('nothing was learnt from the content as it is now: run "npm run train"');
  return words;
}
