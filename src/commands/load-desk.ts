import { loadConfig } from '../config';
import { lawNotesFor } from '../notice/law-note';
import { loadLawNotes } from '../notice/load-law-notes';
import { loadNotice } from '../notice/load-notice';
import { loadNoticeFile } from '../notice/load-notice-file';
import type { NoticeVersion } from '../notice/notice';
import { noticeInForce } from '../notice/notice-in-force';
import { createDesk, type Desk } from '../replies/create-desk';
import { loadReplies } from '../replies/load-replies';
import { loadSummaries } from '../replies/load-summaries';
import { regulatorInSentence } from '../rights/controllers';
import { loadControllers } from '../rights/load-controllers';
import type { ReplyWords } from '../replies/reply-words';
import { checkFlowPassages, loadSearchContent } from '../search/load-search-content';
import type { Learnt } from '../search/create-understand';
import { loadLearnt, type LearntPlaces } from '../search/load-learnt';
import type { Observe } from '../search/observe';
import type { Lexicon } from '../search/term-reader';
import { throwProblems } from './throw-problems';

/** A desk and the notice that it answers from. */
export interface DeskAndNotice {
  readonly desk: Desk;
  readonly notice: NoticeVersion;
  /** What the desk understands with, for explaining. */
  readonly learnt: Learnt;
  readonly lexicon: Lexicon;
  readonly places: LearntPlaces;
  /** Lets go of the encoder. */
  readonly close: () => Promise<void>;
}

/**
 * Loads the content folder for a command.
 * @param noticeFile a Markdown file to answer from instead of the notice in force
 * @param observe hears how each message is understood
 * @throws AppError content_invalid, config_invalid, model_missing or encoder_damaged, with a sentence for each problem
 */
export async function loadDesk(
  environment: NodeJS.ProcessEnv,
  noticeFile: string | undefined,
  observe?: Observe,
): Promise<DeskAndNotice> {
  const { CONTENT_DIR, MODEL_DIR, ENCODER, PUBLIC_URL } = environment;
  const config = loadConfig({ CONTENT_DIR, MODEL_DIR, ENCODER, PUBLIC_URL });
  const { contentDir, publicUrl } = config;
  const search = loadSearchContent(contentDir);
  const replies = loadReplies(contentDir);
  const published = noticeFile === undefined ? loadNotice(contentDir) : undefined;
  const versions = published?.value ?? { versions: [] };
  const summaries = loadSummaries(contentDir, versions);
  const controllers = loadControllers(contentDir);
  const lawNotes = loadLawNotes(contentDir, {
    notice: versions,
    details: search.value.details.map(({ detail }) => detail),
    regulator: controllers.value ? regulatorInSentence(controllers.value.regulator) : '',
  });
  throwProblems(
    [search, replies, summaries, controllers, lawNotes, published].flatMap((loaded) => loaded?.problems ?? []),
  );

  const learnt = await loadLearnt(config);
  const words: ReplyWords = {
    content: search.value,
    replies: replies.value,
    summaries: summaries.value,
    noticeUrl: (version, anchor) => `${publicUrl}/notice/${version}#${anchor}`,
    lawNotes: (notice) => lawNotesFor(lawNotes.value, notice, new Date()),
  };
  const desk = createDesk(words, learnt, observe);
  const close = async (): Promise<void> => learnt.vectors?.encoder.close();
  const parts = { desk, learnt, lexicon: search.value.lexicon, places: config, close };
  if (noticeFile !== undefined) return { ...parts, notice: loadNoticeFile(noticeFile) };

  const notice = noticeInForce(versions, new Date());
  throwProblems(checkFlowPassages(search.value, notice));
  return { ...parts, notice };
}
