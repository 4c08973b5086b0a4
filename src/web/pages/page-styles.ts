import { FORM_STYLES } from './form-styles';
import { PAGE_TOKENS } from './page-tokens';

/** Where the server has the styles of the pages. A file of its own, because the pages allow no inline style. */
export const PAGE_STYLES_PATH = '/assets/page.css';

const BASE = `
*, ::before, ::after { box-sizing: border-box; }
body {
  margin: 0; background: var(--surface); color: var(--ink); font: 400 var(--text-m)/var(--lead-body) var(--font-ui);
  -webkit-text-size-adjust: 100%; text-size-adjust: 100%; overflow-wrap: break-word;
}
h1, h2, p, ul, ol { margin: 0; padding: 0; }
h1, h2 { font-weight: var(--weight-bold); line-height: var(--lead-tight); text-wrap: balance; }
h1 { font-size: clamp(1.625rem, 1.2rem + 2vw, 2.25rem); }
h2 { font-size: var(--text-xl); }
a { color: var(--petrol-text); text-decoration-thickness: 1px; text-underline-offset: .2em; }
a:hover { text-decoration-thickness: 2px; }
:focus { outline: none; }
:focus-visible {
  outline: 3px solid var(--focus-outer); outline-offset: 2px; box-shadow: 0 0 0 2px var(--focus-inner);
  border-radius: var(--r-s);
}
.i {
  flex: none; inline-size: 1.25em; block-size: 1.25em; fill: none; stroke: currentColor; stroke-width: 1.75;
  stroke-linecap: round; stroke-linejoin: round;
}
[dir="rtl"] .flip { transform: scaleX(-1); }
`;

const SHELL = `
.page { max-inline-size: 66rem; margin-inline: auto; padding-inline: max(var(--s4), 4vw); }
.skip {
  position: absolute; inset-inline-start: var(--s4); inset-block-start: -5rem; z-index: 5; padding: var(--s3) var(--s4);
  background: var(--surface); color: var(--petrol-text); font-weight: var(--weight-bold);
}
.skip:focus { inset-block-start: var(--s2); }
.bar { border-block-end: 1px solid var(--line); }
.bar > .page { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0 var(--s4); padding-block: var(--s3); }
.bar b { display: flex; gap: .625rem; align-items: center; font-weight: var(--weight-bold); }
.bar a { display: inline-flex; gap: .4em; align-items: center; min-block-size: var(--target); color: var(--ink); font-weight: var(--weight-bold); }
.mark { flex: none; inline-size: 30px; block-size: 30px; color: var(--petrol); }
.mark-line { fill: none; stroke: var(--surface); stroke-width: 2.2; stroke-linecap: round; }
main { padding-block: var(--s8) var(--s12); }
main:focus-visible { outline: none; box-shadow: none; }
.foot { border-block-start: 1px solid var(--line); background: var(--surface-2); }
.foot .page { padding-block: var(--s6); }
.foot h2 { font-size: var(--text-m); margin-block-end: var(--s2); }
.foot ul { list-style: none; }
.foot li + li { margin-block-start: var(--s3); }
.foot li, .foot p { max-inline-size: var(--measure); color: var(--ink-2); font-size: var(--text-s); }
.prose { max-inline-size: var(--measure); }
.prose > * + * { margin-block-start: var(--s4); }
.note {
  max-inline-size: var(--measure); padding: var(--s3) var(--s4); border: 1px solid var(--line-strong);
  border-radius: var(--r-m); background: var(--surface);
}
.note.petrol { background: var(--petrol-tint); border-color: var(--petrol-line); }
.note.ochre { background: var(--ochre-tint); border-color: var(--ochre-line); }
`;

/** Words of the notice are serif, our own are sans. A passage somebody was sent to is tinted, and has a bar as well. */
const NOTICE = `
.notice-words { font-family: var(--font-notice); }
main > .notice-words { max-inline-size: 22em; margin-block-end: var(--s5); }
.use-form { margin-block-start: var(--s4); }
.use-form a { display: inline-block; padding-block: .625rem; }
.notice { display: grid; gap: var(--s8); margin-block-start: var(--s8); }
.notice article { max-inline-size: var(--measure); min-inline-size: 0; font-size: 1.0625rem; line-height: 1.6; }
.notice section { scroll-margin-block-start: var(--s4); }
.notice section + section { margin-block-start: var(--s8); padding-block-start: var(--s6); border-block-start: 1px solid var(--line); }
.notice section > * + * { margin-block-start: var(--s4); }
.notice article ul, .notice article ol { padding-inline-start: 1.5em; }
.notice article li + li { margin-block-start: var(--s2); }
.contents h2 { font-size: var(--text-m); margin-block-end: var(--s2); }
.contents ol { list-style: none; }
.contents a { display: block; padding-block: .3125rem; font-family: var(--font-notice); line-height: var(--lead-snug); }
.law-note {
  padding: var(--s3) var(--s4); border: 1px solid var(--ochre-line); border-radius: var(--r-m); background: var(--ochre-tint);
  font: 400 var(--text-m)/var(--lead-body) var(--font-ui);
}
.notice li > .law-note { margin-block: var(--s3); }
.passage { position: relative; isolation: isolate; scroll-margin-block-start: 30vh; }
.passage:target::before {
  content: ""; position: absolute; z-index: -1; inset-block: -.375rem; inset-inline: -1rem; background: var(--petrol-tint);
  border-inline-start: 4px solid var(--petrol); border-start-end-radius: var(--r-m); border-end-end-radius: var(--r-m);
}
li.passage:target::before { inset-block: -.25rem; inset-inline-start: -2.5em; }
li > .passage:target::before { inset-block: -.25rem; inset-inline-start: -.5rem; }
@media (min-width: 60rem) {
  .notice { grid-template-columns: 17rem minmax(0, 1fr); gap: var(--s12); }
  .contents { position: sticky; inset-block-start: var(--s4); align-self: start; max-block-size: calc(100vh - 2rem); overflow-y: auto; padding: 4px; margin: -4px; font-size: var(--text-s); }
}
`;

const MEDIA = `
@media (prefers-reduced-motion: no-preference) { a { transition: text-decoration-thickness var(--fast) var(--ease); } }
@media (forced-colors: active) {
  :focus-visible { outline-color: Highlight; box-shadow: none; }
  .passage:target::before { border: 3px solid Highlight; }
}
@media print {
  .no-print, .skip { display: none !important; }
  body { font-size: 11pt; }
  main { padding-block: 12pt 0; }
  .notice, .notice-words { display: block; }
  .notice article { max-inline-size: none; font-size: 11pt; }
  .notice section + section { margin-block-start: 14pt; padding-block-start: 10pt; }
  .passage:target::before { display: none; }
  .law-note { break-inside: avoid; font-size: 10pt; }
  h2 { break-after: avoid; }
  p, li { orphans: 3; widows: 3; }
  .foot { background: none; }
}
`;

/** The styles of all pages, for `PAGE_STYLES_PATH`. */
export const PAGE_STYLES: string = PAGE_TOKENS + BASE + SHELL + NOTICE + FORM_STYLES + MEDIA;
