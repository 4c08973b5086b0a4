import type { Quote } from '../../../replies/reply';
import { NewTabLink } from './new-tab-link';
import { useSay } from './panel-context';

/** Words of the notice: as they are, with a mark where some were left out, and with where they stand. */
export function NoticeQuote({ quote }: { readonly quote: Quote }) {
  const say = useSay();
  const { leadIn, cut, text, form, items, cutAfter, section, publishedAs, url } = quote;
  return (
    <figure class="notice-quote" lang="en-GB" dir="ltr">
      <blockquote>
        {leadIn !== undefined && <p>{leadIn}</p>}
        {cut && <p class="cut">{say('quote-cut')}</p>}
        {form === 'bullet' ? (
          <ul>
            <li>{text}</li>
          </ul>
        ) : (
          <p>{text}</p>
        )}
        {items &&
          (/\n/.test(items[0] ?? '') ? (
            items.map((item) => <p>{item}</p>)
          ) : (
            <ul>
              {items.map((item) => (
                <li>{item}</li>
              ))}
            </ul>
          ))}
        {cutAfter && <p class="cut">{say('quote-cut')}</p>}
      </blockquote>
      <figcaption>
        <b>{say('quote-from')}</b> {say('quote-source', { section, published: publishedAs })}
        <br />
        <NewTabLink href={url} words={say('quote-link')} />
      </figcaption>
    </figure>
  );
}
