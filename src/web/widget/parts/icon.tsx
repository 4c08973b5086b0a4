const SHAPES = {
  send: 'M5 12h13M12.5 6l6 6-6 6',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'm6 9.5 6 6 6-6',
  exit: 'M14 4h4.5A1.5 1.5 0 0 1 20 5.5v13a1.5 1.5 0 0 1-1.5 1.5H14M4 12h11M11 8l4 4-4 4',
  next: 'm9.5 6 6 6-6 6',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  alert: 'M12 4 2.8 19.5h18.4zM12 10v4.5M12 17.2v.1',
  info: 'M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0M12 11v5M12 8v.1',
  file: 'M6.5 3.5H14L18.5 8v12.5h-12zM13.5 3.8V8.5h4.7M9.5 12.5h6M9.5 16h6',
  bin: 'M4.5 6.5h15M9.5 6.5V4h5v2.5M6.5 6.5l.8 13h9.4l.8-13M10.3 10.5v5.5M13.7 10.5v5.5',
  download: 'M12 4v11M7.5 11l4.5 4.5L16.5 11M4.5 19.5h15',
  phone: 'M7 3.8 9.7 8 8 10.3c1 2.3 3.3 4.6 5.7 5.7L16 14.3l4.2 2.7-1 3c-7.8 1-16.2-7.5-15.2-15.2z',
  'no-line': 'M4 4l16 16M9 6.3A6 6 0 0 1 18 10a4 4 0 0 1 2 7M16 18H7a4.5 4.5 0 0 1-1-8.8',
} as const;

export type IconName = keyof typeof SHAPES | 'more';

/** Icons that point somewhere point the other way in right-to-left text. */
const FLIPS: readonly IconName[] = ['send', 'exit', 'next'];

/** A picture beside words that say the same; screen readers pass over it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={FLIPS.includes(name) ? 'i flip' : 'i'} viewBox="0 0 24 24" aria-hidden="true">
      {name === 'more' ? <path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3" /> : <path d={SHAPES[name]} />}
    </svg>
  );
}
