/** Styles of the pages with forms. Questions that only some answers make apply are shown by style alone. */
export const FORM_STYLES = `
.form-page { max-inline-size: 40rem; font-size: var(--text-l); }
.form-page h1 { margin-block: var(--s3) var(--s4); }
.form-page h2 { font-size: var(--text-xl); }
.form-page fieldset { border: 0; min-inline-size: 0; margin: 0; padding: 0; }
.form-page legend { padding: 0; }
.form-page button, .form-page input, .form-page textarea { font: inherit; color: inherit; letter-spacing: inherit; }
.vh { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.back { display: inline-flex; align-items: center; gap: .25rem; min-block-size: var(--target); font-size: var(--text-m); }
.lead { margin-block-end: var(--s4); }
.lead a[href^="tel:"] { display: inline-block; padding-inline: 2px; }
.part { margin-block-start: var(--s12); padding-block-start: var(--s6); border-block-start: 1px solid var(--line); }
.form-page > .note { margin-block-end: var(--s6); }
.plain { padding-inline-start: 1.25em; margin-block: var(--s2) var(--s4); }
.own-words { margin: 0 0 var(--s4); padding-inline-start: var(--s4); border-inline-start: 4px solid var(--line-strong); white-space: pre-wrap; }

.form-page .q { margin-block-start: var(--s8); }
.q > legend, .q > label, .sub > label:not(.choice) { display: block; font-weight: var(--weight-bold); line-height: var(--lead-snug); }
.q > legend, .q > label { font-size: 1.25rem; }
.q > legend { float: inline-start; inline-size: 100%; margin-block-end: var(--s1); }
.q > legend + * { clear: both; }
.q > legend + .opts { padding-block-start: var(--s2); }
.hint { color: var(--ink-2); font-size: var(--text-m); line-height: 1.45; margin-block-start: var(--s1); }
.opt { color: var(--ink-2); font-weight: 400; }
.opts { display: grid; gap: var(--s2); margin-block-start: var(--s3); }
.opts + .opts { margin-block-start: var(--s5); }
.group { font-weight: var(--weight-bold); font-size: 1.0625rem; }
.sub { margin-block-start: var(--s4); }
.q.bad { border-inline-start: 5px solid var(--brick); padding-inline-start: var(--s4); }
.error-text { margin-block-start: var(--s1); color: var(--brick-text); font-size: 1.0625rem; font-weight: var(--weight-bold); }

.input {
  display: block; inline-size: 100%; min-block-size: var(--target); margin-block-start: var(--s3); padding: .5625rem var(--s3);
  border: 1.5px solid var(--line-strong); border-radius: var(--r-m); background: var(--surface); color: var(--ink);
  font-size: var(--text-l); line-height: 1.4; scroll-margin-block-start: 8rem;
}
.input:hover { border-color: var(--ink-2); }
.input[aria-invalid="true"] { border: 2px solid var(--brick); }
.input.middle { max-inline-size: 30rem; }
.input.short { max-inline-size: 15rem; }
.choice {
  position: relative; display: flex; gap: var(--s3); align-items: flex-start; max-inline-size: 36rem; min-block-size: var(--target);
  padding: .8125rem var(--s3); border: 1.5px solid var(--line-strong); border-radius: var(--r-m); background: var(--surface);
  cursor: pointer; line-height: var(--lead-snug);
}
.choice > span { flex: 1; min-inline-size: 0; }
.choice:hover { background: var(--surface-2); }
.choice input {
  appearance: none; flex: none; inline-size: 1.375rem; block-size: 1.375rem; margin: 0; border: 2px solid var(--line-strong);
  border-radius: 50%; background: var(--surface); scroll-margin-block-start: 8rem;
}
.choice input[type=checkbox] { border-radius: var(--r-s); }
.choice input:checked { border-color: var(--petrol); background: radial-gradient(circle, var(--petrol) 0 46%, transparent 52%); }
.choice input[type=checkbox]:checked { background: var(--petrol); display: grid; place-items: center; }
.choice input[type=checkbox]:checked::before {
  content: ""; inline-size: .75rem; block-size: .4rem; border: solid var(--on-petrol); border-width: 0 0 2.5px 2.5px;
  transform: translateY(-1px) rotate(-45deg);
}
.choice:has(input:checked) { border-color: var(--petrol); background: var(--petrol-tint); box-shadow: inset 0 0 0 .5px var(--petrol); }
.choice:has(input:focus-visible) { outline: 3px solid var(--focus-outer); outline-offset: 2px; box-shadow: 0 0 0 2px var(--focus-inner); }
.choice:has(input:focus-visible) input { outline: none; box-shadow: none; }
.choice small { display: block; color: var(--ink-2); font-size: var(--text-m); }

.only-if { margin-block-start: var(--s6); padding-inline-start: var(--s4); border-inline-start: 4px solid var(--petrol-line); }
.only-if > .group + .q { margin-block-start: var(--s3); }
.branch > .only-if .q { margin-block-start: var(--s6); }
@supports selector(:has(*)) {
  .only-if:not(.open) { display: none; }
  .branch:has(> .q input[data-shows~="1"]:checked) > .only-1,
  .branch:has(> .q input[data-shows~="2"]:checked) > .only-2,
  .branch:has(> .q input[data-shows~="3"]:checked) > .only-3 { display: block; }
}

.btn {
  display: inline-flex; align-items: center; justify-content: center; min-block-size: 52px; padding: .5625rem var(--s6);
  border: 1.5px solid transparent; border-radius: var(--r-m); background: var(--petrol); color: var(--on-petrol);
  font-weight: var(--weight-bold); line-height: 1.25; text-align: center; cursor: pointer;
}
.form-page .btn { color: var(--on-petrol); font-weight: var(--weight-bold); }
.btn:hover { background: var(--petrol-strong); }
.form-page .btn.quiet { background: var(--surface); border-color: var(--line-strong); color: var(--ink); font-weight: var(--weight-mid); }
.form-page .btn.quiet:hover { background: var(--surface-2); border-color: var(--ink-2); }
.form-page .btn.stop { background: var(--surface); border-color: var(--brick-line); color: var(--brick-text); font-weight: var(--weight-mid); }
.form-page .btn.stop:hover { background: var(--brick-tint); }
.end { display: flex; flex-wrap: wrap; gap: var(--s3); margin-block-start: var(--s8); padding-block-start: var(--s6); border-block-start: 1px solid var(--line); }
.end p { flex-basis: 100%; margin-block-end: var(--s1); }

.sum, .urgent { border: 4px solid var(--brick); border-radius: var(--r-m); padding: var(--s5); margin-block-end: var(--s6); }
.sum h2, .urgent h2 { margin-block-end: var(--s3); }
.sum ul, .urgent ul { list-style: none; }
.sum li + li, .urgent li + li { margin-block-start: var(--s2); }
.sum p + ul, .urgent p + ul, .urgent ul + p { margin-block-start: var(--s3); }
.sum a { display: inline-block; padding-block: 2px; color: var(--brick-text); font-weight: var(--weight-bold); }
.urgent { background: var(--brick-tint); }
.urgent a { display: inline-block; padding-block: 2px; color: var(--brick-text); font-weight: var(--weight-bold); white-space: nowrap; }

.form-page .receipt { margin-block-end: var(--s6); padding: var(--s4) var(--s5); border: 1px solid var(--petrol-line); border-radius: var(--r-m); background: var(--petrol-tint); }
.receipt .label { color: var(--ink-2); font-size: var(--text-m); }
.receipt .ref { font: 650 1.75rem/1.3 var(--font-code); letter-spacing: .02em; }
.receipt dl { margin: var(--s3) 0 0; }
.receipt dl div { padding-block: .5rem; border-block-start: 1px solid var(--petrol-line); }
.receipt dt { font-size: var(--text-m); color: var(--ink-2); }
.receipt dd { margin: 0; font-weight: var(--weight-bold); line-height: 1.35; }

.posts { display: flex; flex-wrap: wrap; gap: var(--s4) var(--s12); margin-block: var(--s3) var(--s5); }
.posts address { font-style: normal; font-size: var(--text-m); line-height: 1.45; }

@media (forced-colors: active) {
  .choice input { appearance: auto; }
  .choice:has(input:checked) { border: 3px solid Highlight; }
  .btn { border-color: CanvasText; }
}
@media print {
  .btn { display: none; }
  .form-page { max-inline-size: none; font-size: 11pt; }
  .q { break-inside: avoid; margin-block-start: 14pt; }
  .input { min-block-size: 28pt; }
  .only-if { display: block; }
  .receipt { break-inside: avoid; }
}
`;
