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
import { loadRecognition } from '../rights/load-recognition';
import { createRecogniseMatters, type Recognised } from '../rights/recognise-matters';
import type { RecognitionContent } from '../rights/recognition/recognition-content';
import type { ReplyWords } from '../replies/reply-words';
import { checkFlowPassages, loadSearchContent } from '../search/load-search-content';
import type { SearchContent } from '../search/search-content';
import type { Learnt } from '../search/create-understand';
import { loadLearnt, type LearntPlaces } from '../search/load-learnt';
import type { Observe } from '../search/observe';
import type { Lexicon } from '../search/term-reader';
import type { Understanding } from '../search/understanding';
import { throwProblems } from './throw-problems';

/** A desk and the notice that it answers from. */
export interface DeskAndNotice {
  readonly desk: Desk;
  readonly notice: NoticeVersion;
  /** Which matters a message raises, by itself. @param understanding of the message */
  readonly recognise: (text: string, understanding: Understanding) => Promise<Recognised>;
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
  const recognition = loadRecognition(contentDir);
  const lawNotes = loadLawNotes(contentDir, {
    notice: versions,
    details: search.value.details.map(({ detail }) => detail),
    regulator: controllers.value ? regulatorInSentence(controllers.value.regulator) : '',
  });
  throwProblems(
    [search, replies, summaries, controllers, recognition, lawNotes, published].flatMap(
      (loaded) => loaded?.problems ?? [],
    ),
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
  const notice = noticeFile === undefined ? noticeInForce(versions, new Date()) : loadNoticeFile(noticeFile);
  if (noticeFile === undefined) throwProblems(checkFlowPassages(search.value, notice));
  const recognise = recogniserOf(recognition.value, search.value, learnt, desk, notice);
  return { desk, notice, recognise, learnt, lexicon: search.value.lexicon, places: config, close };
}

/** As in a conversation that has just begun. */
function recogniserOf(
  recognition: RecognitionContent | undefined,
  { flows }: SearchContent,
  { words }: Learnt,
  { understand }: Desk,
  notice: NoticeVersion,
): DeskAndNotice['recognise'] {
  // Problems of the content were thrown before.
  if (!recognition) return () => Promise.resolve({ kind: 'none' });
  const recognise = createRecogniseMatters({ recognition, flows }, words.words);
  return (text, understanding) => recognise(text, understanding, (part) => understand(part, { notice }));
}
