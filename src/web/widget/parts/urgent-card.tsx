import type { Reply } from '../../../replies/reply';
import { Icon } from './icon';
import { LinkedText } from './linked-text';

const call = (phone: string): string => `tel:${phone.replace(/\s/g, '')}`;

/** Numbers to call in danger: the likeliest one as a big button, before anything else. */
export function UrgentCard({ reply }: { readonly reply: Reply }) {
  const [first, ...others] = reply.facts;
  return (
    <div class="urgent">
      <div class="top">
        {reply.heading !== undefined && <h3>{reply.heading}</h3>}
        {reply.paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {first?.phone !== undefined && (
          <a class="btn wide call" href={call(first.phone)}>
            <Icon name="phone" />
            {first.phone}
          </a>
        )}
        {first && <p>{first.text}</p>}
      </div>
      {others.length > 0 && (
        <dl>
          {others.map(({ label, text, phone }) => (
            <div key={label}>
              <dt>
                <b>{label}</b> <LinkedText text={text} />
              </dt>
              <dd>{phone !== undefined && <a href={call(phone)}>{phone}</a>}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
