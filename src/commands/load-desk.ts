import { loadConfig } from '../config';
import { loadNotice } from '../notice/load-notice';
import { loadNoticeFile } from '../notice/load-notice-file';
import type { NoticeVersion } from '../notice/notice';
import { noticeInForce } from '../notice/notice-in-force';
import { createDesk, type Desk } from '../replies/create-desk';
import { loadReplies } from '../replies/load-replies';
import { checkFlowPassages, loadSearchContent } from '../search/load-search-content';
import { AppError } from '../shared/app-error';
import { describeProblem, type ContentProblem, type Loaded } from '../shared/content-problem';

/** A desk and the notice that it answers from. */
export interface DeskAndNotice {
  readonly desk: Desk;
  readonly notice: NoticeVersion;
}

/**
 * Loads the content folder for a command.
 * @param noticeFile a Markdown file to answer from instead of the notice in force
 * @throws AppError content_invalid or config_invalid, with a sentence for each problem
 */
export function loadDesk(environment: NodeJS.ProcessEnv, noticeFile: string | undefined): DeskAndNotice {
  const { contentDir, publicUrl } = loadConfig({
    CONTENT_DIR: environment['CONTENT_DIR'],
    PUBLIC_URL: environment['PUBLIC_URL'],
  });
  const content = valueOf(loadSearchContent(contentDir));
  const replies = valueOf(loadReplies(contentDir));
  const noticeUrl = (version: string, anchor: string) => `${publicUrl}/notice/${version}#${anchor}`;
  const desk = createDesk({ content, replies, noticeUrl });
  if (noticeFile !== undefined) return { desk, notice: loadNoticeFile(noticeFile) };

  const notice = noticeInForce(valueOf(loadNotice(contentDir)), new Date());
  throwProblems(checkFlowPassages(content, notice));
  return { desk, notice };
}

function valueOf<T>({ value, problems }: Loaded<T>): T {
  throwProblems(problems);
  return value;
}

function throwProblems(problems: readonly ContentProblem[]): void {
  if (problems.length > 0) throw new AppError('content_invalid', problems.map(describeProblem).join('\n'));
}
