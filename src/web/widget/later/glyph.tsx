const SHAPES = {
  back: 'm14.5 6-6 6 6 6',
  copy: 'M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4',
  print: 'M7 9V4h10v5M7 17.5H4V9h16v8.5h-3M7 14.5h10V20H7z',
  download: 'M12 4v11M7.5 11l4.5 4.5L16.5 11M4.5 19.5h15',
} as const;

export type GlyphName = keyof typeof SHAPES;

/** An icon that only forms need. The way back points the other way in right-to-left text. */
export function Glyph({ name }: { readonly name: GlyphName }) {
  return (
    <svg class={name === 'back' ? 'i flip' : 'i'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={SHAPES[name]} />
    </svg>
  );
}
