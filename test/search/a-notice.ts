import type { NoticeVersion, Passage } from '../../src/notice/notice';

/** A notice of one version for tests: section titles with the texts of their passages. */
export function aNotice(sections: Readonly<Record<string, readonly string[]>>): NoticeVersion {
  return {
    version: '2020-01',
    publishedAs: 'January 2020',
    inForceFrom: '2020-01-01',
    title: 'Notice',
    sections: Object.entries(sections).map(([title, texts], section) => {
      const id = `section-${section + 1}`;
      return { id, title, passages: texts.map((text, at) => aPassage(text, { id, title, at })) };
    }),
  };
}

function aPassage(text: string, section: { id: string; title: string; at: number }): Passage {
  return {
    id: `${section.id}/passage-${section.at + 1}`,
    anchor: `${section.id}.passage-${section.at + 1}`,
    version: '2020-01',
    sectionId: section.id,
    sectionTitle: section.title,
    form: 'paragraph',
    text,
    cut: false,
  };
}
