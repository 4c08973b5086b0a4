import { loadNotice } from '../../../src/notice/load-notice';
import type { LawNote } from '../../../src/notice/law-note';
import type { Notice, NoticeVersion } from '../../../src/notice/notice';
import { notFoundPage } from '../../../src/web/pages/not-found-page';
import { noticePage } from '../../../src/web/pages/notice-page';
import { ICON_PATH } from '../../../src/web/pages/page-icon';
import { PAGE_STYLES, PAGE_STYLES_PATH } from '../../../src/web/pages/page-styles';
import { loadPageWords, type PageWords } from '../../../src/web/pages/page-words';
import { realLawNotes } from '../../search/real-content';
import { aNotice } from '../../support/notices';

const words = loadPageWords('content').value as PageWords;
const IN_2026 = new Date('2026-01-01T12:00:00Z');

/** The words that a reader sees between two marks of the page. */
function visible(page: string, from: string, to: string): string {
  const part = page.slice(page.indexOf(from), page.indexOf(to));
  return part
    .replace(/<[^>]*>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

const ids = (page: string) => [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);

describe('the page of a notice', () => {
  const notice = aNotice();
  const [old, current] = notice.versions as [NoticeVersion, NoticeVersion];
  const page = (version: NoticeVersion, of: Notice = notice, now = IN_2026, lawNotes: readonly LawNote[] = []) =>
    noticePage(version, { notice: of, now, lawNotes, words });

  it('has the address of every section and passage exactly once', () => {
    const real = loadNotice('content').value;
    const [version] = real.versions as [NoticeVersion];

    const all = ids(page(version, real));

    const passages = version.sections.flatMap((section) => section.passages);
    expect(all).toEqual(expect.arrayContaining(passages.map(({ anchor }) => anchor)));
    expect(all).toEqual(expect.arrayContaining(version.sections.map(({ id }) => id)));
    expect(new Set(all).size).toBe(all.length);
  });

  it('has every word of the notice, in order', () => {
    const real = loadNotice('content').value;
    const [version] = real.versions as [NoticeVersion];

    const article = visible(page(version, real), '<article', '</article>');

    const [introduction, ...others] = version.sections;
    const texts = others.flatMap(({ title, passages }) => [title, ...passages.map(({ text }) => text)]);
    const expected = [...(introduction?.passages.map(({ text }) => text) ?? []), ...texts]
      .join(' ')
      .replace(/\s+/g, ' ');
    expect(article.replace(/ ([.,])/g, '$1')).toBe(expected.replace(/ ([.,])/g, '$1'));
  });

  it('has contents whose links all lead somewhere on the page', () => {
    const html = page(current);

    const links = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);

    expect(links).toEqual(['page--main', 'keeping', 'contact']);
    expect(ids(html)).toEqual(expect.arrayContaining(links));
  });

  it('keeps lists as lists and the lines of an address apart', () => {
    const html = page(current).replace(/\s+/g, ' ');

    expect(html).toMatch(
      /<ul> ?<li [^>]*>library cards for 3 years;<\/li> <li [^>]*>videos of the entrance for 10 days\.<\/li> ?<\/ul>/,
    );
    expect(html).toMatch(/<ol> ?<li [^>]*>Videos\.<\/li> <li [^>]*>Cards\.<\/li> ?<\/ol>/);
    expect(html).toContain('The Library<br /> 1 High Street<br /> Ambridge</p>');
  });

  it('escapes the words of the notice', () => {
    const risky = { ...current, title: '<script>alert(1)</script>' };

    expect(page(risky)).not.toContain('<script>');
    expect(page(current)).toContain('We lend books &amp; films.');
  });

  it('says that the version in force applies, and since when', () => {
    const note = visible(page(current), '<p class="note', '<p class="use-form');

    expect(note).toBe('This is the notice of July 2025. It applies now, and has done since 1 July 2025.');
  });

  it('says that an older version does not apply any more, until when it did, and where the new one is', () => {
    const html = page(old);

    const note = visible(html, '<p class="note', '<div class="notice"');
    expect(note).toContain('It applied from 15 January 2024 to 30 June 2025, and does not apply any more.');
    expect(html).toMatch(/class="note ochre"[^]*?<a href="\/notice">/);
  });

  it('says that a version to come does not apply yet', () => {
    const html = page(current, notice, new Date('2025-06-01T12:00:00Z'));

    expect(visible(html, '<p class="note', '<div class="notice"')).toContain('It will apply from 1 July 2025.');
  });

  it('links to the other published versions', () => {
    const foot = page(current).split('<footer')[1];

    expect(foot).toContain('href="/notice/2024-01"');
    expect(foot).not.toContain('/notice/2025-07');
    expect(foot).not.toContain('/notice/2026-02');
  });

  it('says when there is no other version', () => {
    const html = page(current, { versions: [current] });

    expect(html.split('<footer')[1]).toContain(words.notice['no-other-versions']);
  });

  it('has no script, no inline style and nothing from another server', () => {
    const html = page(current);

    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
    expect([...html.matchAll(/(?:src|<link[^>]*href)="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      ICON_PATH,
      PAGE_STYLES_PATH,
    ]);
    expect(PAGE_STYLES).not.toMatch(/url\(|@import/);
  });

  it('says its language and has a title and one first heading', () => {
    const html = page(current);

    expect(html).toMatch(/^<!doctype html>\s*<html lang="en-GB">/);
    expect(html).toContain('<title>How our library uses your details (July 2025) - Sovereign Network Group</title>');
    expect(html.match(/<h1/g)).toHaveLength(1);
  });
});

describe('what the law says beside the notice', () => {
  const notice = aNotice();
  const [, current] = notice.versions as [NoticeVersion, NoticeVersion];
  const note = (text: string, ...beside: readonly string[]): LawNote => ({
    id: 'a-note',
    since: '2025-12-01',
    forNotice: ['2025-07'],
    beside,
    answers: [],
    text,
    source: 'An Act',
    approval: undefined,
  });
  const page = (...lawNotes: readonly LawNote[]) =>
    noticePage(current, { notice, now: IN_2026, lawNotes, words }).replace(/\s+/g, ' ');
  const LABEL = 'This is not from the notice.';

  it('stands below a paragraph, apart from its words, and says first that it is none of them', () => {
    const html = page(note('Films & more.', 'introduction/we-lend-books-films'));

    expect(html).toContain(
      `<p class="passage" id="introduction.we-lend-books-films">We lend books &amp; films.</p> <aside class="law-note" role="note"><strong>${LABEL}</strong> Films &amp; more.</aside>`,
    );
  });

  it('stands inside an item of a list, but outside of what has the address of the passage', () => {
    const html = page(note('Ten days at most.', 'keeping/videos-of-the-entrance-for-10'));

    expect(html).toMatch(
      /<li> <div class="passage" id="[^"]+">videos of the entrance for 10 days\.<\/div> <aside class="law-note" role="note">.*?Ten days at most\.<\/aside> <\/li> ?<\/ul>/,
    );
    expect(html).toMatch(/<li class="passage" id="[^"]+">library cards for 3 years;<\/li>/);
  });

  it('stands once in a section, beside the first of its passages', () => {
    const html = page(
      note('Look here.', 'keeping/videos-of-the-entrance-for-10', 'keeping/library-cards-for-3-years'),
      note('And here.', 'keeping/library-cards-for-3-years'),
    );

    expect(html.match(/Look here\./g)).toHaveLength(1);
    expect(html).toMatch(
      /library cards for 3 years;<\/div> <aside[^>]*>.*?Look here\.<\/aside> <aside[^>]*>.*?And here\./,
    );
  });

  it('is not there without a note, and is set in our own letters, on paper as well', () => {
    expect(page()).not.toContain('law-note');
    expect(page(note('Elsewhere.', 'other/passage'))).not.toContain('Elsewhere.');
    expect(PAGE_STYLES).toMatch(/\.law-note \{[^}]*border: 1px solid[^}]*var\(--font-ui\)/);
  });

  it('leaves every word and address of the real notice as it is', () => {
    const real = loadNotice('content').value;
    const [version] = real.versions as [NoticeVersion];
    const { notes } = realLawNotes();
    const without = noticePage(version, { notice: real, now: IN_2026, lawNotes: [], words });

    const html = noticePage(version, { notice: real, now: IN_2026, lawNotes: notes, words });

    const asides = /<aside[^]*?<\/aside>/g;
    expect(html.match(asides)?.length).toBeGreaterThanOrEqual(notes.filter(({ beside }) => beside.length > 0).length);
    expect(visible(html.replace(asides, ''), '<article', '</article>')).toBe(
      visible(without, '<article', '</article>'),
    );
    expect(ids(html)).toEqual(ids(without));
  });
});

describe('the page for what is not there', () => {
  it('says so and leads to the notice', () => {
    const html = notFoundPage(words);

    expect(html).toContain(`<h1>${words['not-found'].title}</h1>`);
    expect(html).toContain('<a href="/notice">');
  });
});
