import { useState } from 'preact/hooks';

import type { ChatState } from '../chat/chat-state';
import { ConfirmDeleteStep } from '../steps/confirm-delete-step';
import { DeletedStep } from '../steps/deleted-step';
import { EndedStep } from '../steps/ended-step';
import { FactsStep } from '../steps/facts-step';
import { ResumeStep } from '../steps/resume-step';
import type { NewsBelow } from '../dom/followed-log';
import { Composer } from './composer';
import { KeepLine } from './keep-line';
import { Log } from './log';
import { usePanel } from './panel-context';

/** The conversation, or the step that stands in its place. */
export function Body({ state }: { readonly state: ChatState }) {
  const { chat } = usePanel();
  const { view, deletedOn } = state;
  switch (view.kind) {
    case 'chat':
      return <Conversation state={state} />;
    case 'resume':
      return <ResumeStep lastAt={view.lastAt} />;
    case 'facts':
      return <FactsStep onBack={() => chat.look({ kind: 'chat' })} />;
    case 'ended':
      return <EndedStep deletedOn={deletedOn} />;
    case 'confirm-delete':
      return <ConfirmDeleteStep isBusy={view.isBusy} />;
    case 'deleted':
      return <DeletedStep {...view} />;
  }
}

function Conversation({ state }: { readonly state: ChatState }) {
  const [news, setNews] = useState<NewsBelow | undefined>(undefined);
  return (
    <>
      <Log state={state} onNewsBelow={setNews} />
      <Composer draft={state.draft} news={news} />
      <KeepLine deletedOn={state.deletedOn} />
    </>
  );
}
