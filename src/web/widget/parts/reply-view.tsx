import type { ComponentChildren } from 'preact';

import type { Reply } from '../../../replies/reply';
import { ChoiceList } from './choice-list';
import { FactList } from './fact-list';
import { LinkedText } from './linked-text';
import { NoticeQuote } from './notice-quote';
import { useSay } from './panel-context';
import { UrgentCard } from './urgent-card';

export interface ReplyViewProps {
  readonly reply: Reply;
  /** What the person said after it. */
  readonly answer: string | undefined;
  /** Stands before the choices. */
  readonly children: ComponentChildren;
}

/** What the desk says in one turn: its own words, the words of the notice, and what can be asked next. */
export function ReplyView({ reply, answer, children }: ReplyViewProps) {
  const say = useSay();
  const { kind, quotes, after, facts, choices } = reply;
  const isMeanings = kind === 'clarify';
  const label = say(kind === 'welcome' ? 'choices-welcome' : isMeanings ? 'choices-meanings' : 'choices-next');
  const shape = kind === 'welcome' ? 'two' : isMeanings ? 'inside' : undefined;
  return (
    <>
      {kind === 'urgent' ? <UrgentCard reply={reply} /> : <OwnWords reply={reply} />}
      {quotes.map((quote) => (
        <NoticeQuote key={quote.passageId} quote={quote} />
      ))}
      <LawNotes reply={reply} />
      {kind !== 'urgent' && <FactList facts={facts} />}
      {kind !== 'decline' && <Paragraphs texts={after} />}
      {children}
      <ChoiceList choices={choices} label={label} answer={answer} {...(shape && { shape })} />
      {kind === 'decline' && <Paragraphs texts={after} small />}
    </>
  );
}

/** What is not from the notice, and says so first. */
function LawNotes({ reply: { notes } }: { readonly reply: Reply }) {
  return (
    <>
      {notes?.map(({ label, text }) => (
        <p class="law" role="note">
          <b>{label}</b> {text}
        </p>
      ))}
    </>
  );
}

/** A heading is a title of its own in the welcome, and otherwise the first words of what follows. */
function OwnWords({ reply: { kind, heading, paragraphs } }: { readonly reply: Reply }) {
  if (heading === undefined || kind === 'welcome') {
    return (
      <>
        {heading !== undefined && <h3>{heading}</h3>}
        <Paragraphs texts={paragraphs} />
      </>
    );
  }
  const [first, ...others] = paragraphs;
  return (
    <>
      <p>
        <b class="b">{heading}</b> {first !== undefined && <LinkedText text={first} />}
      </p>
      <Paragraphs texts={others} />
    </>
  );
}

function Paragraphs({ texts, small }: { readonly texts: readonly string[]; readonly small?: boolean }) {
  return (
    <>
      {texts.map((text) => (
        <p key={text} class={small ? 'small muted' : undefined}>
          <LinkedText text={text} />
        </p>
      ))}
    </>
  );
}
