import { Html } from './html';

/** In the page itself: it is opened from a folder, and may be the only file that somebody passes on. */
export const PERSON_STYLES = new Html(`<style>
  :root { color-scheme: light; }
  body { margin: 0 auto; max-width: 44rem; padding: 1.5rem; font: 1rem/1.6 system-ui, sans-serif; color: #1d1d1d; background: #fff; overflow-wrap: anywhere; }
  h1 { font-size: 1.75rem; line-height: 1.25; }
  h2 { margin-top: 2.5rem; border-bottom: 2px solid #1d1d1d; font-size: 1.35rem; }
  h3 { margin-top: 2rem; font-size: 1.1rem; }
  h4 { margin-bottom: .25rem; font-size: 1rem; }
  ol, ul { padding-left: 0; list-style: none; }
  li { margin: .75rem 0; }
  li p, dd { margin: 0; white-space: pre-line; }
  dt { font-weight: 600; margin-top: .5rem; }
  .who { font-weight: 600; }
  time { color: #505050; }
  .draft { border: 3px solid #b00020; padding: .75rem 1rem; font-weight: 700; color: #b00020; }
  @media print {
    body { max-width: none; padding: 0; font-size: 11pt; }
    h2, h3, h4 { break-after: avoid; }
    li, dl { break-inside: avoid; }
    @page { margin: 20mm; }
  }
</style>`);
