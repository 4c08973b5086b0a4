import { useSay } from './panel-context';

/** A link out of the chat. It opens beside it, so that the chat is not lost, and says so. */
export function NewTabLink({ href, words }: { readonly href: string; readonly words: string }) {
  const say = useSay();
  return (
    <a href={href} target="_blank" rel="noopener">
      {words}
      <span class="vh"> {say('new-tab')}</span>
    </a>
  );
}
