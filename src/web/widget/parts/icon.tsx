const SHAPES = {
  send: 'M5 12h13M12.5 6l6 6-6 6',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'm6 9.5 6 6 6-6',
  exit: 'M14 4h4.500A1.5 1.5 0 0 1 20 5.500v13a1.5 1.5 0 0 1-1.5 1.500H14M4 12h11M11 8l4 4-4 4',
  back: 'm14.5 6-6 6 6 6',
  next: 'm9.5 6 6 6-6 6',
  check: 'm5 12.5 4.5 4.500L19 7.5',
  alert: 'M12 4 2.8 19.500h18.400zM12 10v4.500M12 17.200v.1',
  info: 'M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0M12 11v5M12 8v.1',
  file: 'M6.5 3.500H14L18.5 8v12.500h-12zM13.5 3.800V8.500h4.700M9.5 12.500h6M9.5 16h6',
  bin: 'M4.5 6.500h15M9.5 6.500V4h5v2.500M6.5 6.500l.8 13h9.400l.8-13M10.3 10.500v5.500M13.7 10.500v5.5',
  download: 'M12 4v11M7.5 11l4.5 4.500L16.5 11M4.5 19.500h15',
  phone: 'M7 3.8 9.7 8 8 10.300c1 2.3 3.3 4.6 5.7 5.700L16 14.300l4.2 2.7-1 3c-7.8 1-16.2-7.5-15.2-15.200z',
  'no-line': 'M4 4l16 16M9 6.300A6 6 0 0 1 18 10a4 4 0 0 1 2 7M16 18H7a4.5 4.5 0 0 1-1-8.8',
} as const;

export type IconName = keyof typeof SHAPES | 'more';

/** Icons that point somewhere point the other way in right-to-left text. */
const FLIPS: readonly IconName[] = ['send', 'exit', 'back', 'next'];

/** A picture beside words that say the same; screen readers pass over it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={FLIPS.includes(name) ? 'i flip' : 'i'} viewBox="0 0 24 24" aria-hidden="true">
      {name === 'more' ? <path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3" /> : <path d={SHAPES[name]} />}
    </svg>
  );
}

/** The sign of the assistant. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path
        fill="currentColor"
        d="M16 3 3.6 12.700A1.6 1.6 0 0 0 3 14v9.400A2.6 2.6 0 0 0 5.6 26H9v4.200c0 .7.8 1.1 1.4.6L16.6 26h9.800a2.6 2.6 0 0 0 2.6-2.600V14c0-.5-.2-1-.6-1.300z"
      />
      <path d="M10 16.200h12M10 20.400h7.5" />
    </svg>
  );
}
