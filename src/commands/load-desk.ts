import { loadConfig } from '../config';
import { loadNotice } from '../notice/load-notice';
import { loadNoticeFile } from '../notice/load-notice-file';
import type { NoticeVersion } from '../notice/notice';
import { noticeInForce } from '../notice/notice-in-force';
import { createDesk, type Desk } from '../replies/create-desk';
import { loadReplies } from '../replies/load-replies';
import { checkFlowPassages, loadSearchContent } from '../search/load-search-content';
import { loadLearnt } from '../search/load-learnt';
import { AppError } from '../shared/app-error';
import { describeProblem, type ContentProblem } from '../shared/content-problem';

/** A desk and the notice that it answers from. */
export interface DeskAndNotice {
  readonly desk: Desk;
  readonly notice: NoticeVersion;
}

/**
 * Loads the content folder for a command.
 * @param noticeFile a Markdown file to answer from instead of the notice in force
 * @throws AppError content_invalid, config_invalid, model_missing or encoder_damaged, with a sentence for each problem
 */
export async function loadDesk(environment: NodeJS.ProcessEnv, noticeFile: string | undefined): Promise<DeskAndNotice> {
  const { CONTENT_DIR, MODEL_DIR, ENCODER, PUBLIC_URL } = environment;
  const config = loadConfig({ CONTENT_DIR, MODEL_DIR, ENCODER, PUBLIC_URL });
  const { contentDir, publicUrl } = config;
  const search = loadSearchContent(contentDir);
  const replies = loadReplies(contentDir);
  const published = noticeFile === undefined ? loadNotice(contentDir) : undefined;
  throwProblems([search, replies, published].flatMap((loaded) => loaded?.problems ?? []));

  const noticeUrl = (version: string, anchor: string) => `${publicUrl}/notice/${version}#${anchor}`;
  const desk = createDesk({ content: search.value, replies: replies.value, noticeUrl }, await loadLearnt(config));
  if (noticeFile !== undefined) return { desk, notice: loadNoticeFile(noticeFile) };

  const notice = noticeInForce(published?.value ?? { versions: [] }, new Date());
  throwProblems(checkFlowPassages(search.value, notice));
  return { desk, notice };
}

function throwProblems(problems: readonly ContentProblem[]): void {
  if (problems.length > 0) throw new AppError('content_invalid', problems.map(describeProblem).join('\n'));
}
