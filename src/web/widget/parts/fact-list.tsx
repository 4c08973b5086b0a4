import type { Fact } from '../../../replies/reply';
import { LinkedText } from './linked-text';

export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl class="facts">
      {facts.map(({ label, text, phone }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <LinkedText text={text} phone={phone} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
