/**
 * Colours, type, space and shape of the pages. Text is at least 4.5:1 and edges of controls 3:1 on every surface, in
 * light and in dark. Petrol is the service and what can be pressed; ochre says "take care", brick "stop".
 */
export const PAGE_TOKENS = `
:root {
  color-scheme: light;
  --paper: #f3f5f4; --surface: #ffffff; --surface-2: #eef1f1; --surface-3: #e2e8e9;
  --ink: #14222b; --ink-2: #3f4f58; --ink-3: #566670; --on-petrol: #ffffff;
  --line: #d4dcde; --line-strong: #74848d;
  --petrol: #0b4f63; --petrol-strong: #083c4c; --petrol-text: #0a4a5d; --petrol-tint: #e1eef1; --petrol-line: #4d8496;
  --ochre-text: #704700; --ochre-tint: #fcf1d9; --ochre-line: #a8750f;
  --brick: #a02a1c; --brick-text: #932417; --brick-tint: #fceae6; --brick-line: #c05a4c;
  --focus-outer: #14222b; --focus-inner: #ffc533;

  --font-ui: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  --font-notice: Georgia, "Noto Serif", "Times New Roman", serif;
  --font-code: ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  --text-s: .875rem; --text-m: 1rem; --text-l: 1.125rem; --text-xl: 1.375rem;
  --lead-tight: 1.2; --lead-snug: 1.35; --lead-body: 1.5;
  --weight-mid: 550; --weight-bold: 650;
  --measure: 66ch;

  --s1: .25rem; --s2: .5rem; --s3: .75rem; --s4: 1rem; --s5: 1.25rem; --s6: 1.5rem; --s8: 2rem; --s12: 3rem;
  --r-s: 4px; --r-m: 8px;
  --target: 44px; --target-min: 24px;
  --fast: 120ms; --ease: cubic-bezier(.2, .7, .3, 1);
}
@media (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --paper: #0e171c; --surface: #16222a; --surface-2: #1e2c35; --surface-3: #293943;
    --ink: #edf2f3; --ink-2: #c3cfd4; --ink-3: #a3b3ba; --on-petrol: #07171d;
    --line: #30414b; --line-strong: #7c919b;
    --petrol: #7fc4d6; --petrol-strong: #a5d9e6; --petrol-text: #8fcfe0; --petrol-tint: #163843; --petrol-line: #4f91a3;
    --ochre-text: #f3cc7d; --ochre-tint: #3a2d12; --ochre-line: #b48a35;
    --brick: #f19a8c; --brick-text: #f6aea2; --brick-tint: #43211c; --brick-line: #cc7265;
    --focus-outer: #ffd56b; --focus-inner: #0e171c;
  }
}
@media (prefers-contrast: more) {
  :root { --line: var(--line-strong); --ink-2: var(--ink); --ink-3: var(--ink); }
}
@media print {
  :root {
    color-scheme: light;
    --surface: #fff; --surface-2: #fff; --ink: #000; --ink-2: #000; --ink-3: #333; --petrol-text: #000;
    --petrol-tint: #fff; --ochre-tint: #fff; --brick-tint: #fff; --brick-text: #000;
  }
}
`;
