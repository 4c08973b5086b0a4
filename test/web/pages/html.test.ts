import { html } from '../../../src/web/pages/html';
import { linkedText } from '../../../src/web/pages/linked-text';

describe('building markup', () => {
  it('escapes words, also in attributes', () => {
    const name = `"><script>alert('x')</script> & co`;

    expect(html`<p title="${name}">${name}</p>`.markup).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; co">' +
        '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; co</p>',
    );
  });

  it('keeps markup that it built itself, joins lists and leaves out what is undefined', () => {
    const items = ['a', '<b>'].map((word) => html`<li>${word}</li>`);

    expect(
      html`<ul>
          ${items}
        </ul>
        ${undefined}${7}`.markup.replace(/\s+/g, ''),
    ).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>7');
  });
});

describe('addresses in the notice', () => {
  const linked = (text: string) =>
    linkedText(text)
      .map(({ markup }) => markup)
      .join('');

  it('become links, without the full stop that ends the sentence', () => {
    expect(linked('Write to desk@library.example.')).toBe(
      'Write to <a href="mailto:desk@library.example">desk@library.example</a>.',
    );
    expect(linked('See www.library.example.')).toMatch(
      /^See <a href="https:\/\/www\.library\.example" .*>www\.library\.example<\/a>\.$/,
    );
    expect(linked('(https://library.example/a?b=1&c=2)')).toContain('href="https://library.example/a?b=1&amp;c=2"');
  });

  it('leave all other words alone', () => {
    expect(linked('No address @ all, <not> one.')).toBe('No address @ all, &lt;not&gt; one.');
  });
});
